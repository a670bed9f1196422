import type { Expression, Fold, Index, IndexCondition } from '../../expression/tree.ts';
import { TexError } from '../errors.ts';
import { POWER, type Grammar } from '../grammar.ts';
import { parseConditions, parseIndex } from '../indices.ts';

const FOLDS: Readonly<Record<string, { readonly fold: Fold; readonly power: number }>> = {
  '\\sum': { fold: 'sum', power: POWER.minus },
  '\\prod': { fold: 'product', power: POWER.minus },
  '\\max': { fold: 'maximum', power: POWER.juxtaposed },
  '\\min': { fold: 'minimum', power: POWER.juxtaposed },
};

/** `\sum`, `\prod`, `\max` or `\min` over an index, with bounds and conditions below it. */
export function parseFold(grammar: Grammar): Expression {
  const { cursor, table } = grammar;
  const command = cursor.next();
  const rule = FOLDS[command.text];
  if (!rule) throw new TexError('unexpected', `${command.text} runs over no index`, command);
  let lower: { conditions: IndexCondition[]; indices: Index[] } | null = null;
  let upper: Index | null = null;
  for (;;) {
    if (!lower && cursor.take('_')) {
      const open = cursor.take('{');
      lower = open
        ? parseConditions(cursor, table)
        : cursor.alone((one) => parseConditions(one, table));
      if (open) cursor.expect('}', open);
    } else if (!upper && cursor.take('^')) {
      const open = cursor.take('{');
      upper = parseIndex(cursor, table);
      if (open) cursor.expect('}', open);
    } else break;
  }
  if (!lower)
    throw new TexError(
      'missing',
      `${command.text} without an index`,
      command,
      `write ${command.text}_{j=1}^{…} or ${command.text}_j`,
    );
  const bounds = boundsOf(lower, upper, command.text);
  if (!grammar.atFactor() && !cursor.at('-'))
    throw cursor.unexpected(`what ${command.text} runs over expected`);
  const body = grammar.expression(rule.power);
  return {
    kind: 'fold',
    fold: rule.fold,
    ...bounds,
    body,
    range: { start: command.start, end: cursor.lastEnd },
  };
}

/** The bound letter, its last place and the conditions that remain. */
function boundsOf(
  lower: { conditions: IndexCondition[]; indices: Index[] },
  upper: Index | null,
  command: string,
): { index: string; to: Index | null; where: IndexCondition[] } {
  const bound = lower.indices.find((index) => index.kind === 'letter');
  if (bound?.kind !== 'letter') {
    const range = lower.indices[0]?.range ?? { start: 0, end: 0 };
    throw new TexError('unexpected', `${command} over no letter`, range);
  }
  const isBound = (index: Index): boolean => index.kind === 'letter' && index.name === bound.name;
  let to = upper;
  const where: IndexCondition[] = [];
  for (const [k, condition] of lower.conditions.entries()) {
    const { comparison, left, right } = condition;
    if (k === 0 && comparison === '=' && isBound(left)) {
      if (right.kind !== 'literal' || right.value !== 1)
        where.push({ comparison: '≥', left, right });
    } else if (
      comparison === '≤' &&
      isBound(right) &&
      left.kind === 'literal' &&
      left.value === 1
    ) {
      continue; // indices count from 1 anyway
    } else if (comparison === '≤' && isBound(left) && right.kind === 'last' && !to) {
      to = right;
    } else where.push(condition);
  }
  return { index: bound.name, to, where };
}
