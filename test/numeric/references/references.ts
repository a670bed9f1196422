import { readFileSync } from 'node:fs';
import type { Reference } from '../ulp.ts';

/** Values in two columns, as `makeReferences.py` writes them. */
interface Columns {
  readonly near: readonly (number | string)[];
  readonly rest: readonly number[];
}

/** A problem of `references.json`: logits with everything that is made from them. */
export interface ReferenceCase {
  readonly regime: string;
  readonly z: readonly (number | string)[];
  readonly softmax: Columns;
  readonly logSoftmax: Columns;
  readonly logSumExp: Columns;
  readonly targets: readonly {
    readonly t: readonly number[];
    readonly crossEntropy: Columns;
    readonly gradient: Columns;
  }[];
  readonly jacobian?: Columns;
}

/** Many logits by formula, compared at some places. */
export interface LongCase {
  readonly n: number;
  readonly places: readonly number[];
  readonly softmax: Columns;
  readonly logSoftmax: Columns;
  readonly logSumExp: Columns;
  readonly complement: Columns;
}

/** The references of 60 digits, from `file` beside this module. */
export function readReferences(file = 'references.json'): {
  readonly cases: readonly ReferenceCase[];
  readonly long: readonly LongCase[];
} {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  // Our own script writes the file; its fields are the interfaces above.
  return JSON.parse(text) as ReturnType<typeof readReferences>;
}

/** The columns as references, one a value. */
export function references({ near, rest }: Columns): Reference[] {
  return near.map((value, k) => ({ near: Number(value), rest: rest[k] ?? NaN }));
}
