import type { Expression } from '../../expression/tree.ts';
import type { Cursor } from '../cursor.ts';
import type { Grammar } from '../grammar.ts';
import { parseIndicated } from './indicator.ts';
import { parsePower } from '../power.ts';
import { takeSize } from '../sets.ts';

const BOLD = new Set(['\\mathbf', '\\boldsymbol', '\\bm']);

/** Whether a bold digit stands at the cursor. */
export function atConstantVector(cursor: Cursor): boolean {
  const digit = cursor.peek(cursor.peek(1).text === '{' ? 2 : 1);
  return BOLD.has(cursor.peek().text) && (digit.text === '1' || digit.text === '0');
}

/** `\mathbf 1` or `\mathbf 0`: the vector of ones or zeros that fits, or of a size, `\mathbf 1_C`; `\mathbf 1[i = j]` is an indicator. */
export function parseConstantVector(grammar: Grammar): Expression {
  const { cursor } = grammar;
  const command = cursor.next();
  const braced = cursor.take('{');
  const value = cursor.next().text === '1' ? 1 : 0;
  if (braced) cursor.expect('}', braced);
  const size = takeSize(cursor, grammar.table);
  const shows = ['_', '[', '\\{'].some((text) => cursor.at(text));
  if (value === 1 && !size && shows) return parseIndicated(grammar, command.start);
  const range = { start: command.start, end: cursor.lastEnd };
  return parsePower(grammar, { kind: 'constant vector', value, size, range });
}
