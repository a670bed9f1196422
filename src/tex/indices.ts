import { namedSize } from '../expression/size.ts';
import type { Comparison, Index, IndexCondition } from '../expression/tree.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import type { Cursor } from './cursor.ts';
import { TexError } from './errors.ts';
import type { Token } from './lexer.ts';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '\\ne': '≠',
  '\\neq': '≠',
  '<': '<',
  '\\lt': '<',
  '>': '>',
  '\\gt': '>',
  '\\le': '≤',
  '\\leq': '≤',
  '\\ge': '≥',
  '\\geq': '≥',
};

/** The comparison at the cursor, without moving; null where there is none. */
export function comparisonAt(cursor: Cursor): Comparison | null {
  const token = cursor.peek();
  return isComparison(token) ? (COMPARISONS[token.text] ?? null) : null;
}

/** Whether a token compares two indices. */
export function isComparison(token: Token): boolean {
  return token.kind !== 'text' && Object.hasOwn(COMPARISONS, token.text);
}

/** The index at the cursor: a letter, a number, or the letter of a size for its last place. */
export function parseIndex(cursor: Cursor, table: SymbolTable): Index {
  const token = cursor.next();
  const range = { start: token.start, end: token.end };
  if (token.kind === 'number') {
    const value = Number(token.text);
    if (Number.isInteger(value) && value >= 1) return { kind: 'literal', value, range };
    throw new TexError(
      'unexpected',
      `${token.text} is not an index`,
      token,
      'indices count from 1',
    );
  }
  if (token.kind === 'letter' && table.indices.has(token.text)) {
    return { kind: 'letter', name: token.text, range };
  }
  const size = table.sizes.get(token.text);
  if (token.kind === 'letter' && size !== undefined) {
    return { kind: 'last', size: namedSize(size), range };
  }
  if (token.kind === 'letter') {
    throw new TexError(
      'undeclared',
      `undeclared index ${token.text}`,
      token,
      `this notation declares ${[...table.indices, ...table.sizes.keys()].join(', ')}`,
    );
  }
  throw new TexError('unexpected', `${token.text || 'the end'} here, an index expected`, token);
}

/** `ij`, `i,j` or `k` up to a closing brace or parenthesis that is left unread. */
export function parseIndexList(cursor: Cursor, table: SymbolTable): Index[] {
  const list = [parseIndex(cursor, table)];
  while (!cursor.at('}') && !cursor.at(')')) {
    cursor.take(',');
    list.push(parseIndex(cursor, table));
  }
  return list;
}

/** The cursor, at a token that can be a script without braces. */
export function atSingle(cursor: Cursor): Cursor {
  const token = cursor.peek();
  if (token.kind !== 'letter' && token.kind !== 'number')
    throw cursor.unexpected('an index expected');
  if (token.kind === 'number' && token.text.length > 1) {
    throw new TexError(
      'ambiguous',
      `_${token.text} sets only its first digit as a subscript`,
      token,
      'write braces around the index',
    );
  }
  return cursor;
}

/** What stands below a sum or behind a formula. */
export interface Conditions {
  readonly conditions: readonly IndexCondition[];
  /** All indices, in order. */
  readonly indices: readonly Index[];
  /** The indices that are compared with nothing. */
  readonly alone: readonly Index[];
}

/** Whether a comma at the cursor leads to another condition, and not to a `\\forall` or a text. */
function continues(cursor: Cursor): boolean {
  const { kind } = cursor.peek(1);
  return cursor.at(',') && kind !== 'text' && cursor.peek(1).text !== '\\forall';
}

/**
 * Conditions such as `1 \le j \le n, j \ne i`, separated by commas; stops before anything that is
 * neither.
 */
export function parseConditions(cursor: Cursor, table: SymbolTable): Conditions {
  const conditions: IndexCondition[] = [];
  const indices: Index[] = [];
  const alone: Index[] = [];
  do {
    let left = parseIndex(cursor, table);
    indices.push(left);
    if (!comparisonAt(cursor)) alone.push(left);
    for (let comparison = comparisonAt(cursor); comparison; comparison = comparisonAt(cursor)) {
      cursor.next();
      const right = parseIndex(cursor, table);
      conditions.push({ comparison, left, right });
      indices.push(right);
      left = right;
    }
  } while (continues(cursor) && cursor.take(','));
  return { conditions, indices, alone };
}
