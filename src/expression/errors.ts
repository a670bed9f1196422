import type { Range } from './tree.ts';

/** What can be wrong with a formula whose grammar is right. */
export type ExpressionErrorCode = 'shape' | 'undefined' | 'independent' | 'cycle' | 'unsupported';

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

  constructor(
    code: ExpressionErrorCode,
    message: string,
    range: Range,
    shapes: readonly [string, string] | null = null,
  ) {
    super(message);
    this.name = 'ExpressionError';
    this.code = code;
    this.range = range;
    this.shapes = shapes;
  }
}
