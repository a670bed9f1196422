import { NO_MUTANTS, type MutantCount } from '../check/killMutants.ts';
import type { TestedClaim } from '../check/slips.ts';
import {
  worstVerdict,
  type SourceError,
  type StepVerdict,
  type VerdictName,
} from '../check/verdict.ts';
import type { Scalar } from '../expression/scalar.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import type { Expression, Range } from '../expression/tree.ts';
import { parseDisplay, type Chain, type Display, type Link } from '../tex/display.ts';
import type { Sides } from '../tex/sides.ts';
import { refusePairSums } from './pairSums.ts';
import { TexError } from '../tex/errors.ts';
import { parseGuard } from '../tex/guard.ts';
import type { Relation } from '../tex/relations.ts';
import type { NamedSet } from '../tex/sets.ts';
import { checkStep, type StepResult } from './checkStep.ts';
import { bindLocally } from './bindLocally.ts';
import type { Conditions } from './claims.ts';
import { checkGoal } from './goal.ts';
import { axesOf } from './letters.ts';
import { descentOf } from './descent.ts';
import { definesHere, definitionOf } from './definitions.ts';
import { inNumbers, type InNumbers } from './inNumbers.ts';
import { inPragma, pragmaError, pragmaSource } from './inPragma.ts';
import type { Notation } from './notation.ts';
import type { Pragma, Pragmas } from './pragmas.ts';
import { withReadings, type Reading } from './readings.ts';
import { readFormula } from './quantified.ts';
import { sourceError } from './sourceError.ts';
import { quantitySpans, type QuantitySpan } from './spans.ts';

/** A relation of a formula between two neighbours, and what was found of it. */
export interface CheckedStep {
  readonly relation: Relation;
  /** Where what is shown with the step starts: its left side, or a condition before it. */
  readonly from: number;
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
  /** What became of slips made in the step on purpose. */
  readonly mutants: MutantCount;
  /** What was tested; empty for definitions and for what can't be tested. */
  readonly claims: readonly TestedClaim<Scalar>[];
  readonly numbers: InNumbers<Scalar>;
}

/** A formula with its verdict. Ranges are offsets into `tex`. */
export interface CheckedFormula {
  readonly verdict: VerdictName;
  readonly steps: readonly CheckedStep[];
  readonly error: SourceError | null;
  readonly spans: readonly QuantitySpan[];
  /** How names are read in this formula alone. */
  readonly readings: readonly Reading[];
  /** What names mean in this formula; null where nothing was checked. */
  readonly meaning: SymbolTable | null;
  /** What names mean after this formula. */
  readonly table: SymbolTable;
}

const NO_PRAGMAS: Pragmas = {
  id: null,
  guard: null,
  defines: null,
  within: null,
  goal: null,
  descends: null,
  unchecked: null,
  readings: [],
  reasons: [],
};

/** What is found of a formula that isn't read. */
export const NOTHING = { steps: [], error: null, spans: [], meaning: null, readings: [] } as const;

/** Reads and checks one formula where names mean what `table` says. */
export function checkFormula(
  tex: string,
  notation: Notation,
  table: SymbolTable,
  pragmas: Pragmas = NO_PRAGMAS,
): CheckedFormula {
  if (pragmas.unchecked !== null) return { ...NOTHING, verdict: 'unchecked', table };
  try {
    return checkReadable(tex, notation, table, pragmas);
  } catch (error) {
    return { ...NOTHING, verdict: 'malformed', error: sourceError(error), table };
  }
}

