/** Letters that do not come apart into a plain one and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
};

/** Arabic digits, and the hiragana that a search may begin with: cities are written in katakana. */
const shifted = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** Words as they are compared: in lower case, without accents, apostrophes and the Arabic article, one space between them. */
export function fold(text: string): string {
  return shifted(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'’‘ʻʼ׳״]/gu, '')
    .replace(/[ßæœøłđðþıةى]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(^| )ال(?=\p{L}{2})/gu, '$1')
    .trim();
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** As `fold`, and as umlauts are typed without their keys: `zurich`, `zuerich`. */
export function spellings(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const other = lower.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter);
  return other === lower ? [fold(text)] : [fold(text), fold(other)];
}
