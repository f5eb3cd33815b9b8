import type { Dictionary } from '../../i18n/dictionary.js';

/** What a coach is called in a sentence: the given name where the name looks like one, else as the language has it. */
export function callName(name: string | undefined, text: Dictionary): string {
  if (name === text.yourCoach) return name;
  const given = (name ?? '')
    .trim()
    .split(/\s+/)
    .find((word) => /^\p{L}[\p{L}\p{M}’'-]+$/u.test(word));
  return given && given.length <= 20 ? given : text.yourCoach;
}
