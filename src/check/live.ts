import { boundedNumbers, type Bounded } from '../expression/bounded.ts';
import { Machine } from './machine.ts';
import type { Claim, Program } from './program.ts';
import { readerPoint, type ReaderNumbers } from './readerPoint.ts';
import { pairsOf, weigh, type Pair } from './pairs.ts';

/** What a step says at the reader's numbers. */
export interface LiveStep {
  readonly status: 'holds' | 'fails' | 'silent';
  /** The letters of the entry that the values are from. */
  readonly indices: Readonly<Record<string, number>>;
  /** Both sides at the entry under study, or at the worst entry where the step fails. */
  readonly left: number;
  readonly right: number;
  /** For `silent`: why nothing can be said. */
  readonly why: 'not finite' | 'drowned' | null;
}

/** The entry that the reader studies, counted from 1. */
export interface Entry {
  readonly i: number;
  readonly j: number;
}

/** Checks steps at the reader's numbers, again and again. */
export class LiveChecker {
  readonly #program: Program;
  readonly #machine: Machine<Bounded>;
  readonly #evaluators = new Map<Claim<number>, () => Pair[]>();

  constructor(program: Program) {
    this.#program = program;
    this.#machine = new Machine(program, boundedNumbers);
  }

  /** Moves to the reader's numbers. */
  moveTo(numbers: ReaderNumbers): void {
    this.#machine.moveTo(readerPoint(this.#program, numbers));
  }

  /** What a step with these claims says here, for all entries; its values are at `entry`. */
  check(claims: readonly Claim<number>[], entry: Entry): LiveStep {
    const all = claims.map((claim) => this.#claim(claim, entry));
    const [first] = all;
    if (!first) throw new Error('a step makes at least one claim');
    return (
      all.find(({ status }) => status === 'fails') ??
      all.find(({ status }) => status === 'silent') ??
      first
    );
  }

  #claim(claim: Claim<number>, entry: Entry): LiveStep {
    const pairs = this.#evaluator(claim)();
    const { differs, informative } = weigh(claim, pairs, 'wide');
    const shown = differs ?? studied(pairs, entry);
    const sides = {
      indices: shown?.indices ?? {},
      left: shown?.left.v ?? NaN,
      right: shown?.right.v ?? NaN,
    };
    if (differs) return { status: 'fails', ...sides, why: null };
    if (informative) return { status: 'holds', ...sides, why: null };
    const finite = pairs.every(
      ({ left, right }) => Number.isFinite(left.v) && Number.isFinite(right.v),
    );
    return { status: 'silent', ...sides, why: finite ? 'drowned' : 'not finite' };
  }

  #evaluator(claim: Claim<number>): () => Pair[] {
    const known = this.#evaluators.get(claim);
    if (known) return known;
    const evaluator = pairsOf(claim, this.#machine);
    this.#evaluators.set(claim, evaluator);
    return evaluator;
  }
}

/** The pair at the entry under study: letters named i and j follow it, the others are taken in turn. */
function studied(pairs: readonly Pair[], entry: Entry): Pair | undefined {
  const names = Object.keys(pairs[0]?.indices ?? {});
  const others = names.filter((name) => name !== 'i' && name !== 'j');
  const turns = names.length === others.length ? [entry.i, entry.j] : [1, 1];
  const wanted = (name: string): number => {
    if (name === 'i') return entry.i;
    if (name === 'j') return entry.j;
    return turns[others.indexOf(name)] ?? 1;
  };
  const distance = (pair: Pair): number =>
    names.reduce((sum, name) => sum + Math.abs((pair.indices[name] ?? 1) - wanted(name)), 0);
  return pairs.reduce<Pair | undefined>(
    (best, pair) => (best === undefined || distance(pair) < distance(best) ? pair : best),
    undefined,
  );
}
