import type { Expression } from '../../expression/tree.ts';
import type { Grammar } from '../grammar.ts';
import { parsePower } from '../power.ts';
import { takeSize } from '../sets.ts';
import { withScripts } from './bracket.ts';

const BOLD = new Set(['\\mathbf', '\\boldsymbol', '\\bm']);

/** Whether an `I` stands at the cursor that the notation doesn't declare, or a bold one. */
export function atIdentity({ cursor, table }: Grammar): boolean {
  const bold = BOLD.has(cursor.peek().text);
  const braced = bold && cursor.peek(1).text === '{';
  const { kind, text } = cursor.peek(braced ? 2 : bold ? 1 : 0);
  if (text !== 'I' || kind !== 'letter' || (braced && cursor.peek(3).text !== '}')) return false;
  if (bold) return ![...BOLD].some((font) => table.symbols.has(`${font} I`));
  return !(table.symbols.has('I') || table.sizes.has('I') || table.indices.has('I'));
}

/** `I`, `I_C` or `I_3`: the identity matrix; `I_{ij}` is an entry of it. */
export function parseIdentity(grammar: Grammar): Expression {
  const { cursor, table } = grammar;
  const { start } = cursor.peek();
  const braced = cursor.peek(1).text === '{' && cursor.peek().text !== 'I';
  while (cursor.next().text !== 'I') continue;
  if (braced) cursor.expect('}');
  const found = takeSize(cursor, table);
  const node = { kind: 'identity', size: found, range: { start, end: cursor.lastEnd } } as const;
  return found ? parsePower(grammar, node) : withScripts(grammar, node);
}
