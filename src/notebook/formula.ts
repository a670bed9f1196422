import type { Claim, Variable } from '../check/program.ts';
import { checkClaim } from '../check/checkClaim.ts';
import {
  worstVerdict,
  type SourceError,
  type StepVerdict,
  type VerdictName,
} from '../check/verdict.ts';
import { defineSymbol } from '../expression/definition.ts';
import { ExpressionError } from '../expression/errors.ts';
import type { Scalar } from '../expression/scalar.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import { type SymbolDeclaration } from '../expression/symbols.ts';
import type { Expression, Range } from '../expression/tree.ts';
import { Cursor } from '../tex/cursor.ts';
import { parseDisplay, type Chain, type Display, type Link } from '../tex/display.ts';
import { TexError } from '../tex/errors.ts';
import { parseGuard } from '../tex/guard.ts';
import { normalName } from '../tex/names.ts';
import type { Relation } from '../tex/relations.ts';
import type { NamedSet } from '../tex/sets.ts';
import { claimsOf, type Conditions } from './claims.ts';
import type { Notation } from './notation.ts';
import type { Pragmas } from './pragmas.ts';
import { programOf, variableOf } from './programs.ts';
import { quantitySpans, type QuantitySpan } from './spans.ts';
import { symbolsOf } from './symbolsOf.ts';

/** A relation of a formula between two neighbours, and what was found of it. */
export interface CheckedStep {
  readonly relation: Relation;
  readonly left: Range;
  readonly relationRange: Range;
  readonly right: Range;
  readonly row: number;
  readonly reason: string | null;
  /** Whether this step starts a chain, so that its left side is shown. */
  readonly starts: boolean;
  /** Where what is shown with the step ends. */
  readonly end: number;
  readonly verdict: StepVerdict;
  /** What was tested; empty for definitions and for what can't be tested. */
  readonly claims: readonly Claim<Scalar>[];
}

/** A formula with its verdict. Ranges are offsets into `tex`. */
export interface CheckedFormula {
  readonly verdict: VerdictName;
  readonly steps: readonly CheckedStep[];
  readonly error: SourceError | null;
  readonly spans: readonly QuantitySpan[];
  /** The names that the formula binds itself, with how their values are drawn. */
  readonly local: Readonly<Record<string, Variable>>;
  /** What names mean after this formula. */
  readonly table: SymbolTable;
}

const NO_PRAGMAS: Pragmas = {
  id: null,
  guard: null,
  defines: null,
  within: null,
  goal: null,
  unchecked: null,
  reasons: [],
};

/** Reads and checks one formula where names mean what `table` says. */
export function checkFormula(
  tex: string,
  notation: Notation,
  table: SymbolTable,
  pragmas: Pragmas = NO_PRAGMAS,
): CheckedFormula {
  if (pragmas.unchecked !== null)
    return { verdict: 'unchecked', steps: [], error: null, spans: [], local: {}, table };
  try {
    return checkReadable(tex, notation, table, pragmas);
  } catch (error) {
    return {
      verdict: 'malformed',
      steps: [],
      error: sourceError(error),
      spans: [],
      local: {},
      table,
    };
  }
}

