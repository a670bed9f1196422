import type { Range } from '../expression/tree.ts';

/** Why a formula can't be read. Stable: they appear in the output of `verify --json`. */
export type TexErrorCode =
  | 'character'
  | 'unknown-command'
  | 'unknown-environment'
  | 'undeclared'
  | 'unexpected'
  | 'missing'
  | 'unbalanced'
  | 'ambiguous'
  | 'unsupported'
  | 'too-long'
  | 'too-deep'
  | 'pragma';

/** A formula that is not in the subset: what was found where, and what to write instead. */
export class TexError extends Error {
  readonly code: TexErrorCode;
  readonly range: Range;
  /** What to write instead, as a sentence; null where the message says it all. */
  readonly hint: string | null;

  constructor(code: TexErrorCode, message: string, range: Range, hint: string | null = null) {
    super(message);
    this.name = 'TexError';
    this.code = code;
    this.range = range;
    this.hint = hint;
  }
}
