/**
 * Gives a custom property a type, so that its value is worked out where it is set, and inherited as such. A browser that
 * does not know how, or that has it already, leaves it as it is.
 */
export function registerProperty(name: string, syntax: string, initialValue: string): void {
  try {
    CSS.registerProperty({ name, syntax, inherits: true, initialValue });
  } catch {
    // Registered already.
  }
}
