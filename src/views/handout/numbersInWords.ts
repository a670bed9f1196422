import { formatExact, formatVector } from '../format.ts';
import type { Point } from '../point.ts';
import { OWN_LABELS } from './ownLabels.ts';

/** The numbers of an item in words: `z = (2, 1, −0.5), true class 2, i = 1, j = 2`. */
export function numbersInWords({ z, t, i, j, own = {} }: Point): string {
  const label = t.indexOf(1);
  const target =
    label >= 0 && t.every((p, k) => p === (k === label ? 1 : 0))
      ? `true class ${label + 1}`
      : `t = ${formatVector(t)}`;
  const others = Object.entries(own).flatMap(([key, numbers = []]) =>
    numbers.length === 0
      ? []
      : [`${OWN_LABELS[key]?.[1] ?? key}: ${numbers.map(formatExact).join(', ')}`],
  );
  return [`z = ${formatVector(z)}`, target, `i = ${i}`, `j = ${j}`, ...others].join(', ');
}

/** The settings of a training in words, by their texts: `λ = 0.01, safe learning rate 1 ∕ L, 500 steps, seed 1, iris`. */
export function settingsInWords(texts: Readonly<Record<string, string>>): string {
  const {
    data = '',
    penalty = '',
    rate = '',
    momentum = '',
    search,
    steps = '',
    seed = '',
  } = texts;
  return [
    `λ = ${penalty}`,
    rate === 'safe' ? 'safe learning rate 1 ∕ L' : `learning rate η = ${rate}`,
    ...(momentum === '0' ? [] : [`momentum μ = ${momentum}`]),
    ...(search === 'on' ? ['line search'] : []),
    `${steps} steps`,
    `seed ${seed}`,
    `data ${data}`,
  ].join(', ');
}
