import { prepareSamples } from '../../numeric/prepareSamples.ts';
import type { DescentSettings } from '../../state/descentSettings.ts';
import { drawTraining } from '../../views/drawTraining.ts';
import { freeze } from '../../views/handout/freeze.ts';
import { link } from '../../views/link.ts';
import type { TrainingShown } from '../../views/trainingShown.ts';
import { updateTraining } from '../../views/updateTraining.ts';
import type { FromWorker } from '../descentMessages.ts';
import { siteSamples } from '../descentSamples.ts';
import { startTrainer } from '../descentTrainer.ts';

/** The most products of a weight and a feature that a sheet waits for: some seconds. */
const MOST_WORK = 2e9;

/**
 * The training at the end of its run with `settings`, fit for paper; null where it would take too long, or is on a table that no
 * link carries. Rejects where the samples can't be fetched or the training fails.
 */
export async function frozenTraining(settings: DescentSettings): Promise<HTMLElement | null> {
  const { data, seed, penalty, rate, momentum, search, steps } = settings;
  if (data === 'own') return null;
  const samples = await siteSamples(data, link('/data/'));
  const prepared = prepareSamples(samples, seed);
  const { train, test } = prepared;
  if (steps * train.x.length * train.classes > MOST_WORK) return null;
  const ended = await new Promise<Told>((resolve, reject) => {
    let state: (FromWorker & { kind: 'state' }) | null = null;
    const trainer = startTrainer((message) => {
      if (message.kind === 'state') state = message;
      if (message.kind === 'error') reject(new Error(message.message));
      if (message.kind !== 'check' || !state || state.phase === 'start') return;
      trainer.stop();
      resolve({ ...state, check: message.report });
    });
    const options = { learningRate: rate, momentum, lineSearch: search, penalty };
    trainer.send({ kind: 'load', train, test, options, ahead: 0 });
    trainer.send({ kind: 'run', steps });
  });
  const { phase, state, goal, curvature, check } = ended;
  const box = document.createElement('div');
  box.append(drawTraining(document, samples, ''));
  updateTraining(box)({
    ...{ samples, prepared, phase, state, goal, curvature, check, penalty },
    learningRate: rate ?? 1 / curvature,
    features: Math.max(...settings.features) <= samples.features ? settings.features : [1, 2],
  });
  return freeze(box);
}

/** What the worker tells at the end of a run. */
type Told = Omit<FromWorker & { kind: 'state' }, 'kind'> & Pick<TrainingShown, 'check'>;
