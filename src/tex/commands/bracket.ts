import type { Expression } from '../../expression/tree.ts';
import { TexError } from '../errors.ts';
import type { Grammar } from '../grammar.ts';
import { parseIndexList } from '../indices.ts';
import { parsePower } from '../power.ts';
import { atSingle } from '../single.ts';
import { parseItems, vectorOf } from './list.ts';

const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '\\{': '\\}',
  '\\lbrace': '\\rbrace',
};

const SIZES = new Set([
  '\\big',
  '\\Big',
  '\\bigg',
  '\\Bigg',
  '\\bigl',
  '\\Bigl',
  '\\biggl',
  '\\Biggl',
  '\\bigr',
  '\\Bigr',
  '\\biggr',
  '\\Biggr',
]);

/** Whether a bracket opens at the cursor, sized or not. */
export function atBracket({ cursor }: Grammar): boolean {
  const sized = cursor.peek().kind === 'command' && SIZES.has(cursor.peek().text);
  const token = cursor.peek(cursor.at('\\left') || sized ? 1 : 0);
  return token.kind !== 'text' && Object.hasOwn(CLOSING, token.text);
}

/** `( … )`, `[ … ]` or `\{ … \}` around one expression, with an index or a power behind it. */
export function parseBracket(grammar: Grammar): Expression {
  const { of, listed } = readGroup(grammar);
  const whole = withScripts(grammar, of);
  if (whole.kind === 'transpose' && whole.of === of && listed) {
    const hint = 'it is a column here; a row is \\begin{bmatrix} a & b \\end{bmatrix}';
    throw new TexError('ambiguous', 'the transpose of a list', whole.range, hint);
  }
  return whole;
}

/** What stands in brackets, without the scripts behind them; in round ones also a list, a vector. */
export function parseGroup(grammar: Grammar): Expression {
  return readGroup(grammar).of;
}

function readGroup(grammar: Grammar): { readonly of: Expression; readonly listed: boolean } {
  const { cursor } = grammar;
  const start = cursor.peek().start;
  const left = cursor.take('\\left');
  const sized = !left && SIZES.has(cursor.peek().text) ? cursor.next() : null;
  const open = cursor.next();
  const close = CLOSING[open.text];
  if (close === undefined)
    throw new TexError('unexpected', `${open.text || 'the end'} here, a bracket expected`, open);
  const items = open.text === '(' ? parseItems(grammar) : [grammar.expression(0)];
  if (open.text === '[' && cursor.at(',')) {
    const hint = 'write a vector as (a, b), a row as \\begin{bmatrix} a & b \\end{bmatrix}';
    throw new TexError('unsupported', 'a list in square brackets', cursor.peek(), hint);
  }
  if (left && !cursor.take('\\right')) {
    throw new TexError(
      'unbalanced',
      '\\left without \\right',
      left,
      `close it with \\right${close}`,
    );
  }
  if (sized && SIZES.has(cursor.peek().text)) cursor.next();
  cursor.expect(close, { start, end: open.end });
  const range = { start, end: cursor.lastEnd };
  return { of: { ...vectorOf(items, range), range }, listed: items.length > 1 };
}

/** What has just been read with the index, powers and transposes behind it. */
export function withScripts(grammar: Grammar, of: Expression): Expression {
  const { cursor, table } = grammar;
  if (!cursor.take('_')) return parsePower(grammar, of);
  const brace = cursor.take('{');
  const at = brace
    ? parseIndexList(cursor, table)
    : atSingle(cursor).alone((one) => parseIndexList(one, table));
  if (brace) cursor.expect('}', brace);
  const range = { start: of.range.start, end: cursor.lastEnd };
  return parsePower(grammar, { kind: 'component', of, at, range });
}
