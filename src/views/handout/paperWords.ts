/** What figures say to a reader who can change them, and what stands for it on paper; earlier rows come first. */
const WORDS: readonly (readonly [said: RegExp, printed: string])[] = [
  [
    /[;:,] (?:choose an entry|input, weights and biases are yours to change|drag the point, or move it with the arrow keys)/g,
    '',
  ],
  [/ When you move a logit, b follows; when you change W, x or b, the logits do\./g, ''],
  [/ at your numbers/g, ''],
  [/\bAt your numbers/g, 'At these numbers'],
  [
    /\bYou have two classes: this is your whole softmax/g,
    'With two classes this is the whole softmax',
  ],
  [/\bYou have (\d+) classes: of/g, 'Of'],
  [/; you have (\d+), and/g, '; here there are $1, and'],
  [/\byour\b/g, 'the'],
  [/\bYour\b/g, 'The'],
];

/** A text of a figure as it reads on paper, where the numbers are the sheet's and nothing can be changed. */
export function paperWords(text: string): string {
  return WORDS.reduce((told, [said, printed]) => told.replaceAll(said, printed), text);
}
