import type { Cursor } from '../cursor.ts';

const UPRIGHT = new Set(['\\operatorname', '\\mathrm', '\\text']);

/** The upright word at the cursor and how many tokens it takes; null where there is none. */
export function wordAt(cursor: Cursor): { word: string; tokens: number } | null {
  const first = cursor.peek();
  if (first.kind === 'text')
    return /^[A-Za-z]+$/.test(first.text) ? { word: first.text, tokens: 1 } : null;
  if (!UPRIGHT.has(first.text)) return null;
  const starred = cursor.peek(1).text === '*' ? 1 : 0;
  if (cursor.peek(1 + starred).text !== '{') return null;
  let ahead = 2 + starred;
  let word = '';
  for (; cursor.peek(ahead).kind === 'letter'; ahead++) word += cursor.peek(ahead).text;
  return cursor.peek(ahead).text === '}' ? { word, tokens: ahead + 1 } : null;
}
