import type { Part } from './hide.ts';
import type { OwnNumbers } from './ownNumbers.ts';

/** The target of the loss: one true class, counted from 1, or a probability for each class. */
export type Target =
  | { readonly kind: 'class'; readonly label: number }
  | { readonly kind: 'soft'; readonly p: readonly number[] };

/** What the reader did to the gradient's formula: nothing, δ left out, or a sign flipped. */
export type Slip = 'none' | 'delta' | 'sign';

/** Everything that a page shows by the reader's choice, and that a link to it carries. */
export interface PageState {
  /** The logits: 2 to 10 finite numbers. */
  readonly z: readonly number[];
  readonly t: Target;
  /** The entry under study, counted from 1: row `i` and column `j`, at most the number of logits. */
  readonly i: number;
  readonly j: number;
  /** The matrix form's own: the feature under study, counted from 1. */
  readonly feature: number;
  /** The anchor of the step whose evidence is open. */
  readonly open: string | null;
  /** The notation that formulas are printed in; null for the document's own. */
  readonly notation: string | null;
  /** How many steps of the page's proofs are revealed; null for all. */
  readonly upto: number | null;
  /** The gradient widget's own: how its formula is broken. */
  readonly slip: Slip;
  /** Whether figures are covered by a question until the reader has answered it. */
  readonly predict: boolean;
  /** The parts of the page that the link hides. */
  readonly hide: readonly Part[];
  /** Whether the link locks the reader's numbers. */
  readonly lock: boolean;
  /** Numbers that belong to one figure each. */
  readonly own: OwnNumbers;
  /** The keys of the training widget, `descent-…`, as they stand in the link: its own script reads them. */
  readonly descent: Readonly<Record<string, string>>;
}

/** The fewest classes a page works with. */
export const fewestClasses = 2;

/** The most classes a page works with. */
export const mostClasses = 10;

/** The features of each sample in the matrix form. */
export const features = 3;

/** The state of a page that was opened without a query. */
export const defaultState: PageState = {
  z: [2, 1, -0.5],
  t: { kind: 'class', label: 2 },
  i: 1,
  j: 2,
  feature: 2,
  open: null,
  notation: null,
  upto: null,
  slip: 'none',
  predict: false,
  hide: [],
  lock: false,
  own: {},
  descent: {},
};

/** The target as a probability vector, one entry a class. */
export function targetVector(state: Pick<PageState, 'z' | 't'>): number[] {
  const { z, t } = state;
  return z.map((_, k) => (t.kind === 'soft' ? (t.p[k] ?? 0) : k + 1 === t.label ? 1 : 0));
}

/**
 * The patch that sets the logits to `z` and keeps the rest within the classes there are now. A soft
 * target of another length becomes its likeliest class.
 */
export function withLogits(
  state: PageState,
  z: readonly number[],
): Pick<PageState, 'z' | 't' | 'i' | 'j'> {
  const within = (k: number): number => Math.min(k, z.length);
  let { t } = state;
  if (t.kind === 'soft') {
    const { p } = t;
    if (p.length !== z.length) t = { kind: 'class', label: within(1 + p.indexOf(Math.max(...p))) };
  } else if (t.label > z.length) {
    t = { kind: 'class', label: z.length };
  }
  return { z, t, i: within(state.i), j: within(state.j) };
}
