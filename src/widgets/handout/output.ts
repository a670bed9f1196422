import type { Handout } from '../../state/handout.ts';
import { copyText } from '../copyText.ts';
import { exportSheet } from './exportSheet.ts';
import { sheetAddress, sheetOf } from './sheetOf.ts';

/** What can be taken away as text, with the ending of its file. */
const FORMATS = { markdown: 'md', tex: 'tex' } as const;

/** Starts the buttons under `root` that print, copy and download the handout that `value` returns. */
export function startOutput(root: Element, value: () => Handout, signal: AbortSignal): void {
  const said = root.querySelector('.output-said');
  const text = async (what: string): Promise<string | null> => {
    if (what === 'markdown' || what === 'tex') return exportSheet(await sheetOf(value(), 2), what);
    return sheetAddress(value());
  };
  const copy = async (what: string, name: string): Promise<void> => {
    const made = await text(what);
    if (made === null) said?.replaceChildren('This handout is too long for a link.');
    else if (await copyText(made)) said?.replaceChildren(`${name} copied`);
    else said?.replaceChildren(selected(made));
    said?.querySelector('textarea')?.select();
  };
  const download = async (what: keyof typeof FORMATS): Promise<void> => {
    const url = URL.createObjectURL(new Blob([(await text(what)) ?? ''], { type: 'text/plain' }));
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = `${fileName(value().title)}.${FORMATS[what]}`;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000); // once the browser has begun to read it
  };
  root.addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const { copy: copied, download: loaded, print: printed } = button?.dataset ?? {};
      if (copied !== undefined) void copy(copied, copied === 'link' ? 'link' : 'text');
      if (loaded === 'markdown' || loaded === 'tex') void download(loaded);
      if (printed !== undefined) window.print();
    },
    { signal },
  );
}

/** Where the clipboard is closed, the text is shown to be copied by hand. */
function selected(text: string): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  area.readOnly = true;
  area.value = text;
  area.setAttribute('aria-label', 'copy this with your keyboard');
  return area;
}

function fileName(title: string): string {
  const name = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, ''); // prettier-ignore
  return name === '' ? 'handout' : name;
}
