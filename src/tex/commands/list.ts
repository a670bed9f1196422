import type { Expression, Range } from '../../expression/tree.ts';
import type { Grammar } from '../grammar.ts';

const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '\\{': '\\}',
  '\\lbrace': '\\rbrace',
};
const DOTS = new Set(['\\dots', '\\cdots', '\\ldots']);

/** Whether a list in brackets opens at the cursor: what stands in them has a comma of its own. */
export function atList({ cursor }: Grammar): boolean {
  const sized = cursor.at('\\left') ? 1 : 0;
  const open = cursor.peek(sized).text;
  if (!Object.hasOwn(CLOSING, open)) return false;
  let depth = 0;
  for (let ahead = sized; ; ahead++) {
    const { kind, text } = cursor.peek(ahead);
    if (kind === 'end') return false;
    if (['(', '[', '{', '\\{', '\\lbrace'].includes(text)) depth += 1;
    if ([')', ']', '}', '\\}', '\\rbrace'].includes(text)) depth -= 1;
    if (depth === 0) return false;
    if (depth === 1 && text === ',') return true;
  }
}

/** `\{ a, b, \dots, c \}`: its entries, with `null` for dots. */
export function parseList(grammar: Grammar): (Expression | null)[] {
  const { cursor } = grammar;
  const left = cursor.take('\\left');
  const open = cursor.next();
  const list = parseItems(grammar);
  if (left) cursor.expect('\\right', left);
  cursor.expect(CLOSING[open.text] ?? ')', open);
  return list;
}

/** `a, b, \dots, c`, with `null` for dots. */
export function parseItems(grammar: Grammar): (Expression | null)[] {
  const { cursor } = grammar;
  const list: (Expression | null)[] = [];
  do {
    if (DOTS.has(cursor.peek().text)) {
      cursor.next();
      list.push(null);
    } else list.push(grammar.expression(0));
  } while (cursor.take(','));
  return list;
}

/** The vector with these entries, from the top; a single entry is itself. */
export function vectorOf(items: readonly (Expression | null)[], range: Range): Expression {
  const [only] = items;
  if (only && items.length === 1) return only;
  const rows = items.map((item) => ({ cells: [item], arrows: false }));
  return { kind: 'matrix', brackets: 'list', rows, marked: null, range };
}
