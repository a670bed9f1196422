import type { SymbolTable } from '../expression/symbols.ts';
import type { Expression } from '../expression/tree.ts';
import { parseDisplay, type Display, type Link } from '../tex/display.ts';
import { TexError } from '../tex/errors.ts';
import type { Relation } from '../tex/relations.ts';
import type { NamedSet } from '../tex/sets.ts';
import { bindLocally } from './bindLocally.ts';
import { inPragma, pragmaError, pragmaSource } from './inPragma.ts';
import type { Pragmas } from './pragmas.ts';

/** The proof must end where its goal says: with the same formula, not one that is merely equal. */
export function checkGoal(pragmas: Pragmas, display: Display, table: SymbolTable): void {
  const pragma = pragmas.goal;
  if (!pragma) return;
  const read = inPragma(() => parseDisplay(pragmaSource(pragma), table, bindLocally));
  const goal = read.display.chains[0];
  const chain = display.chains.at(-1);
  const [wanted, reached] = [goal?.links.at(-1), chain?.links.at(-1)];
  if (!goal || !chain || !wanted || !reached || goal.links.length !== 1) {
    throw pragmaError(pragma, '% goal: without one relation', 'write the equation to be proved');
  }
  const proved = relationOf(chain.links);
  if (
    sameFormula(goal.first, chain.first) &&
    sameFormula(wanted.right, reached.right) &&
    (proved === wanted.relation || IMPLIED[wanted.relation]?.some((one) => one === proved))
  )
    return;
  throw new TexError(
    'missing',
    'the proof does not reach its goal',
    reached.right.range,
    `it should go from the left to the right side of ${pragma.tex}`,
  );
}

/** What else proves a relation. */
const IMPLIED: Readonly<Partial<Record<Relation, readonly Relation[]>>> = {
  '≤': ['<', '='],
  '≥': ['>', '='],
  '≠': ['<', '>'],
  ':=': ['='],
  '=': [':='],
};

/** How the ends of a chain are related by its steps; null where nothing follows. */
function relationOf(links: readonly Link[]): Relation | null {
  const names = new Set(links.map(({ relation }) => (relation === ':=' ? '=' : relation)));
  names.delete('=');
  const [first, second] = names;
  if (first === undefined) return '=';
  if (second === undefined) {
    const once = links.filter(({ relation }) => relation === first).length === 1;
    return once || '<≤>≥'.includes(first) ? first : null;
  }
  if (names.size > 2) return null;
  if (names.has('<') && names.has('≤')) return '<';
  return names.has('>') && names.has('≥') ? '>' : null;
}

/** Whether two formulas are the same tree, whatever brackets and spaces they are written with. */
function sameFormula(a: Expression | NamedSet, b: Expression | NamedSet): boolean {
  const plain = (value: Expression | NamedSet): string =>
    JSON.stringify(value, (key, inner: unknown) => (key === 'range' ? undefined : inner));
  return plain(a) === plain(b);
}
