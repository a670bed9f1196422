import type { Degeneracy } from '../check/degeneracy.ts';
import type { LiveStep, SlipCount } from '../check/live.ts';
import type { Evidence, StepVerdict, VerdictName } from '../check/verdict.ts';
import { formatNumber } from './format.ts';

/** The sign of each verdict. */
export const MARKS: Readonly<Record<VerdictName, string>> = {
  holds: '✓',
  definition: ':=',
  refuted: '✗',
  malformed: '!',
  undecided: '?',
  unchecked: '○',
};

/** What a live check says, in three words. */
export const HERE: Readonly<Record<LiveStep['status'], string>> = {
  holds: 'holds here',
  fails: 'fails here',
  silent: 'says nothing here',
};

/** What the build found of a step, as a sentence without its full stop. */
export function verdictText(verdict: StepVerdict): string {
  switch (verdict.verdict) {
    case 'holds':
      return verdict.evidence.map(evidenceText).join('; ');
    case 'definition':
      return 'introduces a symbol; nothing to check';
    case 'refuted':
      return verdict.why === 'shape' ? 'the two sides have different shapes' : 'does not hold';
    case 'undecided':
    case 'unchecked':
      return verdict.reason;
    case 'malformed':
      return verdict.error.message;
  }
}

function evidenceText(evidence: Evidence): string {
  return evidence.method === 'sampled'
    ? `agrees at ${evidence.points} random points`
    : 'an algebraic test finds no difference';
}

/** A small number such as a residual: `7.8×10⁻¹¹`, or 0. */
export function smallText(x: number): string {
  return x === 0 ? '0' : formatNumber(x, 2);
}

/** `i = 1, j = 2`. */
export function indicesText(indices: Readonly<Record<string, number>>): string {
  return Object.entries(indices)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');
}

/** `with i = 1, j = 2: 0.2140 ≠ −0.1750`; two numbers that print alike get more digits. */
export function sidesText({ indices, left, right }: LiveStep, sign: string): string {
  const at = indicesText(indices);
  const [a, b] = told(left, right);
  // A set has no number to print.
  const sides = isMembership(sign)
    ? `${a} ${sign === '∈' ? 'lies' : 'does not lie'} in the set`
    : `${a} ${sign} ${b}`;
  return at === '' ? sides : `with ${at}: ${sides}`;
}

/** What the evidence says of the reader's numbers, as a sentence. */
export function hereText(live: LiveStep, relation: string): string {
  const { status, why, slips } = live;
  if (why === 'elsewhere') return `At your numbers ${REASONS[why]}: ${HERE[status]}.`;
  const sides = sidesText(live, status === 'fails' ? negated(relation) : relation);
  const reason = why === null || why === 'slips' ? '' : `: ${REASONS[why]}`;
  const passing = slips && slips.passed > 0 ? ` ${slipsText(slips, relation)}.` : '';
  return `At your numbers ${sides}: ${HERE[status]}${reason}.${passing}`;
}

const REASONS = {
  drowned: 'drowned in rounding',
  'not finite': 'not finite',
  elsewhere: 'its condition is not met',
  'not one-hot': 'it is claimed for a target that is 1 at one class',
} as const;

/** `6 of 8 slips would pass here too: the logits are tied`; the reason only where they decide. */
function slipsText({ passed, tried, decisive, logits }: SlipCount, relation: string): string {
  const count = `${passed} of ${tried} ${tried === 1 ? 'slip' : 'slips'} would pass here too`;
  const reason =
    decisive && logits ? TELLS[logits] : relation.endsWith('=') ? null : 'a bound leaves room';
  return reason === null ? count : `${count}: ${reason}`;
}

const TELLS: Readonly<Record<Degeneracy, string>> = {
  tied: 'the logits are tied',
  saturated: 'softmax is saturated',
};

/** What stands beside a step's mark: nothing while it holds, else what is amiss. */
export function slipText(live: LiveStep, relation: string): string {
  if (live.status === 'holds') return '';
  return live.status === 'fails'
    ? `${HERE.fails}: ${sidesText(live, negated(relation))}`
    : HERE.silent;
}

/** Both numbers, with the digits it takes to tell them apart. */
function told(a: number, b: number): [string, string] {
  const [short, other] = [formatNumber(a), formatNumber(b)];
  if (short !== other || a === b) return [short, other];
  const long = (x: number): string => formatNumber(x, 12);
  return long(a) === long(b) ? [short, other] : [long(a), long(b)];
}

/** A step as the line above a derivation needs it. */
export interface ToldStep {
  readonly relation: string;
  readonly live: LiveStep;
}

/** The line below a formula that is known to fail: here it may hold all the same. */
export function failingText(steps: readonly ToldStep[]): string {
  const holds = steps.every(({ live }) => live.status === 'holds');
  return `${holds ? 'fails elsewhere; ' : ''}${leadText(steps)}`;
}

/**
 * The line above a derivation: the value that every line has at the entry under study, or which
 * step doesn't hold or says nothing.
 */
export function leadText(steps: readonly ToldStep[]): string {
  const failing = steps.findIndex(({ live }) => live.status === 'fails');
  const failed = steps[failing];
  if (failed) {
    const number = steps.length > 1 ? `step ${failing + 1} fails ` : '';
    return `at your numbers ${number}${sidesText(failed.live, negated(failed.relation))}`;
  }
  const silence = steps.findIndex(({ live }) => live.status === 'silent');
  const silent = steps[silence];
  if (silent) {
    const whole = steps.every(({ live }) => live.status === 'silent');
    const subject = whole ? 'this' : `step ${silence + 1}`;
    return `at your numbers ${subject} says nothing${silenceText(silent)}`;
  }
  const [first] = steps;
  if (!first) return '';
  const at = indicesText(first.live.indices);
  const where = at === '' ? 'here' : `at ${at}`;
  if (steps.every(({ relation }) => relation === '=')) {
    const lines = steps.length === 1 ? 'both sides equal' : 'every line equals';
    return `${where} ${lines} ${formatNumber(first.live.left)}`;
  }
  if (steps.some(({ relation }) => isMembership(relation))) {
    return `${where}: ${formatNumber(first.live.left)} lies in the set`;
  }
  const values = steps.map(({ relation, live }) => `${relation} ${formatNumber(live.right)}`);
  return `${where}: ${[formatNumber(first.live.left), ...values].join(' ')}`;
}

function isMembership(sign: string): boolean {
  return sign === '∈' || sign === '∉';
}

/** Why a step says nothing, behind those words. */
function silenceText({ live, relation }: ToldStep): string {
  if (live.why === 'not one-hot' || live.why === 'elsewhere') return `: ${REASONS[live.why]}`;
  if (live.slips) return `; ${slipsText(live.slips, relation)}`;
  return live.why === 'drowned'
    ? ': the difference is lost in rounding'
    : ': a side is too large for the machine';
}

const NEGATED: Readonly<Record<string, string>> = {
  '=': '≠',
  '≤': '>',
  '≥': '<',
  '<': '≥',
  '>': '≤',
  '≠': '=',
  '≈': '≉',
  '∈': '∉',
};

function negated(relation: string): string {
  return NEGATED[relation] ?? '≠';
}