function checkReadable(
  tex: string,
  notation: Notation,
  table: SymbolTable,
  pragmas: Pragmas,
): CheckedFormula {
  const { table: own, readings } = withReadings(table, pragmas.readings);
  const reading = readFormula(tex, notation, own);
  const { display } = reading;
  if (display.chains.every(({ links }) => links.length === 0)) {
    throw new TexError(
      'missing',
      'a formula without a relation',
      { start: 0, end: tex.length },
      'relate two sides, or say % unchecked: and why',
    );
  }
  let { meaning } = reading;
  const conditions = readConditions(pragmas, display, meaning);
  refusePairSums(display, conditions.guard, meaning);
  const steps: CheckedStep[] = [];
  let defined = table;
  let first = true;
  for (const chain of display.chains) {
    for (const [link, left] of neighbours(chain)) {
      const sides = withConditions(display.sides, chain);
      const numbers = (): InNumbers<Scalar> =>
        inNumbers({ ...link, left }, chain.conditions, sides, conditions, meaning);
      const common = stepRanges(link, left, chain);
      if (first && definesHere(link, pragmas, left, meaning, notation)) {
        const definition = definitionOf(link, left, { ...display, sides }, conditions, meaning);
        meaning = meaning.withDefinition(definition);
        defined = defined.withDefinition(definition);
        steps.push({
          ...common,
          verdict: { verdict: 'definition' },
          claims: [],
          mutants: NO_MUTANTS,
          numbers: numbers(),
        });
      } else {
        const { descends } = pragmas;
        const claimed =
          descends && link.relation === ':='
            ? descentOf(link, left, descends, meaning)
            : { link, left };
        steps.push({
          ...common,
          ...checkStep(claimed.link, claimed.left, sides, conditions, meaning, tex),
          numbers: numbers(),
        });
      }
      first = false;
    }
  }
  checkGoal(pragmas, display, meaning);
  const reasoned = withReasons(steps, pragmas);
  const verdict = worstVerdict(steps.map((step) => step.verdict.verdict));
  const spans = quantitySpans(display, meaning);
  return { verdict, steps: reasoned, error: null, spans, meaning, readings, table: defined };
}

/** What is said beside a formula, with what stands before one of its chains. */
function withConditions(sides: Sides, { conditions }: Chain): Sides {
  return { ...sides, conditions: [...sides.conditions, ...conditions] };
}

/** The steps with the reasons of a pragma; there must be one for each. */
function withReasons(
  steps: readonly CheckedStep[],
  { reasons, reasonsAt }: Pragmas,
): readonly CheckedStep[] {
  if (!reasonsAt) return steps;
  if (reasons.length !== steps.length) {
    const message = `${reasons.length} reasons for ${steps.length} steps`;
    throw pragmaError(reasonsAt, message, 'separate reasons by |, one for each relation');
  }
  return steps.map((step, k) => ({ ...step, reason: step.reason ?? reasons[k] ?? null }));
}

function readConditions(pragmas: Pragmas, display: Display, table: SymbolTable): Conditions {
  const { guard, within } = pragmas;
  const read = guard ? inPragma(() => parseGuard(pragmaSource(guard), table)) : null;
  return {
    guard: read?.conditions ?? [],
    oneHot: read?.oneHot ?? [],
    within: within ? boundOf(within, table) : null,
    elsewhere: axesOf(display, read?.conditions ?? [], table),
  };
}

/** The bound of an `≈`: one formula, related to nothing. */
function boundOf(pragma: Pragma, table: SymbolTable): Expression {
  const { chains, sides } = inPragma(() =>
    parseDisplay(pragmaSource(pragma), table, bindLocally),
  ).display;
  const [chain] = chains;
  const said = sides.conditions.length + sides.ranges.length + sides.quantified.length;
  if (!chain || chains.length > 1 || chain.links.length > 0 || said > 0)
    throw pragmaError(pragma, '% within: without one quantity', 'write the bound alone');
  return chain.first;
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
  { first, start }: Chain,
): Omit<CheckedStep, keyof StepResult | 'numbers'> {
  const { relation, relationRange, row, reason, end } = link;
  const starts = left === first;
  return {
    relation,
    from: starts ? start : left.range.start,
    left: left.range,
    relationRange,
    right: link.right.range,
    row,
    reason,
    starts,
    end,
  };
}