function checkReadable(
  tex: string,
  notation: Notation,
  table: SymbolTable,
  pragmas: Pragmas,
): CheckedFormula {
  const { display, table: bound } = parseDisplay(tex, table, bindLocally);
  if (display.chains.every(({ links }) => links.length === 0)) {
    throw new TexError(
      'missing',
      'a formula without a relation',
      { start: 0, end: tex.length },
      'relate two sides, or say % unchecked: and why',
    );
  }
  let meaning = inPlay(display, notation, bound);
  const conditions = readConditions(pragmas, meaning);
  const steps: CheckedStep[] = [];
  let defined = table;
  let first = true;
  for (const chain of display.chains) {
    for (const [link, left] of neighbours(chain)) {
      const common = stepRanges(link, left, left === chain.first);
      if (first && definesHere(link, pragmas, left, meaning)) {
        const definition = defineSymbol(left, expressionOf(link), meaning);
        meaning = meaning.withDefinition(definition);
        defined = defined.withDefinition(definition);
        steps.push({ ...common, verdict: { verdict: 'definition' }, claims: [] });
      } else {
        steps.push({ ...common, ...checkStep(link, left, display, conditions, meaning, tex) });
      }
      first = false;
    }
  }
  checkGoal(pragmas, display, meaning);
  const reasoned = withReasons(steps, pragmas.reasons);
  const verdict = worstVerdict(steps.map((step) => step.verdict.verdict));
  const spans = quantitySpans(display, meaning);
  const local = localVariables(display, bound);
  return { verdict, steps: reasoned, error: null, spans, local, table: defined };
}

/** The steps with the reasons of a pragma; there must be one for each. */
function withReasons(
  steps: readonly CheckedStep[],
  reasons: readonly string[],
): readonly CheckedStep[] {
  if (reasons.length === 0) return steps;
  if (reasons.length !== steps.length) {
    const message = `${reasons.length} reasons for ${steps.length} steps`;
    throw new TexError(
      'unexpected',
      message,
      { start: 0, end: 0 },
      'separate reasons by |, one for each relation',
    );
  }
  return steps.map((step, k) => ({ ...step, reason: step.reason ?? reasons[k] ?? null }));
}

/** A name bound by `\forall`: it ranges over the set, whatever it means outside the formula. */
function bindLocally(table: SymbolTable, name: string, set: NamedSet): SymbolTable {
  const outer = table.symbols.get(name);
  const local: SymbolDeclaration = {
    name: `${name}∀`,
    kind: 'real',
    slots: set.shape.map((size) => ({ size, place: 'subscript', optional: false })),
    parameters: [],
    range: set.interval ? [set.interval.from, set.interval.to] : (outer?.range ?? [-2, 2]),
    quantity:
      outer && outer.slots.filter(({ optional }) => !optional).length === set.shape.length
        ? outer.quantity
        : null,
    phrase: outer?.phrase ?? name,
  };
  return table.withBound(name, local);
}

function localVariables(display: Display, table: SymbolTable): Record<string, Variable> {
  const variables: Record<string, Variable> = {};
  for (const { name } of display.sides.quantified) {
    const symbol = table.symbols.get(name);
    if (symbol) variables[symbol.name] = variableOf(symbol);
  }
  return variables;
}

/** The meanings of names in a formula that mentions what the notation's definitions ask for. */
function inPlay(display: Display, notation: Notation, table: SymbolTable): SymbolTable {
  const mentioned = symbolsOf(display, table);
  return notation.conditional.reduce(
    (all, { definition, when }) =>
      !all.definitions.has(definition.symbol) && [...when].some((name) => mentioned.has(name))
        ? all.withDefinition(definition)
        : all,
    table,
  );
}

function readConditions(pragmas: Pragmas, table: SymbolTable): Conditions {
  const guard = pragmas.guard
    ? within(pragmas.guard.tex, () => parseGuard(pragmas.guard?.tex ?? '', table))
    : null;
  const bound = pragmas.within
    ? within(pragmas.within.tex, () => parseDisplay(pragmas.within?.tex ?? '', table, bindLocally))
    : null;
  return {
    guard: guard?.conditions ?? [],
    oneHot: guard?.oneHot ?? [],
    within: bound?.display.chains[0]?.first ?? null,
  };
}

/** Errors in a pragma are told by its text: their offsets are not those of the formula. */
function within<T>(source: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TexError)) throw error;
    throw new TexError(
      error.code,
      `${error.message} in the pragma ${source}`,
      { start: 0, end: 0 },
      error.hint,
    );
  }
}

