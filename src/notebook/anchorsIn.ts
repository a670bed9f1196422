import { visit } from 'unist-util-visit';
import { Lines, withoutMark } from './lines.ts';
import { parseMarkdown, type ParsedMarkdown } from './markdown.ts';
import { readPragmas } from './pragmas.ts';
import { titleAnchors } from './titleAnchors.ts';

/**
 * The anchors in a Markdown file that links from other pages may lead to: headings, claims,
 * exercises, displays, corrections and figures. Nothing is checked for it, so steps are not among them.
 */
export function anchorsIn(written: string): Set<string> {
  const source = withoutMark(written);
  const lines = new Lines(source);
  const markdown = parseMarkdown(source, lines);
  const own = writtenAnchors(markdown, lines);
  return new Set([...own, ...titleAnchors(markdown.root, own).values()]);
}

/** The anchors that a file gives by ids and figures, or by the place of a display. */
export function writtenAnchors(
  { root, formulas }: Pick<ParsedMarkdown, 'root' | 'formulas'>,
  lines: Lines,
): Set<string> {
  const anchors = new Set<string>();
  const corrected: string[] = [];
  let displays = 0;
  visit(root, (node) => {
    if (node.type === 'leafDirective' && node.name === 'widget')
      anchors.add(`widget-${node.attributes?.['name'] ?? ''}`);
    if (node.type === 'containerDirective') {
      const id = node.attributes?.['id'];
      if (id) anchors.add(id);
      if (id && node.name === 'correction') corrected.push(`${id}-printed`, `${id}-corrected`);
    }
    const found = formulas.get(node);
    if (!found?.display) return;
    displays += 1;
    const { pragmas } = readPragmas(found.tex, found.offset, lines);
    anchors.add(corrected.shift() ?? pragmas.id ?? `eq-${displays}`);
  });
  return anchors;
}
