import type { Elementary, Expression } from '../../expression/tree.ts';
import { TexError } from '../errors.ts';
import type { Grammar } from '../grammar.ts';
import { atBracket } from './bracket.ts';

const NAMES: Readonly<Record<string, Elementary>> = {
  '\\exp': 'exp',
  '\\log': 'log',
  '\\ln': 'log',
};

/**
 * `\exp` or `\log` of one factor, of a bracket, or of a sum or product. Anything longer without
 * brackets could be read in two ways and is an error.
 */
export function parseElementary(grammar: Grammar): Expression {
  const { cursor } = grammar;
  const command = cursor.next();
  const name = NAMES[command.text];
  if (!name)
    throw new TexError('unexpected', `${command.text} is no function of one number`, command);
  if (cursor.at('^') || cursor.at('_')) {
    throw new TexError(
      'unsupported',
      `a script on ${command.text}`,
      cursor.peek(),
      `write \\left(${command.text}(…)\\right)^2 for a power`,
    );
  }
  const bracketed = atBracket(grammar);
  const folded = cursor.at('\\sum') || cursor.at('\\prod');
  if (!grammar.atFactor()) throw cursor.unexpected(`the argument of ${command.text} expected`);
  const bracketStart = cursor.peek().start;
  const of = grammar.factor();
  if (bracketed && of.kind === 'power' && of.left.range.start === bracketStart) {
    throw new TexError(
      'ambiguous',
      `a power behind ${command.text}(…)`,
      of.range,
      'write brackets around what the power belongs to',
    );
  }
  if (!bracketed && !folded && grammar.atFactor()) {
    throw new TexError(
      'ambiguous',
      `${command.text} of a product without brackets`,
      cursor.peek(),
      `write brackets around the argument of ${command.text}`,
    );
  }
  return { kind: 'elementary', name, of, range: { start: command.start, end: cursor.lastEnd } };
}

/** `\sqrt{…}`. */
export function parseSquareRoot(grammar: Grammar): Expression {
  const { cursor } = grammar;
  const command = cursor.next();
  const open = cursor.expect('{');
  const of = grammar.expression(0);
  cursor.expect('}', open);
  return {
    kind: 'elementary',
    name: 'sqrt',
    of,
    range: { start: command.start, end: cursor.lastEnd },
  };
}
