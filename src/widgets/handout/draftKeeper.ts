import { forgetDraft, isDraft, keepDraft, keptDrafts, type Draft } from '../../state/drafts.ts';
import { emptyHandout, type Handout } from '../../state/handout.ts';
import {
  decodeHandout,
  encodeHandout,
  readHandout,
  writeHandout,
} from '../../state/handoutCodec.ts';
import { showNote } from '../notes.ts';

/** Where a tab remembers which draft it works on. */
const TAB = 'handout-draft';

/** How long the handout rests before the address is written, in milliseconds; browsers throttle below it. */
const REST = 300;

/** Whether the browser had room for the draft, and whether a link has. */
export interface Kept {
  readonly kept: boolean;
  /** The hash of a link to it; null where it is too long for one. */
  readonly hash: string | null;
}

/**
 * Keeps what the reader puts together: in the browser at each change, and in the address. Each tab has a draft
 * of its own: one whose draft another tab writes goes on under a new name.
 */
export class DraftKeeper {
  #id = newName();
  #text = writeHandout(emptyHandout);
  /** Whether the reader changed it in this tab. */
  #changed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #told: (kept: Kept) => void;

  /** `told` hears what came of each change. */
  constructor(told: (kept: Kept) => void) {
    this.#told = told;
    addEventListener('storage', ({ key, newValue }) => {
      if (!isDraft(key, this.#id) || newValue === null) return;
      const mine = this.#changed;
      this.#rename(newName());
      if (!mine) return;
      this.#changed = true;
      this.#keep();
    });
  }

  /**
   * The handout of the link, else the draft of this tab, else the last one; after a reload the draft comes first, for the
   * address follows it with a delay. What is wrong is shown as notes.
   */
  async open(): Promise<Handout> {
    const drafts = this.drafts();
    const own = drafts.find(({ id }) => id === tabsDraft());
    if (own && reloaded()) return this.take(own) ?? emptyHandout;
    const linked = await this.openLink();
    if (linked) return linked;
    const draft = own ?? drafts[0];
    return (draft && this.take(draft)) ?? emptyHandout;
  }

  /** The handout of the address; null where it has none. */
  async openLink(): Promise<Handout | null> {
    const read = await decodeHandout(location.hash);
    if (!read) return null;
    for (const problem of read.problems) showNote(problem);
    this.#text = writeHandout(read.handout);
    const same = this.drafts().find(({ text }) => text === this.#text);
    this.#rename(same?.id ?? newName());
    this.#told({ kept: true, hash: location.hash.slice(1) });
    return read.handout;
  }

  /** Goes on with a draft; null where it can't be read. */
  take(draft: Draft): Handout | null {
    const read = readHandout(draft.text);
    if (!read) return null;
    for (const problem of read.problems) showNote(problem);
    this.#rename(draft.id);
    this.#text = draft.text;
    void this.#write(read.handout);
    return read.handout;
  }

  /** Starts with an empty sheet; the one before stays as a draft. */
  startAnew(): Handout {
    this.#rename(newName());
    this.#text = writeHandout(emptyHandout);
    void this.#write(emptyHandout);
    return emptyHandout;
  }

  /** Keeps `handout`, if it changed. */
  keep(handout: Handout): void {
    const text = writeHandout(handout);
    if (text === this.#text) return;
    this.#text = text;
    this.#changed = true;
    const kept = this.#keep();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#write(handout, kept), REST);
  }

  /** All drafts of this browser, the latest first. */
  drafts(): Draft[] {
    return keptDrafts();
  }

  /** Throws a draft away; what returns brings it back. */
  forget(draft: Draft): () => void {
    forgetDraft(draft.id);
    if (draft.id === this.#id) this.#rename(newName());
    return () => keepDraft(draft);
  }

  #keep(): boolean {
    return keepDraft({ id: this.#id, saved: Date.now(), text: this.#text });
  }

  async #write(handout: Handout, kept = true): Promise<void> {
    const text = this.#text;
    const hash = await encodeHandout(handout);
    if (text !== this.#text) return; // changed meanwhile: the later one writes
    const { pathname, search } = location;
    try {
      history.replaceState(
        history.state,
        '',
        `${pathname}${search}${hash === null ? '' : `#${hash}`}`,
      );
    } catch {
      // a browser that counts changes refuses for a while; the next change writes both
    }
    this.#told({ kept, hash });
  }

  #rename(id: string): void {
    this.#changed = false;
    this.#id = id;
    try {
      sessionStorage.setItem(TAB, id);
    } catch {
      // the tab forgets: after a reload the address or the latest draft is opened
    }
  }
}

function reloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
}

function tabsDraft(): string {
  try {
    return sessionStorage.getItem(TAB) ?? '';
  } catch {
    return '';
  }
}

function newName(): string {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
}
