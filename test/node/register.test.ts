import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { BookingProvider } from '../../src/elements/booking-provider/booking-provider.js';
import { BookingSummary } from '../../src/elements/booking-summary/booking-summary.js';
import { register, type ElementClass, type Registry } from '../../src/entries/register.js';
import { version } from '../../src/entries/version.js';

const parts: readonly ElementClass[] = [BookingProvider, BookingSummary];

function emptyRegistry(): Registry & { readonly tags: Map<string, CustomElementConstructor> } {
  const tags = new Map<string, CustomElementConstructor>();
  return { tags, get: (tag) => tags.get(tag), define: (tag, element) => void tags.set(tag, element) };
}

/** Runs with the console's warnings caught. */
function warningsOf(action: () => void): string[] {
  const warn = mock.method(console, 'warn', () => undefined);
  action();
  const warnings = warn.mock.calls.map(({ arguments: [message] }) => String(message));
  warn.mock.restore();
  return warnings;
}

describe('registration', () => {
  test('registers every class under its tag', () => {
    const registry = emptyRegistry();
    assert.equal(register(registry, parts), true);
    assert.deepEqual([...registry.tags.keys()], ['booking-provider', 'booking-summary']);
  });

  test('doing it twice does no harm', () => {
    const registry = emptyRegistry();
    register(registry, parts);
    assert.deepEqual(
      warningsOf(() => assert.equal(register(registry, parts), true)),
      [],
    );
  });

  test('a tag of another copy: nothing is registered, one warning names both versions', () => {
    const registry = emptyRegistry();
    const other = class extends BookingSummary {};
    Reflect.defineProperty(other, Symbol.for('coach-booking.version'), { value: '0.0.9' });
    registry.define('booking-summary', other);
    const warnings = warningsOf(() => assert.equal(register(registry, parts), false));
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', new RegExp(`coach-booking ${version}: <booking-summary> .*0\\.0\\.9`));
    assert.deepEqual([...registry.tags.keys()], ['booking-summary']);
  });

  test('a tag that is only needed later counts as well', () => {
    const registry = emptyRegistry();
    registry.define('booking-form', class extends BookingProvider {});
    const warnings = warningsOf(() => assert.equal(register(registry, parts, ['booking-form']), false));
    assert.equal(warnings.length, 1);
    assert.deepEqual([...registry.tags.keys()], ['booking-form']);
  });
});
