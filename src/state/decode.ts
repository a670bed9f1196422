import { parts, readParts } from './hide.ts';
import { ownKeys, readOwn, withOwn } from './ownNumbers.ts';
import {
  defaultState,
  features,
  fewestClasses,
  mostClasses,
  withLogits,
  type PageState,
  type Slip,
  type Target,
} from './pageState.ts';
import { excerpt, parseNumbers } from './parseNumbers.ts';

/** The version that links are written in; `encode` writes `v=` once it is no longer 1. */
const version = 1;

/** No link of ours is longer; a longer one is not read at all. */
export const longestSearch = 4000;

/** How far a soft target's sum may be from 1: the rounding of ten written numbers. */
const sumTolerance = 1e-9;

const anchor = /^[\p{L}\p{N}_.:-]{1,80}$/u;

/** A key of the training widget. */
const descentKey = /^descent-[a-z]{1,20}$/;

/** A state, and a sentence for each part of the link that could not be used. */
export interface Decoded {
  readonly state: PageState;
  readonly problems: readonly string[];
}

/** Reads a page's query. What it does not understand falls back to the default and is named. */
export function decode(search: string): Decoded {
  if (search.length > longestSearch) {
    return {
      state: defaultState,
      problems: ['This link is too long to be one of ours; the page shows its example instead.'],
    };
  }
  const query = new URLSearchParams(search);
  const problems: string[] = [];
  let state = defaultState;
  /** Hands the value of `key`, where there is one, to `read`, which returns what is wrong or ''. */
  const each = (key: string, read: (value: string) => string): void => {
    const value = query.get(key);
    if (value === null) return;
    const problem = read(value);
    if (problem !== '') problems.push(problem);
  };
  each('v', (value) =>
    value === String(version)
      ? ''
      : `This link has version “${excerpt(value)}”, which this page does not know; it is read as well as it can be.`,
  );
  each('z', (value) => {
    const read = parseNumbers(value);
    if ('error' in read) return `The link’s logits are not used: ${read.error}.`;
    const { numbers } = read;
    if (numbers.length < fewestClasses || numbers.length > mostClasses) {
      return `The link’s logits are not used: there are ${numbers.length}, and a page takes ${fewestClasses} to ${mostClasses}.`;
    }
    state = { ...state, ...withLogits(state, numbers) };
    return '';
  });
  each('t', (value) => {
    const read = parseNumbers(value);
    if ('error' in read) return `The link’s target is not used: ${read.error}.`;
    const t = target(read.numbers, state.z.length);
    if (typeof t === 'string') return `The link’s target is not used: ${t}.`;
    state = { ...state, t };
    return '';
  });
  for (const key of ['i', 'j'] as const) {
    each(key, (value) => {
      if (!/^\d{1,2}$/.test(value) || Number(value) < 1 || Number(value) > state.z.length) {
        return `The link’s index ${key} is not used: “${excerpt(value)}” is not a class from 1 to ${state.z.length}.`;
      }
      state = { ...state, [key]: Number(value) };
      return '';
    });
  }
  for (const [key, what] of [
    ['open', 'step'],
    ['notation', 'notation'],
  ] as const) {
    each(key, (value) => {
      if (!anchor.test(value))
        return `The link’s ${what} “${excerpt(value)}” is not a name of one.`;
      state = { ...state, [key]: value };
      return '';
    });
  }
  each('mode', (value) => {
    if (value !== 'predict')
      return `The link’s mode “${excerpt(value)}” is not the one there is: predict.`;
    state = { ...state, predict: true };
    return '';
  });
  each('upto', (value) => {
    if (!/^\d{1,3}$/.test(value))
      return `The link’s upto=${excerpt(value)} is not a number of steps.`;
    state = { ...state, upto: Number(value) };
    return '';
  });
  each('hide', (value) => {
    const { hide, unknown } = readParts(value);
    state = { ...state, hide };
    if (unknown.length === 0) return '';
    return `The link hides “${excerpt(unknown.join())}”, which is none of: ${parts.join(', ')}.`;
  });
  each('lock', (value) => {
    if (value !== '' && value !== '1') return `The link’s lock “${excerpt(value)}” is not 1.`;
    state = { ...state, lock: true };
    return '';
  });
  each('matrix-form-feature', (value) => {
    if (!/^\d$/.test(value) || Number(value) < 1 || Number(value) > features) {
      return `The link’s feature is not used: “${excerpt(value)}” is not a feature from 1 to ${features}.`;
    }
    state = { ...state, feature: Number(value) };
    return '';
  });
  each('gradient-slip', (value) => {
    if (!isSlip(value)) return `The link’s slip “${excerpt(value)}” is none of: none, delta, sign.`;
    state = { ...state, slip: value };
    return '';
  });
  for (const key of ownKeys) {
    each(key, (value) => {
      const numbers = readOwn(key, value);
      if (typeof numbers === 'string') return `The link’s ${key} is not used: ${numbers}.`;
      state = { ...state, own: withOwn(state.own, key, numbers) };
      return '';
    });
  }
  const descent = [...query].filter(([key]) => descentKey.test(key));
  if (descent.length > 0) state = { ...state, descent: Object.fromEntries(descent) };
  return { state, problems };
}

/** The target that `numbers` name among `classes` classes, or what is wrong with them. */
function target(numbers: readonly number[], classes: number): Target | string {
  const [label = 0] = numbers;
  if (numbers.length === 1) {
    if (Number.isInteger(label) && label >= 1 && label <= classes) return { kind: 'class', label };
    return `${label} is not a class from 1 to ${classes}`;
  }
  if (numbers.length !== classes) {
    return `it has ${numbers.length} probabilities for ${classes} classes`;
  }
  if (numbers.some((p) => p < 0)) return 'a probability is negative';
  const sum = numbers.reduce((a, b) => a + b);
  if (Math.abs(sum - 1) > sumTolerance) return `its probabilities sum to ${sum}, not to 1`;
  return { kind: 'soft', p: numbers };
}

function isSlip(value: string): value is Slip {
  return value === 'none' || value === 'delta' || value === 'sign';
}
