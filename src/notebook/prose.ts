import { toHtml } from 'hast-util-to-html';
import type { Heading, Link, RootContent, Text } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Node } from 'unist';
import type { ProsePart } from './blocks.ts';

/** Stands in generated HTML for what the page makes of another part. */
const MARK = '￼';

/** A citation, as it is written: `[@key]`. */
export const CITATION = /\[@([^\]\s]+)\]/g;

/** What a page knows of the nodes of its prose. */
export interface ProseContext {
  /** A math node's number. */
  readonly formulaOf: (node: Node) => number | null;
  /** Where links to a heading lead. */
  readonly anchorOf: (node: Node) => string | null;
}

/**
 * Prose as HTML around its formulas, its citations, and the links without a text, which show the
 * number of a display.
 */
export function proseParts(
  nodes: readonly RootContent[],
  { formulaOf, anchorOf }: ProseContext,
): ProsePart[] {
  const inserted: ProsePart[] = [];
  const mark = (part: ProsePart): { type: 'text'; value: string } => {
    inserted.push(part);
    return { type: 'text', value: MARK };
  };
  const hast = toHast(
    { type: 'root', children: [...nodes] },
    {
      handlers: {
        inlineMath: (_state: unknown, node: Node) => {
          const formula = formulaOf(node);
          return formula === null ? undefined : mark({ formula });
        },
        heading: (state, node: Heading) => {
          const properties = { id: anchorOf(node) ?? undefined };
          const heading = { tagName: `h${node.depth}`, properties, children: state.all(node) };
          return { type: 'element', ...heading };
        },
        link: (state, node: Link) => {
          const display = displayMeant(node);
          if (display !== null) return mark({ display });
          const link = { tagName: 'a', properties: { href: node.url }, children: state.all(node) };
          return { type: 'element', ...link };
        },
        text: (_state: unknown, { value }: Text) =>
          value
            .split(CITATION)
            .flatMap((piece, k) =>
              k % 2 === 1 ? [mark({ cite: piece })] : [{ type: 'text' as const, value: piece }],
            ),
      },
    },
  );
  const pieces = toHtml(hast).split(MARK);
  return pieces.flatMap((html, k): ProsePart[] => {
    const part = inserted[k];
    const piece = html === '' ? [] : [{ html }];
    return part === undefined ? piece : [...piece, part];
  });
}

/** The anchor that a link without a text leads to on its own page, or null. */
export function displayMeant({ url, children }: Link): string | null {
  return children.length === 0 && url.startsWith('#') ? url.slice(1) : null;
}
