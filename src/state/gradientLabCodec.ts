import {
  defaultLab,
  isFormula,
  labChoices,
  longestStep,
  mostEntries,
  shortestStep,
  type GradientLab,
  type LabChoice,
} from './gradientLab.ts';
import { longestSearch } from './decode.ts';
import { excerpt, parseNumbers } from './parseNumbers.ts';

/** What the laboratory's keys start with. */
const prefix = 'gradient-check-';

/** A laboratory, and a sentence for each part of the link that could not be used. */
export interface DecodedLab {
  readonly lab: GradientLab;
  readonly problems: readonly string[];
}

/** Whether a query's key is one of the laboratory's. */
export function isLabKey(key: string): boolean {
  return key.startsWith(prefix);
}

/** The query that leads to `lab`: '' or `?gradient-check-…`, with only what differs from the default. */
export function encodeLab(lab: GradientLab): string {
  const parts = (Object.keys(defaultLab) as (keyof GradientLab)[])
    .filter((key) => lab[key] !== defaultLab[key])
    .map((key) => `${prefix}${key}=${encodeURIComponent(numeral(lab[key]))}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A value as a link writes it: a number without the sign that a query would lose. */
function numeral(value: GradientLab[keyof GradientLab]): string {
  return typeof value === 'number' ? String(value).replace('e+', 'e') : String(value);
}

/** Reads the laboratory's part of a query. What can't be used falls back to the default and is named. */
export function decodeLab(search: string): DecodedLab {
  // `decode`, which reads the rest of it, says that such a link is none of ours
  if (search.length > longestSearch) return { lab: defaultLab, problems: [] };
  const query = new URLSearchParams(search);
  const problems: string[] = [];
  const lab: { -readonly [K in keyof GradientLab]: GradientLab[K] } = { ...defaultLab };
  for (const key of Object.keys(defaultLab) as (keyof GradientLab)[]) {
    const text = query.get(prefix + key);
    if (text === null) continue;
    const read = readValue(key, text);
    if ('problem' in read) problems.push(`The link’s ${key} is not used: ${read.problem}.`);
    else Object.assign(lab, { [key]: read.value });
  }
  return { lab, problems };
}

/** The value that `text` gives `key`, or what is wrong with it. */
export function readValue<K extends keyof GradientLab>(
  key: K,
  text: string,
): { readonly value: GradientLab[K] } | { readonly problem: string } {
  const read = readAny(key, text);
  if ('problem' in read) return read;
  return { value: read.value as GradientLab[K] }; // what `readAny` reads for this key
}

function readAny(
  key: keyof GradientLab,
  text: string,
): { readonly value: GradientLab[keyof GradientLab] } | { readonly problem: string } {
  switch (key) {
    case 'f':
    case 'gradient':
      return isFormula(text)
        ? { value: text }
        : { problem: `“${excerpt(text)}” is not a formula of one line that fits into a link` };
    case 'entry':
      return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= mostEntries
        ? { value: Number(text) }
        : { problem: `“${excerpt(text)}” is not an entry from 1 to ${mostEntries}` };
    case 'step':
    case 'value': {
      const read = parseNumbers(text);
      if ('error' in read) return { problem: read.error };
      const [number = NaN] = read.numbers;
      if (read.numbers.length > 1) return { problem: `“${excerpt(text)}” is more than one number` };
      if (key === 'step' && !(number >= shortestStep && number <= longestStep))
        return { problem: `“${excerpt(text)}” is not a step from 10⁻¹⁶ to 1` };
      return { value: number };
    }
    default:
      return isChoice(key, text)
        ? { value: text }
        : { problem: `“${excerpt(text)}” is none of: ${labChoices[key].join(', ')}` };
  }
}

function isChoice<K extends LabChoice>(
  key: K,
  text: string,
): text is (typeof labChoices)[K][number] {
  return (labChoices[key] as readonly string[]).includes(text);
}
