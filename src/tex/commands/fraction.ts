import type { Expression, Range, Variable } from '../../expression/tree.ts';
import type { Cursor } from '../cursor.ts';
import type { Token } from '../lexer.ts';
import { TexError } from '../errors.ts';
import { POWER, type Grammar } from '../grammar.ts';
import { parseVariable } from '../entry.ts';
import { parsePower } from '../power.ts';
import { atSingle } from '../single.ts';

/** A derivative as a fraction: with `\partial`, or with the `d` of a single variable. */
type Fraction = 'fraction' | 'total';

/** `\frac{a}{b}`, or a derivative where both parts start with `\partial`, or with `d`. */
export function parseFraction(grammar: Grammar): Expression {
  const { cursor } = grammar;
  const command = cursor.next();
  if (cursor.peek().text === '{' && cursor.peek(1).text === '\\partial')
    return parseDerivative(grammar, command, 'fraction');
  if (atTotal(grammar)) return parseDerivative(grammar, command, 'total');
  const halves = cursor.takeTwoDigits();
  const left = halves ? digit(halves[0]) : parseGroup(grammar);
  const right = halves ? digit(halves[1]) : parseGroup(grammar);
  const range = { start: command.start, end: cursor.lastEnd };
  return parsePower(grammar, { kind: 'divide', left, right, range });
}

/** `\partial_{z_k} f`: the derivative of what follows by its subscript; or `\partial f / \partial z_k`. */
export function parsePartial(grammar: Grammar): Expression {
  const { cursor } = grammar;
  const command = cursor.next();
  if (!cursor.at('_')) return parseSlashed(grammar, command);
  const by = parseBelow(grammar);
  return derivative(parseBody(grammar), [by], 'subscript', command.start, cursor.lastEnd);
}

/** Whether `{d…}{d z}` stands at the cursor. A `d` that the notation declares must be upright to be one. */
function atTotal({ cursor, table }: Grammar): boolean {
  const plain = !table.symbols.has('d') && !table.sizes.has('d');
  const starts = (ahead: number): number =>
    cursor.peek(ahead).text === '{' && (plain || cursor.peek(ahead + 1).kind !== 'letter')
      ? signLength(cursor, ahead + 1)
      : 0;
  if (starts(0) === 0) return false;
  let ahead = 1;
  for (let depth = 1; depth > 0; ahead++) {
    const { kind, text } = cursor.peek(ahead);
    if (kind === 'end') return false;
    if (kind === 'symbol' && text === '{') depth += 1;
    if (kind === 'symbol' && text === '}') depth -= 1;
  }
  const sign = starts(ahead);
  return sign > 0 && !['}', '_', '^'].includes(cursor.peek(ahead + 1 + sign).text);
}

/** How many tokens the `d`, `\mathrm d` or `\mathrm{d}` of a derivative takes; 0 where there is none. */
function signLength(cursor: Cursor, ahead: number): number {
  if (cursor.peek(ahead).text !== '\\mathrm') return isD(cursor.peek(ahead)) ? 1 : 0;
  if (isD(cursor.peek(ahead + 1))) return 2;
  const braced = cursor.peek(ahead + 1).text === '{' && cursor.peek(ahead + 3).text === '}';
  return braced && isD(cursor.peek(ahead + 2)) ? 4 : 0;
}

function isD({ kind, text }: Token): boolean {
  return kind === 'letter' && text === 'd';
}

function takeSign(cursor: Cursor, written: Fraction): void {
  if (written === 'fraction') cursor.expect('\\partial');
  else for (let left = signLength(cursor, 0); left > 0; left--) cursor.next();
}

/** The variable below `\partial` or `\nabla`. */
export function parseBelow({ cursor, table }: Grammar): Variable {
  cursor.expect('_');
  const open = cursor.take('{');
  if (!open) {
    // A Greek letter is one token too: `\nabla_\omega f`.
    if (cursor.peek().kind !== 'command') atSingle(cursor);
    return cursor.alone((one) => parseVariable(one, table));
  }
  const by = parseVariable(cursor, table);
  cursor.expect('}', open);
  return by;
}

/** `\partial f / \partial z_k`, behind the first `\partial`. */
function parseSlashed(grammar: Grammar, command: Token): Expression {
  const { cursor } = grammar;
  const order = parseOrder(grammar);
  const above = grammar.expression(POWER.juxtaposed);
  cursor.expect('/');
  const variables = parseVariables(grammar, 'fraction', (read) => read < order);
  const end = cursor.lastEnd;
  checkOrder(order, variables.length, { start: command.start, end });
  if (grammar.atFactor()) {
    const hint = 'write \\frac, or brackets around the derivative';
    throw new TexError('ambiguous', 'a product behind /', cursor.peek(), hint);
  }
  return derivative(above, variables, 'fraction', command.start, end);
}

