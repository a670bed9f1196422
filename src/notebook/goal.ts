import type { SymbolTable } from '../expression/symbols.ts';
import type { Expression } from '../expression/tree.ts';
import { parseDisplay, type Display } from '../tex/display.ts';
import { TexError } from '../tex/errors.ts';
import type { NamedSet } from '../tex/sets.ts';
import { bindLocally } from './bindLocally.ts';
import { inPragma } from './inPragma.ts';
import type { Pragmas } from './pragmas.ts';

/** The proof must end where its goal says: with the same formula, not one that is merely equal. */
export function checkGoal(pragmas: Pragmas, display: Display, table: SymbolTable): void {
  if (!pragmas.goal) return;
  const { tex } = pragmas.goal;
  const goal = inPragma(tex, () => parseDisplay(tex, table, bindLocally)).display.chains[0];
  const chain = display.chains.at(-1);
  const [wanted, reached] = [goal?.links.at(-1)?.right, chain?.links.at(-1)?.right];
  if (!goal || !chain || !wanted || !reached || goal.links.length !== 1) {
    throw new TexError('unexpected', '% goal: needs one relation', { start: 0, end: 0 });
  }
  if (sameFormula(goal.first, chain.first) && sameFormula(wanted, reached)) return;
  throw new TexError(
    'missing',
    'the proof does not reach its goal',
    reached.range,
    `it should go from the left to the right side of ${tex}`,
  );
}

/** Whether two formulas are the same tree, whatever brackets and spaces they are written with. */
function sameFormula(a: Expression | NamedSet, b: Expression | NamedSet): boolean {
  const plain = (value: Expression | NamedSet): string =>
    JSON.stringify(value, (key, inner: unknown) => (key === 'range' ? undefined : inner));
  return plain(a) === plain(b);
}
