import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataTable } from '../../../src/notebook/dataTables.ts';
import { createTraining } from '../../../src/numeric/createTraining.ts';
import { prepareSamples } from '../../../src/numeric/prepareSamples.ts';
import { defaultSettings, type DescentSettings } from '../../../src/state/descentSettings.ts';
import { readTable } from '../../../src/state/readTable.ts';
import { descentCode } from '../../../src/views/code/descentCode.ts';
import { LANGUAGES } from '../../../src/views/code/language.ts';
import { trainedBy } from '../../../src/views/code/trainedBy.ts';
import { namedSamples } from '../../../src/views/namedSamples.ts';
import type { NamedSamples } from '../../../src/views/trainingShown.ts';
import { numbersIn, runnerOf } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'descent-'));
beforeAll(() => {
  for (const name of ['iris', 'digits'] as const)
    writeFileSync(join(folder, `${name}.csv`), dataTable(name));
});
afterAll(() => rmSync(folder, { recursive: true }));

function samplesOf(name: 'iris' | 'digits'): NamedSamples {
  const read = readTable(dataTable(name));
  if ('error' in read) throw new Error(read.error);
  return namedSamples(read.table, null);
}

const SETTINGS: readonly (DescentSettings & { data: 'iris' | 'digits' })[] = [
  { ...defaultSettings, data: 'iris' },
  { ...defaultSettings, data: 'iris', seed: 7, penalty: 0, rate: 0.1, momentum: 0.9, steps: 40 },
  { ...defaultSettings, data: 'iris', rate: 8, search: true, steps: 30 },
  { ...defaultSettings, data: 'digits', steps: 4 },
];

/** Loss and samples told right of both parts, by the site's own training. */
function trained(settings: DescentSettings, samples: NamedSamples): number[] {
  const { penalty, momentum, search: lineSearch, steps, seed } = settings;
  const { learningRate } = trainedBy(samples, settings);
  const { train, test: tried } = prepareSamples(samples, seed);
  const training = createTraining(train, tried, { learningRate, momentum, lineSearch, penalty });
  for (let k = 0; k < steps; k++) training.step();
  const { trainLoss, testLoss, trainRight, testRight } = training.state().now;
  return [trainLoss, trainRight, testLoss, testRight];
}

describe.each(LANGUAGES)('a training in $label', ({ name: language, label }) => {
  const run = runnerOf(language);
  test.skipIf(!run)(`comes to what the figure shows (skipped where ${label} is not there)`, () => {
    const cases = SETTINGS.map((settings) => ({ settings, samples: samplesOf(settings.data) }));
    const programs = cases.map(({ settings, samples }) =>
      descentCode[language](trainedBy(samples, settings)),
    );
    const printed = run?.(programs, folder) ?? [];
    cases.forEach(({ settings, samples }, k) => {
      const shown = numbersIn(printed[k] ?? '');
      const expected = trained(settings, samples);
      expect(shown).toHaveLength(expected.length);
      expected.forEach((x, at) => expect(shown[at], programs[k]).toBeCloseTo(x, 9));
    });
  });
});
