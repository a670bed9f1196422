import { fixedSize, namedSize, type Shape, type Size } from '../expression/size.ts';
import type { Range } from '../expression/tree.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import type { Cursor } from './cursor.ts';
import { TexError } from './errors.ts';

/** A set that a claim of membership names: all tensors of a shape, or those with bounded entries. */
export interface NamedSet {
  readonly shape: Shape;
  /** The interval every entry lies in; null for all real numbers. */
  readonly interval: Interval | null;
  /** For `\{1, \dots, n\}`: how far its whole numbers go; else null. */
  readonly upTo: Size | null;
  readonly range: Range;
}

/** An interval of real numbers and whether its ends are left out. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly openBelow: boolean;
  readonly openAbove: boolean;
}

/** `\mathbb R`, `\mathbb R^{C \times M}`, `[0,1]^n`, `(0,1)^n`, or the places `\{1, \dots, n\}`. */
export function parseSet(cursor: Cursor, table: SymbolTable): NamedSet {
  const start = cursor.peek().start;
  if (cursor.at('\\{')) return parsePlaces(cursor, table);
  const interval =
    cursor.take('\\mathbb') !== null || cursor.at('R') ? parseReals(cursor) : parseInterval(cursor);
  const shape = cursor.take('^') ? parseShape(cursor, table) : [];
  return { shape, interval, upTo: null, range: { start, end: cursor.lastEnd } };
}

/** `\{1, 2, \dots, n\}`. */
function parsePlaces(cursor: Cursor, table: SymbolTable): NamedSet {
  const open = cursor.next();
  for (let next = 1; ; next++) {
    const token = cursor.next();
    if (DOTS.has(token.text) && next > 1) break;
    if (token.text !== String(next)) {
      const hint = 'write \\{1, \\dots, n\\} with n a declared size';
      throw new TexError('unexpected', `${token.text || 'the end'} in a list from 1`, token, hint);
    }
    cursor.expect(',');
  }
  cursor.take(',');
  const upTo = parseSize(cursor, table);
  cursor.expect('\\}', open);
  return { shape: [], interval: null, upTo, range: { start: open.start, end: cursor.lastEnd } };
}

const DOTS = new Set(['\\dots', '\\cdots', '\\ldots']);

function parseReals(cursor: Cursor): null {
  const braced = cursor.take('{');
  cursor.expect('R');
  if (braced) cursor.expect('}', braced);
  return null;
}

function parseInterval(cursor: Cursor): NamedSet['interval'] {
  const open = cursor.take('(') ?? cursor.take('[');
  if (!open) throw cursor.unexpected('a set expected', 'write \\mathbb R^n, [0,1]^n or (0,1)^n');
  const from = parseBound(cursor);
  cursor.expect(',');
  const to = parseBound(cursor);
  const close = cursor.take(')') ?? cursor.expect(']', open);
  if (!(from < to)) {
    throw new TexError('unexpected', 'an empty interval', {
      start: open.start,
      end: cursor.lastEnd,
    });
  }
  return { from, to, openBelow: open.text === '(', openAbove: close.text === ')' };
}

function parseBound(cursor: Cursor): number {
  const sign = cursor.take('-') ? -1 : 1;
  const token = cursor.next();
  if (token.kind !== 'number')
    throw new TexError('unexpected', `${token.text || 'the end'} here, a number expected`, token);
  return sign * Number(token.text);
}

function parseShape(cursor: Cursor, table: SymbolTable): Size[] {
  const braced = cursor.take('{');
  const shape = [parseSize(cursor, table)];
  if (braced) {
    while (cursor.take('\\times')) shape.push(parseSize(cursor, table));
    cursor.expect('}', braced);
  }
  // A matrix of one column is a vector.
  const last = shape[1];
  return shape.length === 2 && last?.of === null && last.plus === 1 ? shape.slice(0, 1) : shape;
}

/** The size alone in a subscript, `_n` or `_{n}`, moving past it; null where there is none. */
export function takeSize(cursor: Cursor, table: SymbolTable): Size | null {
  const braced = cursor.peek(1).text === '{' ? 1 : 0;
  const { kind, text } = cursor.peek(1 + braced);
  const whole = kind === 'number' && /^[1-9]\d*$/.test(text) && (braced === 1 || text.length === 1);
  const named = kind === 'letter' && table.sizes.has(text);
  if (!cursor.at('_') || !(whole || named)) return null;
  if (braced && cursor.peek(3).text !== '}') return null;
  for (let k = 0; k < 2 + 2 * braced; k++) cursor.next();
  return whole ? fixedSize(Number(text)) : namedSize(table.sizes.get(text) ?? '');
}

/** A size: `n`, `3`, `m+1` or `(m+1)`. */
function parseSize(cursor: Cursor, table: SymbolTable): Size {
  const parenthesis = cursor.take('(');
  const token = cursor.next();
  let size: Size;
  if (token.kind === 'number') size = fixedSize(Number(token.text));
  else {
    const of = table.sizes.get(token.text);
    if (of === undefined) {
      throw new TexError(
        'undeclared',
        `undeclared size ${token.text}`,
        token,
        `this notation declares ${[...table.sizes.keys()].join(', ')}`,
      );
    }
    const plus = cursor.take('+');
    size = namedSize(of, plus ? parseBound(cursor) : 0);
  }
  if (parenthesis) cursor.expect(')', parenthesis);
  return size;
}
