/** The parts of a page that a link may hide, in the order in which a link names them. */
export const parts = ['panel', 'verdicts', 'proofs', 'widgets', 'code'] as const;

/** One of {@link parts}. */
export type Part = (typeof parts)[number];

/** The parts that `text`, such as `proofs,verdicts`, names, in order; and the words in it that name none. */
export function readParts(text: string): {
  readonly hide: readonly Part[];
  readonly unknown: readonly string[];
} {
  const words = text.split(',');
  return {
    hide: parts.filter((part) => words.includes(part)),
    unknown: words.filter((word) => !(parts as readonly string[]).includes(word)),
  };
}
