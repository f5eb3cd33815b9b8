import { listenForTriggers } from '../elements/booking-flow/trigger-hook.js';
import { finishTheme, lateParts } from './late.js';
import { parts } from './parts.js';
import { register, type Registry } from './register.js';

/**
 * Registers every element, all or none: if a tag belongs to another copy of this library, nothing is registered and
 * one warning names both versions. The page's links and buttons with `data-booking-open` or `data-booking-coach` work from then
 * on. Answers whether they are registered.
 * @param registry default: the page's; without a DOM nothing happens
 */
export function define(registry: Registry | undefined = pageRegistry()): boolean {
  if (!registry || !register(registry, [...parts, ...lateParts])) return false;
  finishTheme();
  // Lit brings a registry to where there is no page.
  if (registry === pageRegistry() && typeof document !== 'undefined' && !isListening) {
    isListening = true;
    listenForTriggers(document);
  }
  return true;
}

let isListening = false;

const pageRegistry = (): Registry | undefined => (typeof customElements === 'undefined' ? undefined : customElements);
