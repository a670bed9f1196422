import type { Handout } from '../../state/handout.ts';
import { readHandout } from '../../state/handoutCodec.ts';
import { elementsOf } from '../../views/element.ts';
import type { DraftKeeper } from './draftKeeper.ts';

const h = elementsOf(document);

/**
 * Lists the drafts of this browser in `place`: `open` hears of the one that the reader goes on with, `removed` of each that is
 * thrown away, and of what brings it back.
 */
export function showDrafts(
  place: Element,
  keeper: DraftKeeper,
  open: (handout: Handout) => void,
  removed: (sentence: string, undo: () => void) => void,
): void {
  const rows = keeper.drafts().map((draft) => {
    const read = readHandout(draft.text)?.handout;
    const title = read?.title === undefined || read.title === '' ? 'Untitled' : read.title;
    const take = h('button', { type: 'button', class: 'plain' }, title);
    take.addEventListener('click', () => {
      const handout = keeper.take(draft);
      if (handout) open(handout);
    });
    const forget = h('button', { type: 'button', 'aria-label': `delete the draft ${title}` }, '✕');
    forget.addEventListener('click', () => {
      const undo = keeper.forget(draft);
      showDrafts(place, keeper, open, removed);
      removed(`The draft “${title}” is deleted.`, undo);
    });
    const day = new Date(draft.saved).toLocaleString('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const count = read?.items.length ?? 0;
    const told = `${count} ${count === 1 ? 'part' : 'parts'}, ${day}`;
    return h('li', {}, take, h('span', {}, told), forget);
  });
  place.replaceChildren(rows.length === 0 ? h('li', {}, 'none yet') : '', ...rows);
}