function* neighbours(chain: Chain): Generator<[Link, Expression]> {
  let left: Expression | NamedSet = chain.first;
  for (const link of chain.links) {
    if (!('kind' in left)) {
      throw new TexError(
        'unexpected',
        'a relation behind a set',
        link.relationRange,
        'a membership ends a chain',
      );
    }
    yield [link, left];
    left = link.right;
  }
}

function stepRanges(
  link: Link,
  left: Expression,
  starts: boolean,
): Omit<CheckedStep, 'verdict' | 'claims'> {
  const { relation, relationRange, row, reason, end } = link;
  return {
    relation,
    left: left.range,
    relationRange,
    right: link.right.range,
    row,
    reason,
    starts,
    end,
  };
}

function expressionOf(link: Link): Expression {
  if ('kind' in link.right) return link.right;
  throw new TexError('unexpected', 'a set on the right of a definition', link.right.range);
}

/** Whether a link introduces its symbol: asked for, and without a meaning so far. */
function definesHere(link: Link, pragmas: Pragmas, left: Expression, table: SymbolTable): boolean {
  const named = 'symbol' in left ? left.symbol : null;
  if (pragmas.defines) {
    const name = normalName(Cursor.over(pragmas.defines.tex), table);
    if (name !== named) {
      throw new TexError(
        'unexpected',
        `% defines: ${name}, but the left side is another`,
        left.range,
        'the first relation defines, with its symbol on the left',
      );
    }
    if (link.relation !== '=' && link.relation !== ':=') {
      throw new TexError('unexpected', 'a definition needs = or :=', link.relationRange);
    }
  } else if (link.relation !== ':=') return false;
  return named !== null && !table.definitions.has(named);
}

function checkStep(
  link: Link,
  left: Expression,
  display: Display,
  conditions: Conditions,
  table: SymbolTable,
  tex: string,
): Pick<CheckedStep, 'verdict' | 'claims'> {
  try {
    if (link.relation === '≈' && !conditions.within) {
      const reason = 'an approximation needs its bound: % within:';
      return { verdict: { verdict: 'undecided', reason }, claims: [] };
    }
    const claims = claimsOf(
      { left, relation: link.relation, right: link.right },
      display.sides,
      conditions,
      table,
    );
    const builder = programOf(table);
    const compiled = claims.map((claim) => builder.addClaim(claim));
    const seed = seedOf(tex.slice(left.range.start, link.right.range.end));
    const verdicts = compiled.map((claim) => checkClaim(claim, builder.program, seed));
    return { verdict: worstOf(verdicts), claims };
  } catch (error) {
    if (!(error instanceof ExpressionError) || error.shapes === null) throw error;
    const [a, b] = error.shapes;
    const counterexample = { indices: {}, values: {}, left: a, right: b };
    return { verdict: { verdict: 'refuted', why: 'shape', counterexample }, claims: [] };
  }
}

function worstOf(verdicts: readonly StepVerdict[]): StepVerdict {
  const worst = worstVerdict(verdicts.map(({ verdict }) => verdict));
  const found = verdicts.find(({ verdict }) => verdict === worst);
  if (!found) throw new Error('a step makes at least one claim');
  return found;
}

/** FNV-1a of a step's TeX: its points are its own, and the same in every run. */
function seedOf(tex: string): number {
  let hash = 0x811c9dc5;
  for (const character of tex) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The proof must end where its goal says: with the same formula, not one that is merely equal. */
function checkGoal(pragmas: Pragmas, display: Display, table: SymbolTable): void {
  if (!pragmas.goal) return;
  const { tex } = pragmas.goal;
  const goal = within(tex, () => parseDisplay(tex, table, bindLocally)).display.chains[0];
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

/** An error of the TeX or expression layer as data; anything else is thrown on. */
export function sourceError(error: unknown): SourceError {
  if (!(error instanceof TexError) && !(error instanceof ExpressionError)) throw error;
  const hint = error instanceof TexError ? error.hint : null;
  return { code: error.code, message: error.message, hint, ...error.range };
}
