import type { LiveStep } from '../check/live.ts';

/** How the steps of a page come out at the reader's numbers, as a sentence. */
export function countText(statuses: readonly LiveStep['status'][]): string {
  const count = (status: LiveStep['status']): number =>
    statuses.filter((one) => one === status).length;
  const [failing, silent, all] = [count('fails'), count('silent'), statuses.length];
  const said = [
    ...(failing > 0 ? [`${failing} of ${all} steps now ${failing === 1 ? 'fails' : 'fail'}`] : []),
    ...(silent > 0
      ? [`${silent} of ${all} steps ${silent === 1 ? 'says' : 'say'} nothing here`]
      : []),
  ];
  return said.length > 0 ? `${said.join(', ')}.` : `All ${all} steps hold at your numbers.`;
}
