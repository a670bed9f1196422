import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Node } from 'unist';

/** A run of prose: HTML, and the formulas in it by their number in the notebook. */
export type ProsePart = { readonly html: string } | { readonly formula: number };

/** A part of a page, in reading order. Formulas are given by their number in the notebook. */
export type Block =
  | { readonly kind: 'prose'; readonly parts: readonly ProsePart[] }
  | { readonly kind: 'display'; readonly formula: number }
  | {
      readonly kind: 'claim' | 'proof' | 'aside';
      readonly id: string | null;
      readonly title: readonly ProsePart[] | null;
      readonly blocks: readonly Block[];
    }
  | { readonly kind: 'widget'; readonly name: string }
  | {
      readonly kind: 'correction';
      readonly id: string;
      readonly correction: CorrectionKind;
      readonly expect: Expectation;
      /** The formulas as transcribed and as we read it. */
      readonly printed: number;
      readonly corrected: number;
      readonly blocks: readonly Block[];
    };

/** What a correction corrects: a convention, a letter or index, or a step that doesn't follow. */
export const CORRECTION_KINDS = ['reading', 'misprint', 'gap'] as const;

/** One of {@link CORRECTION_KINDS}. */
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/**
 * How the transcribed formula fails: refuted by numbers or by shapes, or by a name that nothing
 * declares. `holds` is for a formula that is true but says less than the corrected one.
 */
export const EXPECTATIONS = ['refuted', 'shape', 'undeclared', 'holds'] as const;

/** One of {@link EXPECTATIONS}. */
export type Expectation = (typeof EXPECTATIONS)[number];

/** Stands in generated HTML for a formula until the page typesets it. */
const MARK = '￼';

/** Prose as HTML around its formulas. `formulaOf` tells a math node's number. */
export function proseParts(
  nodes: readonly RootContent[],
  formulaOf: (node: Node) => number | null,
): ProsePart[] {
  const formulas: number[] = [];
  const hast = toHast(
    { type: 'root', children: [...nodes] },
    {
      handlers: {
        inlineMath: (_state: unknown, node: Node) => {
          const formula = formulaOf(node);
          if (formula === null) return undefined;
          formulas.push(formula);
          return { type: 'text', value: MARK };
        },
      },
    },
  );
  const pieces = toHtml(hast).split(MARK);
  return pieces.flatMap((html, k): ProsePart[] => {
    const formula = formulas[k];
    const piece = html === '' ? [] : [{ html }];
    return formula === undefined ? piece : [...piece, { formula }];
  });
}
