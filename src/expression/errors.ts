import type { Range } from './tree.ts';

/** What can be wrong with a formula whose grammar is right. */
export type ExpressionErrorCode = 'shape' | 'undefined' | 'independent' | 'cycle' | 'unsupported';

/** What would make the shapes of two parts fit: one of them as a multiple of ones, or transposed. */
export interface Repair {
  readonly part: Range;
  readonly by: 'ones' | 'transpose';
  /** Whether the part takes something behind it without brackets around it. */
  readonly closed: boolean;
}

/**
 * A formula that can't be given a meaning: `shape` where sizes or shapes don't fit together,
 * `undefined` where a function has no definition, `independent` where a derivative's body doesn't
 * contain its variable, `cycle` where definitions go round.
 */
export class ExpressionError extends Error {
  readonly code: ExpressionErrorCode;
  readonly range: Range;
  /** For `shape`: the two shapes that don't fit, in words. */
  readonly shapes: readonly [string, string] | null;
  /** What would make the shapes fit; null where nothing is near. */
  readonly repair: Repair | null;

  constructor(
    code: ExpressionErrorCode,
    message: string,
    range: Range,
    shapes: readonly [string, string] | null = null,
    repair: Repair | null = null,
  ) {
    super(message);
    this.name = 'ExpressionError';
    this.code = code;
    this.range = range;
    this.shapes = shapes;
    this.repair = repair;
  }
}
