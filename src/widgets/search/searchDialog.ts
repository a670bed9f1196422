import css from '../../styles/search.css?inline';
import { elementsOf } from '../../views/element.ts';
import { adoptStyles } from '../adoptStyles.ts';
import { startSearch } from './searchBox.ts';

const h = elementsOf(document);

/** How many results of a kind are listed over a page. */
const MOST = 4;

let dialog: HTMLDialogElement | null = null;

/** Opens the search over the page; on the page of the search, puts the focus into its field. */
export function openSearch(): void {
  const own = document.querySelector<HTMLInputElement>('main .search-field input');
  if (own) {
    own.focus();
    own.select();
    return;
  }
  dialog ??= drawDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function drawDialog(): HTMLDialogElement {
  adoptStyles(css);
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.setAttribute('aria-label', 'Search');
  const field = document.createElement('input');
  for (const [name, value] of Object.entries(FIELD)) field.setAttribute(name, value);
  const close = h('button', { type: 'button' }, 'Close');
  const status = h('p', { class: 'found', role: 'status' });
  const results = h('div', { class: 'results' });
  made.append(h('div', { class: 'search-field' }, field, close), status, results);
  close.addEventListener('click', () => made.close());
  // A click beside the box is one on the dialog itself.
  made.addEventListener('click', (event) => {
    const target = event.target;
    if (target === made || (target instanceof Element && target.closest('.results a')))
      made.close();
  });
  document.body.append(made);
  startSearch({ field, status, results, most: MOST });
  return made;
}

/** The attributes of the field. */
const FIELD: Readonly<Record<string, string>> = {
  type: 'text',
  role: 'searchbox',
  'aria-label': 'search the site',
  placeholder: 'jacobian, ŷ - t, \\delta_{ij}',
  autocomplete: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  enterkeyhint: 'search',
};
