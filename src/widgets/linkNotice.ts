import { elementsOf } from '../views/element.ts';
import { lockControls } from './lockControls.ts';
import { showNote } from './notes.ts';
import { pageStore } from './pageStore.ts';

const h = elementsOf(document);
let [saidHidden, locked] = [false, false];

/** Says once what the link hides, and locks the numbers where the link asks for it. */
export function noticeLink(): void {
  const { hide, lock } = pageStore.get();
  if (hide.length > 0 && !saidHidden) {
    saidHidden = true;
    const sentence = `Hidden by the link: ${hide.join(', ')}. This is a courtesy: the page still holds it.`;
    showNote(
      sentence,
      actionOf('show all', () => pageStore.set({ hide: [] })),
    );
  }
  if (lock && !locked) {
    locked = true;
    lockNumbers(hide.includes('panel'));
  }
}

/** Locks the controls until the reader unlocks them: beside the numbers, or in a note where those are hidden. */
function lockNumbers(hidden: boolean): void {
  const said = 'The numbers are locked by the link';
  const unlock = lockControls();
  const end = (): void => {
    pageStore.set({ lock: false });
    unlock();
    locked = false;
  };
  const panel = document.querySelector('numbers-panel .numbers');
  if (hidden || !panel) {
    showNote(`${said}.`, actionOf('unlock', end));
    return;
  }
  const line = h('p', { class: 'locked' }, `${said} · `);
  const button = h('button', { type: 'button', class: 'plain' }, 'unlock');
  button.addEventListener('click', () => {
    line.remove();
    end();
    panel.querySelector('input')?.focus();
  });
  line.append(button);
  panel.querySelector('.numbers-head')?.after(line);
}

/** A note's button, which ends the note. */
function actionOf(label: string, act: () => void): HTMLElement {
  const button = h('button', { type: 'button' }, label);
  button.addEventListener('click', () => {
    button.closest('.note')?.remove();
    act();
  });
  return button;
}
