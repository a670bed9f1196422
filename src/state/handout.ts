import { defaultState, type PageState } from './pageState.ts';

/** What a handout can take from the pages of the site. */
export const placedKinds = ['formula', 'claim', 'exercise', 'widget'] as const;
export type PlacedKind = (typeof placedKinds)[number];

/** The sizes of paper that a handout can be laid out for. */
export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** A paragraph or more of the instructor's own words; an empty line parts paragraphs. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
}

/** A part of a page: a formula with its steps, a claim, an exercise or a figure. */
export interface PlacedItem {
  readonly kind: PlacedKind;
  /** Below the site's root, without slashes at its ends, such as `derivations/jacobian`. */
  readonly page: string;
  readonly anchor: string;
  /** The numbers that it stands at; null for those of the whole handout. */
  readonly numbers: PageState | null;
  /** The instructor's words below it. */
  readonly note: string;
}

export type HandoutItem = TextItem | PlacedItem;

/** A sheet that an instructor puts together. */
export interface Handout {
  readonly title: string;
  readonly course: string;
  /** As `2026-11-21`, or '' for none. */
  readonly date: string;
  readonly paper: Paper;
  /** Whether the answers of exercises are printed. */
  readonly answers: boolean;
  /** The numbers of all items that have none of their own. */
  readonly numbers: PageState;
  readonly items: readonly HandoutItem[];
}

/** A sheet with nothing on it. */
export const emptyHandout: Handout = {
  title: '',
  course: '',
  date: '',
  paper: 'a4',
  answers: false,
  numbers: defaultState,
  items: [],
};

/** No handout has more items. */
export const mostItems = 60;

/** The longest title or course, note, and text, in characters. */
export const longest = { title: 120, note: 600, text: 4000 } as const;

/** A page of the site that has formulas, as items name it. */
export const pageName = /^(?:documents|derivations)\/[a-z0-9-]{1,60}$/;

/** A name that a part of a page may have. */
export const anchorName = /^[\p{L}\p{N}_.:-]{1,80}$/u;

/** The numbers that `item` is shown at on `handout`. */
export function numbersOf(handout: Handout, item: PlacedItem): PageState {
  return item.numbers ?? handout.numbers;
}

/** `items` with the one at `from` moved to the place `to`. */
export function moved(
  items: readonly HandoutItem[],
  from: number,
  to: number,
): readonly HandoutItem[] {
  const item = items[from];
  return item && to >= 0 && to < items.length
    ? items.toSpliced(from, 1).toSpliced(to, 0, item)
    : items;
}

/** Whether `date` is a day of the calendar, as `2026-11-21`. */
export function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(date) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(date)
  );
}