/** `\partial z_i \partial z_j^2`: what a derivative is taken by, as long as `goOn` with so many read. */
function parseVariables(
  { cursor, table }: Grammar,
  written: Fraction,
  goOn: (read: number) => boolean,
): Variable[] {
  const variables: Variable[] = [];
  while (goOn(variables.length)) {
    takeSign(cursor, written);
    const by = parseVariable(cursor, table);
    const times = skipTranspose(cursor, variables.length > 0) ? 1 : parseOrder({ cursor });
    for (let k = 0; k < times; k++) variables.push(by);
  }
  return variables;
}

/** `\partial z \partial z^\top`: the mark says that the second variable runs along the rows, as it does. */
function skipTranspose(cursor: Cursor, second: boolean): boolean {
  if (!second || !cursor.at('^')) return false;
  const braced = cursor.peek(1).text === '{';
  if (!['\\top', 'T'].includes(cursor.peek(braced ? 2 : 1).text)) return false;
  for (let k = braced ? 4 : 2; k > 0; k--) cursor.next();
  return true;
}

function checkOrder(order: number, variables: number, range: Range): void {
  if (variables === order) return;
  const message = `a derivative of order ${order} by ${variables} variables`;
  throw new TexError('unexpected', message, range);
}

function digit({ text, start, end }: Token): Expression {
  return { kind: 'number', text, range: { start, end } };
}

function parseGroup(grammar: Grammar): Expression {
  const { cursor } = grammar;
  const open = cursor.take('{');
  if (!open) return grammar.expressionOfOne();
  const inner = grammar.expression(0);
  cursor.expect('}', open);
  return inner;
}

/**
 * `\frac{\partial f}{\partial z}` or `\frac{\partial}{\partial z} f`; with several variables below
 * the leftmost is the outermost derivative.
 */
function parseDerivative(grammar: Grammar, command: Token, written: Fraction): Expression {
  const { cursor } = grammar;
  const open = cursor.expect('{');
  takeSign(cursor, written);
  const order = parseOrder(grammar);
  const above = cursor.at('}') ? null : grammar.expression(POWER.product);
  if (cursor.at('+') || cursor.at('-')) {
    throw new TexError(
      'ambiguous',
      `${cursor.peek().text} after ${written === 'total' ? 'd' : '\\partial'}`,
      cursor.peek(),
      'write brackets around what is differentiated',
    );
  }
  cursor.expect('}', open);
  const below = cursor.expect('{');
  const variables = parseVariables(grammar, written, (read) =>
    written === 'total' ? read === 0 : !cursor.at('}'),
  );
  if (written === 'total' && signLength(cursor, 0) > 0) {
    const hint = 'write \\partial where there are several variables';
    throw new TexError('unexpected', 'd by a second variable', cursor.peek(), hint);
  }
  cursor.expect('}', below);
  checkOrder(order, variables.length, { start: command.start, end: cursor.lastEnd });
  if (above) {
    const whole = derivative(above, variables, written, command.start, cursor.lastEnd);
    return parsePower(grammar, whole);
  }
  return derivative(parseBody(grammar), variables, written, command.start, cursor.lastEnd);
}

/** The order of a derivative, `^2`; 1 where none is written. */
export function parseOrder({ cursor }: Pick<Grammar, 'cursor'>): number {
  if (!cursor.take('^')) return 1;
  const braced = cursor.take('{');
  const token = cursor.next();
  if (braced) cursor.expect('}', braced);
  const order = Number(token.text);
  if (token.kind !== 'number' || !(order >= 1 && order <= 4)) {
    throw new TexError(
      'unexpected',
      `order ${token.text} of a derivative`,
      token,
      'an order is a number from 1 to 4',
    );
  }
  return order;
}

/** What is differentiated: factors up to the next operator. */
export function parseBody(grammar: Grammar): Expression {
  if (!grammar.atFactor()) throw grammar.cursor.unexpected('what is differentiated expected');
  return grammar.expression(POWER.juxtaposed);
}

/** `of` differentiated by each of the variables, the leftmost last. */
export function derivative(
  of: Expression,
  variables: readonly Variable[],
  written: Fraction | 'subscript' | 'nabla',
  start: number,
  end: number,
): Expression {
  return variables.reduceRight<Expression>(
    (inner, by) => ({ kind: 'derivative', written, of: inner, by, range: { start, end } }),
    of,
  );
}
