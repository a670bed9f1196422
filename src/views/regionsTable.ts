import { elementsOf } from './element.ts';
import { formatNumber, formatShort } from './format.ts';
import { scroller } from './scroller.ts';
import { tableParts } from './tableParts.ts';
import type { NamedSamples, TrainingShown } from './trainingShown.ts';
import { textsOf, write } from './update.ts';

/** The most samples told wrong that are listed. */
const LISTED = 100;

/** A sample that is told wrong: its row, from 0, the class that it is taken for, and the part that it belongs to. */
export interface Wrong {
  readonly row: number;
  readonly told: number;
  readonly part: 'train' | 'test';
}

/** The corners of each class's region, in the units of the two features, and the samples told wrong. */
export interface RegionsTold {
  readonly corners: readonly (readonly (readonly [number, number])[])[];
  readonly wrong: readonly Wrong[];
}

/** The decision regions of `samples` as tables, folded: a line a class, and a line a sample told wrong. */
export function drawRegionsTable(document: Document, { classNames }: NamedSamples): HTMLElement {
  const h = elementsOf(document);
  const { head } = tableParts(document);
  const table = (caption: string, heads: readonly HTMLElement[], body: HTMLElement): HTMLElement =>
    h('table', {}, h('caption', {}, caption), h('thead', {}, h('tr', {}, ...heads)), body);
  const lines = classNames.map((name) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      ...['train', 'test'].map((part) => h('td', { class: 'number', [`data-in-${part}`]: true })),
      h('td', { class: 'number corners', 'data-corners': true }),
    ),
  );
  const columns = ['sample', 'part', 'across', 'up', 'true', 'told'];
  return h(
    'details',
    { class: 'regions-table' },
    h('summary', {}, 'the regions as a table'),
    scroller(
      document,
      'the region of each class',
      table(
        'Where each class is the likeliest',
        [
          head('class'),
          head('training samples'),
          head('test samples'),
          head('corners of its region (across, up)'),
        ],
        h('tbody', {}, ...lines),
      ),
    ),
    scroller(
      document,
      'samples told wrong',
      table(
        'Samples told wrong',
        columns.map((name) => head(name)),
        h('tbody', { 'data-wrong-rows': true }),
      ),
    ),
    h('p', { class: 'remark' }, ' '),
  );
}

/** Finds what moves in drawn tables of regions; returns their update. Folded tables are left as they are. */
export function updateRegionsTable(
  root: Element,
): (shown: TrainingShown, told: RegionsTold) => void {
  const h = elementsOf(root.ownerDocument);
  const [inTrain, inTest] = ['train', 'test'].map((part) => textsOf(root, `[data-in-${part}]`));
  const corners = textsOf(root, '[data-corners]');
  const body = root.querySelector('[data-wrong-rows]');
  const [remark] = textsOf(root, '.remark');
  let listed = '';
  return ({ samples, prepared, features }, told) => {
    if (!root.hasAttribute('open')) return;
    const { labels, classNames } = samples;
    const count = (rows: readonly number[], k: number): string =>
      String(rows.filter((row) => labels[row] === k).length);
    classNames.forEach((_, k) => {
      write(inTrain?.[k], count(prepared.rows.train, k));
      write(inTest?.[k], count(prepared.rows.test, k));
      const own = (told.corners[k] ?? []).map(
        ([u, v]) => `(${formatNumber(u, 2)}, ${formatNumber(v, 2)})`,
      );
      write(corners[k], own.join(' ') || 'none here');
    });
    const rows = told.wrong
      .slice(0, LISTED)
      .map(({ row, told: taken, part }) => [
        String(row + 1),
        part === 'train' ? 'training' : 'test',
        ...features.map((m) => formatShort(samples.x[row * samples.features + m - 1] ?? NaN)),
        classNames[labels[row] ?? 0] ?? '',
        classNames[taken] ?? '',
      ]);
    const more = told.wrong.length - rows.length;
    write(
      remark,
      told.wrong.length === 0
        ? 'Every sample is told right.'
        : `Samples are counted from 1, in the order of the table.${more > 0 ? ` ${more} more are told wrong.` : ''}`,
    );
    const essence = JSON.stringify(rows);
    if (essence === listed) return;
    listed = essence;
    body?.replaceChildren(
      ...rows.map((cells) =>
        h('tr', {}, ...cells.map((text) => h('td', { class: 'number' }, text))),
      ),
    );
  };
}
