/**
 * A fault in a content file: where it is, what it is, and what to do about it. Faults are
 * collected, so that one run reports them all.
 */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** From 1, in the file. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}
