import { toStoreCase, type StoreCase, type StoreContractOptions } from './store-contract/bench.js';
import { commitCases } from './store-contract/commit-cases.js';
import { documentCases } from './store-contract/document-cases.js';
import { holdCases } from './store-contract/hold-cases.js';
import { keyCases } from './store-contract/key-cases.js';
import { outboxCases } from './store-contract/outbox-cases.js';
import type { BookingStore } from '../ports/booking-store.js';

export type { StoreCase, StoreContractOptions, StorePart, StoreSetup, StoreSubject } from './store-contract/bench.js';

/**
 * What every booking store promises, as cases for any test runner:
 *
 * ```js
 * for (const { name, run } of storeContract({ create })) test(name, run);
 * ```
 */
export function storeContract(options: StoreContractOptions): StoreCase[] {
  const cases = [...documentCases, ...commitCases, ...keyCases, ...holdCases, ...outboxCases];
  return cases.map((each) => toStoreCase(each, options));
}

/** What a case needs and this store does not have. */
export function missingParts({ needs }: StoreCase, store: BookingStore): string[] {
  return needs.filter((part) => store[part] === undefined);
}
