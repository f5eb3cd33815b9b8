import type { Initialized } from '../elements/shared/keep-contrast.js';
import { registerTextSize } from '../elements/shared/text-size.js';
import { version } from './version.js';

/** An element class that knows its tag. */
export interface ElementClass extends CustomElementConstructor, Initialized {
  readonly tag: string;
}

/** What `register` needs of a registry: `customElements`, or a scoped one. */
export type Registry = Pick<CustomElementRegistry, 'get' | 'define'>;

/** Where a registered class says which version it came from; read by other copies of this library. */
const VERSION = Symbol.for('coach-booking.version');

/** What this copy has registered. */
const ours = new WeakSet<CustomElementConstructor>();

const versionOf = (element: CustomElementConstructor): unknown => Reflect.get(element, VERSION) ?? 'of unknown version';

/**
 * Registers the classes, all or none: if a tag belongs to another copy, nothing is registered and one warning names
 * both versions. Answers whether the tags are ours now; doing it twice does no harm.
 * @param laterTags tags that will be registered later, which must be free (or ours) as well
 */
export function register(
  registry: Registry,
  classes: readonly ElementClass[],
  laterTags: readonly string[] = [],
): boolean {
  for (const tag of [...classes.map((element) => element.tag), ...laterTags]) {
    const holder = registry.get(tag);
    if (!holder || ours.has(holder) || classes.some((element) => element === holder)) continue;
    console.warn(
      `coach-booking ${version}: <${tag}> is already registered by a copy ${String(versionOf(holder))}. Nothing was registered.`,
    );
    return false;
  }
  registerTextSize();
  for (const element of classes) {
    if (registry.get(element.tag)) continue;
    Object.defineProperty(element, VERSION, { value: version, configurable: true });
    ours.add(element);
    registry.define(element.tag, element);
  }
  return true;
}
