import { lateParts } from './late.js';
import { parts } from './parts.js';
import { register, type Registry } from './register.js';

/**
 * Registers every element, all or none: if a tag belongs to another copy of this library, nothing is registered and
 * one warning names both versions. Answers whether they are registered.
 * @param registry default: the page's; without a DOM nothing happens
 */
export function define(registry: Registry | undefined = pageRegistry()): boolean {
  return registry ? register(registry, [...parts, ...lateParts]) : false;
}

const pageRegistry = (): Registry | undefined => (typeof customElements === 'undefined' ? undefined : customElements);
