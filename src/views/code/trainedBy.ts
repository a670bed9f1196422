import { curvatureBound } from '../../numeric/curvatureBound.ts';
import { prepareSamples } from '../../numeric/prepareSamples.ts';
import type { NamedSamples } from '../trainingShown.ts';

/** How a training is set. */
interface Settings {
  readonly data: string;
  readonly seed: number;
  readonly penalty: number;
  /** η, or null for the safe step. */
  readonly rate: number | null;
  readonly momentum: number;
  readonly search: boolean;
  readonly steps: number;
}

/** What a program needs to train as the figure does. */
export interface TrainedBy extends Omit<Settings, 'data' | 'seed' | 'rate'> {
  /** The name of the table's file. */
  readonly file: string;
  /** Whether the site has that table; else it is the reader's. */
  readonly published: boolean;
  /** The rows of the test part, from 0. */
  readonly held: readonly number[];
  readonly learningRate: number;
  readonly isSafe: boolean;
}

/** What is needed to train on `samples` by `settings`. Throws as `prepareSamples`. */
export function trainedBy(samples: NamedSamples, settings: Settings): TrainedBy {
  const { data, seed, penalty, rate, momentum, search, steps } = settings;
  const { rows, train } = prepareSamples(samples, seed);
  return {
    file: `${data}.csv`,
    published: data !== 'own',
    held: rows.test,
    learningRate: rate ?? 1 / curvatureBound(train, penalty),
    isSafe: rate === null,
    penalty,
    momentum,
    search,
    steps,
  };
}

/** What a program says of the table that it reads. */
export function tableComment({ file, published }: TrainedBy): string {
  return published
    ? `${file} stands below the figure`
    : `your table as ${file}: a line of names, then a sample a line, its label last`;
}
