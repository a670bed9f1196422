import type { Expression } from '../../expression/tree.ts';
import { TexError } from '../errors.ts';
import type { Grammar } from '../grammar.ts';
import { atBracket, parseGroup, withScripts } from './bracket.ts';
import { FOLD_NAMES, parseFold } from './fold.ts';
import { wordAt } from './word.ts';

/** Operators on one matrix or vector. */
const OPERATORS = {
  diag: 'diagonal',
  vec: 'vec',
  tr: 'trace',
  Tr: 'trace',
  trace: 'trace',
} as const;

function isOperator(word: string): word is keyof typeof OPERATORS {
  return Object.hasOwn(OPERATORS, word);
}

/** Whether an operator with a name stands at the cursor that the notation doesn't declare itself. */
export function atOperator({ cursor, table }: Grammar): boolean {
  const found = wordAt(cursor);
  if (!found || !(isOperator(found.word) || Object.hasOwn(FOLD_NAMES, found.word))) return false;
  return !['\\operatorname', '\\mathrm', '\\text'].some((font) =>
    table.symbols.has(`${font} ${found.word}`),
  );
}

/** `\operatorname{diag}(v)`, `\operatorname{vec}(W)`, `\operatorname{argmax}_j z_j`. */
export function parseOperator(grammar: Grammar): Expression {
  const { cursor } = grammar;
  const found = wordAt(cursor);
  if (!found || !isOperator(found.word)) return parseFold(grammar);
  const { word } = found;
  const start = cursor.peek().start;
  for (let k = 0; k < found.tokens; k++) cursor.next();
  const kind = OPERATORS[word];
  const node = (of: Expression): Expression => ({
    kind,
    of,
    range: { start, end: cursor.lastEnd },
  });
  // Scripts behind brackets belong to the whole: vec(W)ᵀ is a row.
  if (atBracket(grammar)) return withScripts(grammar, node(parseGroup(grammar)));
  if (!grammar.atFactor())
    throw new TexError(
      'missing',
      `${word} without its argument`,
      cursor.peek(),
      `write ${word}(A)`,
    );
  const whole = node(grammar.factor());
  if (grammar.atFactor()) {
    const message = `${word} of a product without brackets`;
    throw new TexError('ambiguous', message, cursor.peek(), `write ${word}(…)`);
  }
  return whole;
}
