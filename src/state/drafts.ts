/** What is in front of the keys of drafts. */
const PREFIX = 'handout-draft-';

/** A handout that was being put together in this browser. */
export interface Draft {
  readonly id: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly saved: number;
  /** As `writeHandout` wrote it. */
  readonly text: string;
}

/** Keeps a draft; false where the browser has no room for it or lets nothing be kept. */
export function keepDraft({ id, saved, text }: Draft): boolean {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify({ saved, text }));
    return true;
  } catch {
    return false;
  }
}

/** All drafts, the latest first. What is not one of ours is passed over. */
export function keptDrafts(): Draft[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => draftOf(key, localStorage.getItem(key) ?? ''))
      .sort((a, b) => b.saved - a.saved);
  } catch {
    return [];
  }
}

/** Throws a draft away. */
export function forgetDraft(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // nothing is kept there
  }
}

/** Whether `key` of the browser's storage is that of the draft `id`. */
export function isDraft(key: string | null, id: string): boolean {
  return key === PREFIX + id;
}

function draftOf(key: string, kept: string): Draft[] {
  try {
    const value: unknown = JSON.parse(kept);
    if (typeof value !== 'object' || value === null) return [];
    const { saved, text } = value as Readonly<Record<string, unknown>>;
    return typeof saved === 'number' && typeof text === 'string'
      ? [{ id: key.slice(PREFIX.length), saved, text }]
      : [];
  } catch {
    return [];
  }
}
