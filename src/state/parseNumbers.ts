/** Numbers as read, or a sentence that names what could not be read. */
export type Numbers = { readonly numbers: readonly number[] } | { readonly error: string };

/** No list that a page takes is longer: ten numbers of at most 24 characters. */
const longestText = 400;

const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Reads numbers separated by commas, semicolons or spaces; the true minus sign counts as a minus. */
export function parseNumbers(text: string): Numbers {
  if (text.length > longestText) {
    return { error: `${text.length} characters are more than a list of numbers needs` };
  }
  const words = text.replaceAll('\u2212', '-').split(/[\s,;]+/);
  if (/[,;]\s*[,;]|^\s*[,;]/.test(text)) return { error: 'a number is missing between two commas' };
  const wordsInside = words.filter((word) => word !== '');
  if (wordsInside.length === 0) return { error: 'a number is missing' };
  const numbers: number[] = [];
  for (const word of wordsInside) {
    if (!numeral.test(word)) return { error: `“${excerpt(word)}” is not a number` };
    const value = Number(word);
    if (!Number.isFinite(value))
      return { error: `“${excerpt(word)}” is too large to compute with` };
    numbers.push(value + 0); // −0 becomes 0: a link writes both alike
  }
  return { numbers };
}

/** The beginning of `text`, short enough to quote in a sentence. */
export function excerpt(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
