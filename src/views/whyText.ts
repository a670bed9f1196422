import { formatNumber } from './format.ts';
import { indicesText, type ToldStep } from './verdictText.ts';

/** Why a formula that is known to fail does so at the reader's numbers: the entry and both sides there. */
export function whyText(steps: readonly ToldStep[]): string {
  const failing = steps.findIndex(({ live }) => live.status === 'fails');
  const step = steps[failing];
  if (!step) {
    return steps.some(({ live }) => live.status === 'silent')
      ? 'At your numbers it says nothing; at others it fails.'
      : 'At your numbers both sides agree; at others they do not.';
  }
  const { indices, left, right } = step.live;
  const at = indicesText(indices);
  const where = [
    ...(steps.length > 1 ? [`in step ${failing + 1}`] : []),
    ...(at === '' ? [] : [`at ${at}`]),
  ].join(', ');
  const [a, b] = [formatNumber(left, 6), formatNumber(right, 6)];
  return `At your numbers${where === '' ? '' : `, ${where},`} the left side is ${a} and the right side ${b}.`;
}
