/** What stands at the beginning of a sentence. Names stay as they are. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
