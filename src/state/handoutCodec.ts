import { fromBase64url, toBase64url } from './base64url.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { deflate, inflate } from './deflate.ts';
import {
  anchorName,
  emptyHandout,
  isDay,
  longest,
  mostItems,
  pageName,
  papers,
  placedKinds,
  type Handout,
  type HandoutItem,
} from './handout.ts';
import { defaultState, type PageState } from './pageState.ts';
import { excerpt } from './parseNumbers.ts';

/** The version that links are written in. */
const VERSION = 1;

/** No link to a handout is longer, in characters of its hash: mail and chat cut longer ones. */
export const longestHash = 16_000;

/** No handout takes more bytes as JSON. */
const longestJson = 300_000;

/** A handout, and a sentence for each part of it that could not be read. */
export interface DecodedHandout {
  readonly handout: Handout;
  readonly problems: readonly string[];
}

/** The handout as text, for storage. */
export function writeHandout(handout: Handout): string {
  const { title, course, date, paper, answers, numbers, items } = handout;
  const listed = items.map((item) =>
    item.kind === 'text'
      ? [item.kind, item.text]
      : [
          item.kind,
          item.page,
          item.anchor,
          item.numbers === null ? null : query(item.numbers),
          item.note,
        ],
  );
  return JSON.stringify({
    v: VERSION,
    title,
    course,
    date,
    paper,
    answers,
    numbers: query(numbers),
    items: listed,
  });
}

/** Reads what {@link writeHandout} wrote, or what a link claims to be that; null where it is no handout at all. */
export function readHandout(text: string): DecodedHandout | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const problems: string[] = [];
  if (fields.get('v') !== VERSION)
    problems.push(
      'The handout was written by another version of this page; it is read as well as it can be.',
    );
  const words = (name: 'title' | 'course'): string => {
    const found = fields.get(name) ?? '';
    if (isText(found, longest.title)) return found;
    problems.push(
      `The handout’s ${name} is not used: it is no text of at most ${longest.title} characters.`,
    );
    return '';
  };
  const date = fields.get('date') ?? '';
  const day = date === '' || (typeof date === 'string' && isDay(date)) ? date : null;
  if (day === null) problems.push('The handout’s date is not used: it is no day of the calendar.');
  const paper = papers.find((one) => one === fields.get('paper'));
  if (!paper) problems.push('The handout’s paper is neither A4 nor Letter; it is laid out for A4.');
  const handout: Handout = {
    title: words('title'),
    course: words('course'),
    date: day ?? '',
    paper: paper ?? 'a4',
    answers: fields.get('answers') === true,
    numbers: numbers(fields.get('numbers') ?? '', problems) ?? defaultState,
    items: readItems(fields.get('items') ?? [], problems),
  };
  return { handout, problems };
}

/** The hash of a link to `handout`, without `#`; null where it would be too long. */
export async function encodeHandout(handout: Handout): Promise<string | null> {
  const bytes = new TextEncoder().encode(writeHandout(handout));
  const deflated = await deflate(bytes);
  const hash = deflated ? `h1z=${toBase64url(deflated)}` : `h1=${toBase64url(bytes)}`;
  return hash.length > longestHash ? null : hash;
}

/**
 * Reads the hash of a link, with or without `#`. An empty one is no handout and no problem; of a damaged one
 * it is said what is wrong, and what can be read is.
 */
export async function decodeHandout(hash: string): Promise<DecodedHandout | null> {
  const text = hash.replace(/^#/, '');
  if (text === '') return null;
  const failed = (why: string): DecodedHandout => ({ handout: emptyHandout, problems: [why] });
  if (text.length > longestHash) return failed('This link is too long to be one of ours.');
  const [, form = '', body = ''] = /^(h1z?)=(.*)$/.exec(text) ?? [];
  if (form === '') return failed(`“${excerpt(text)}” in the link is no handout.`);
  const bytes = fromBase64url(body);
  const plain = bytes && (form === 'h1z' ? await inflate(bytes, longestJson) : bytes);
  const read = plain && readHandout(new TextDecoder().decode(plain));
  return read ?? failed('The handout in this link can’t be read: the link is damaged or was cut.');
}

function query(state: PageState): string {
  return encode(state).slice(1);
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function numbers(value: unknown, problems: string[]): PageState | null {
  if (typeof value !== 'string') {
    problems.push('Numbers of the handout are not used: they are no text.');
    return null;
  }
  const read = decode(value);
  problems.push(...read.problems);
  return read.state;
}

function readItems(value: unknown, problems: string[]): HandoutItem[] {
  if (!Array.isArray(value)) {
    problems.push('The handout’s items are not used: they are no list.');
    return [];
  }
  const list: unknown[] = value;
  if (list.length > mostItems)
    problems.push(
      `A handout has at most ${mostItems} items; the other ${list.length - mostItems} are left out.`,
    );
  return list.slice(0, mostItems).flatMap((one, at): HandoutItem[] => {
    const item = readItem(one, problems);
    if (typeof item !== 'string') return [item];
    problems.push(`Item ${at + 1} of the handout is left out: ${item}.`);
    return [];
  });
}

/** One item, or why it is none. */
function readItem(value: unknown, problems: string[]): HandoutItem | string {
  if (!Array.isArray(value)) return 'it is no list';
  const [kind, first, anchor, own, note]: unknown[] = value;
  if (kind === 'text')
    return isText(first, longest.text)
      ? { kind, text: first }
      : `it is no text of at most ${longest.text} characters`;
  const placed = placedKinds.find((one) => one === kind);
  if (!placed) return `“${excerpt(String(kind))}” is no kind of item`;
  if (typeof first !== 'string' || !pageName.test(first)) return 'its page is none of this site';
  if (typeof anchor !== 'string' || !anchorName.test(anchor)) return 'its anchor is no name of one';
  return {
    kind: placed,
    page: first,
    anchor,
    numbers: own === null || own === undefined ? null : numbers(own, problems),
    note: isText(note, longest.note) ? note : '',
  };
}
