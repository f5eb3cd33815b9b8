/** Shorter words are too soon near another. */
const LEAST_LETTERS = 4;

/** Whether a word begins with what was typed but for one letter: another one, one too many, one that is missing, or two the wrong way round. */
export function isNear(word: string, typed: string): boolean {
  if (typed.length < LEAST_LETTERS) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  // Hardly anyone is wrong in the first letter, and it would find anything.
  if (at === 0) return false;
  const goesOn = (typedFrom: number, wordFrom: number) => word.startsWith(typed.slice(typedFrom), wordFrom);
  const turned = typed[at] === word[at + 1] && typed[at + 1] === word[at] && goesOn(at + 2, at + 2);
  return turned || goesOn(at + 1, at + 1) || goesOn(at + 1, at) || goesOn(at, at + 1);
}
