/** What stands at the beginning of a sentence. Names stay as they are. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ends a sentence whose last word may be an abbreviation: "nov." has its full stop. */
export const fullStop = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
