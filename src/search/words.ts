/** Words that tell nothing. */
const STOP = new Set(
  'a an and are as at be by for from in into is it its of on or so than that the this to what where why with how does do'.split(
    ' ',
  ),
);

/** Ways to say a thing, each with the words that the site says it with. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\blog[\s-]*sum[\s-]*exp(?:onentials?)?\b/g, 'logsumexp'],
  [/\blse\b/g, 'logsumexp'],
  [/\bsoft[\s-]max\b/g, 'softmax'],
  [/\bcross[\s-]?entropy\b/g, 'cross entropy'],
  [/\bkullback(?:[\s–-]+leibler)?(?:[\s-]+divergence)?\b/g, 'divergence'],
  [/\bkl(?:[\s-]+divergence)?\b/g, 'divergence'],
  [/\bnll\b/g, 'likelihood'],
  [/\bsigmoid\b/g, 'logistic'],
  [/\blearning[\s-]rate\b/g, 'step size'],
  [/\bregulari[sz]ation\b/g, 'penalty'],
  [/\bweight[\s-]decay\b/g, 'penalty'],
  [/\b(?:numerical(?:ly)?[\s-]+)?stab(?:le|ility)\b/g, 'overflow'],
  [/\bback[\s-]?prop(?:agation)?\b/g, 'backpropagation'],
  [/\bgradcheck\b/g, 'gradient check'],
  [/\b(?:float32|single[\s-]precision)\b/g, 'singleprecision'],
  [/\b(?:float64|double[\s-]precision)\b/g, 'doubleprecision'],
  [/\bpsd\b/g, 'positive semidefinite'],
  [/\bmle\b/g, 'maximum likelihood'],
];

/** `text` in small letters, with the words for a thing that the site uses. */
export function inOurWords(text: string): string {
  return PHRASES.reduce((said, [way, ours]) => said.replace(way, ours), text.toLowerCase());
}

/** The form of a word that stands for all its forms; null for words that tell nothing. */
export function wordForm(word: string): string | null {
  if (STOP.has(word)) return null;
  const british = word.replace(/iz(e|ed|er|es|ing|ation)$/, 'is$1');
  if (/[^siu]s$/.test(british) && british.length > 4)
    return british.replace(/ies$/, 'y').replace(/s$/, '');
  return british;
}

/** The words of prose that can be looked up; single letters are none. */
export function wordTerms(text: string): string[] {
  const plain = inOurWords(text.normalize('NFKD').replace(/\p{M}/gu, ''));
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
    word.length > 1 ? (wordForm(word) ?? []) : [],
  );
}
