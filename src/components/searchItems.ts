import type { CatalogueItem } from '../notebook/catalogue.ts';
import type { SearchItem } from '../search/searchItem.ts';
import { mathml } from '../typeset/mathml.ts';

/** The items of a catalogue as the search shows them, formulas typeset as MathML. */
export function searchItems(catalogue: readonly CatalogueItem[]): SearchItem[] {
  const titles = new Map(
    catalogue.filter(({ kind }) => kind === 'page').map(({ page, title }) => [page, title]),
  );
  return catalogue.map(({ kind, page, path, anchor, title, text, tex, brief, label, within }) => ({
    kind,
    path,
    anchor,
    title: kind === 'formula' ? numberOf(label) : withMathml(title),
    text: withMathml(text),
    tex,
    math: brief === '' && kind !== 'symbol' ? '' : inLine(kind === 'symbol' ? tex : brief),
    label,
    within,
    on: kind === 'page' ? '' : (titles.get(page) ?? ''),
  }));
}

function numberOf(label: string | null): string {
  return label === null ? 'In the text' : `Formula (${label})`;
}

/** Text with its formulas between `$` as MathML, as HTML. */
export function withMathml(text: string): string {
  return text
    .split('$')
    .map((piece, k) => (k % 2 === 1 ? inLine(piece) : escapeText(piece)))
    .join('');
}

/** A formula as MathML without its source: the list has it beside it. */
function inLine(tex: string): string {
  return mathml(tex, { display: false }).replace(/ alttext="[^"]*"/, '');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
