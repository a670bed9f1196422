import { ownKeys } from './ownNumbers.ts';
import { defaultState, withLogits, type PageState, type Target } from './pageState.ts';

/** The query that leads to `state`: '' or `?z=…`, with only what differs from the default. */
export function encode(state: PageState): string {
  const written: string[] = [];
  const write = (key: string, value: string, usual: string): void => {
    if (value !== usual) written.push(`${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`);
  };
  write('z', numerals(state.z), numerals(defaultState.z));
  write('t', targetText(state.t), targetText(withLogits(defaultState, state.z).t));
  write('i', String(state.i), '1');
  write('j', String(state.j), '2');
  write('open', state.open ?? '', '');
  write('notation', state.notation ?? '', '');
  write('mode', state.predict ? 'predict' : '', '');
  write('upto', state.upto === null ? '' : String(state.upto), '');
  write('hide', state.hide.join(), '');
  write('lock', state.lock ? '1' : '', '');
  write('matrix-form-feature', String(state.feature), String(defaultState.feature));
  write('gradient-slip', state.slip, 'none');
  for (const key of ownKeys) write(key, numerals(state.own[key] ?? []), '');
  for (const [key, value] of Object.entries(state.descent)) write(key, value, '');
  return written.length === 0 ? '' : `?${written.join('&')}`;
}

function numerals(numbers: readonly number[]): string {
  return numbers.map((x) => String(x).replace('+', '')).join(','); // a + would be read as a space
}

function targetText(t: Target): string {
  return t.kind === 'class' ? String(t.label) : numerals(t.p);
}
