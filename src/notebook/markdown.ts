import type { Root, RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { Fault } from './errors.ts';
import type { Lines } from './lines.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkMath)
  .use(remarkDirective)
  .use(remarkFrontmatter);

/** A formula in a Markdown file: its TeX and where that starts. */
export interface FoundFormula {
  readonly tex: string;
  readonly offset: number;
  readonly display: boolean;
}

/** A Markdown file as a tree, with the formula that each math node stands for. */
export interface ParsedMarkdown {
  readonly root: Root;
  readonly formulas: ReadonlyMap<Node, FoundFormula>;
  readonly faults: readonly Fault[];
}

/**
 * Parses Markdown with math, directives and front matter, and looks for formulas that would
 * escape the checker: whatever looks like math but isn't a math node is a fault.
 */
export function parseMarkdown(source: string, lines: Lines): ParsedMarkdown {
  const root = processor.parse(source);
  const faults: Fault[] = [];
  const formulas = new Map<Node, FoundFormula>();
  const fault = (code: string, message: string, hint: string, start: number, end: number): void => {
    faults.push({ code, message, hint, ...lines.range(start, end) });
  };
  const covered: [number, number][] = [];
  visit(root, (node, index, parent) => {
    const [start, end] = extent(node);
    const text = source.slice(start, end);
    switch (node.type) {
      case 'math':
      case 'inlineMath': {
        covered.push([start, end]);
        const found = locate(node.value, text, start);
        if (node.type === 'math' && node.meta) {
          fault(
            'delimiter',
            `text behind the opening $$: ${node.meta}`,
            'the formula starts on the next line',
            start,
            start + 2 + node.meta.length,
          );
        } else if (node.type === 'math' && !/\n[ \t]*\$\$\s*$/.test(text)) {
          fault(
            'delimiter',
            'a $$ that is not closed',
            'close the display with $$ on a line of its own',
            start,
            start + 2,
          );
        } else if (!found) {
          fault(
            'delimiter',
            'a formula broken by the layout around it',
            'put it at the left margin, outside quotes and lists',
            start,
            end,
          );
        } else {
          const alone =
            text.startsWith('$$') && parent?.type === 'paragraph' && parent.children.length === 1;
          if (text.startsWith('$$') && node.type === 'inlineMath' && !alone) {
            fault(
              'delimiter',
              'a display inside a sentence',
              'use $…$ in the line, or give it lines of its own',
              start,
              end,
            );
          }
          formulas.set(node, { ...found, display: node.type === 'math' || alone });
        }
        return;
      }
      case 'html':
        fault(
          'html',
          'raw HTML',
          'write Markdown; a formula in HTML would not be checked',
          start,
          end,
        );
        covered.push([start, end]);
        return;
      case 'code':
      case 'inlineCode':
        covered.push([start, end]);
        if (
          /\$\$|\\\[|\\begin\{/.test(node.value) ||
          (node.type === 'code' && /^(math|latex|tex|katex)$/i.test(node.lang ?? ''))
        ) {
          fault(
            'escape',
            'a formula in code',
            'a formula in code would not be checked: write it between $$',
            start,
            end,
          );
        }
        return;
      case 'yaml':
        covered.push([start, end]);
        return;
      case 'textDirective':
        // `10:30` and `p(y:x)` are text, not directives.
        if (parent && index !== undefined) parent.children[index] = { type: 'text', value: text };
        return;
      case 'containerDirective':
        if (!/\n[ \t]*:{3,}[ \t]*$/.test(text)) {
          fault(
            'directive',
            `:::${node.name} is not closed`,
            'close it with ::: on a line of its own',
            start,
            start + 3 + node.name.length,
          );
        }
        return;
      default:
    }
  });
  for (const [start, end, what] of strays(source, covered)) {
    fault(
      'delimiter',
      `${what} outside a formula`,
      what === '$' ? 'write \\$ for a dollar sign' : 'formulas stand between $ or $$',
      start,
      end,
    );
  }
  return { root, formulas, faults };
}

/** The offsets of a node in the source. */
export function extent(node: Node): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

/** The children of a node, if it has any. */
export function childrenOf(node: Node): readonly RootContent[] {
  return 'children' in node ? (node.children as RootContent[]) : [];
}

/** Where a math node's value stands in its source. */
function locate(
  value: string,
  text: string,
  start: number,
): { tex: string; offset: number } | null {
  const fence = /^\$+/.exec(text)?.[0].length ?? 0;
  const at = text.indexOf(value, fence);
  return at < 0 || value.trim() === '' ? null : { tex: value, offset: start + at };
}

/** Delimiters of formulas that no node covers. */
function* strays(
  source: string,
  covered: readonly [number, number][],
): Generator<[number, number, string]> {
  for (const match of source.matchAll(/\\\$|\$+|\\\[|\\\(|\\begin\{/g)) {
    const [what] = match;
    const inside = covered.some(([start, end]) => start <= match.index && match.index < end);
    if (!inside && what !== '\\$')
      yield [match.index, match.index + what.length, what.startsWith('$') ? '$' : what];
  }
}
