import type { Dictionary } from '../../i18n/dictionary.js';

/** The first word of a name that looks like a given name (no title, nothing endless); empty when there is none. */
export function givenName(name: string | undefined): string {
  const words = (name ?? '').trim().split(/\s+/);
  return words.find((word) => /^\p{L}[\p{L}\p{M}’'-]{1,19}$/u.test(word)) ?? '';
}

/** What a coach is called in a sentence. */
export function callName(name: string | undefined, text: Dictionary): string {
  return name === text.yourCoach ? name : givenName(name) || text.yourCoach;
}
