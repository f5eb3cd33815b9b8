import { bookingCases } from './contract/booking-cases.js';
import { toCase, type ContractCase, type ContractOptions } from './contract/case.js';
import { raceCases } from './contract/race-cases.js';
import { readingCases } from './contract/reading-cases.js';
import { ruleCases } from './contract/rule-cases.js';
import type { BookingAdapter } from '../ports/booking-adapter.js';

export { ContractFailure } from './contract/assert.js';
export type { AdapterMethod, ContractCase, ContractOptions, ContractSetup, ContractSubject } from './contract/case.js';

/**
 * What every adapter promises, as cases for any test runner:
 *
 * ```js
 * for (const { name, needs, run } of adapterContract({ create })) {
 *   test(name, { skip: needs.some((method) => !(method in myAdapter)) }, run);
 * }
 * ```
 */
export function adapterContract(options: ContractOptions): ContractCase[] {
  return [...readingCases, ...bookingCases, ...raceCases, ...ruleCases].map((each) => toCase(each, options));
}

/** The methods that a case needs and this adapter does not have. */
export function missingMethods({ needs }: ContractCase, adapter: BookingAdapter): string[] {
  return needs.filter((method) => typeof adapter[method] !== 'function');
}
