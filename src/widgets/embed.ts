/** The script of embedded pages: that of every page, and links to the page that take the numbers along. */
import './page.ts';
import { encode } from '../state/codec.ts';
import { pageStore } from './pageStore.ts';

const live = document.querySelector<HTMLAnchorElement>('[data-live]');

function followReader(): void {
  if (live) live.search = encode(pageStore.get());
}

pageStore.subscribe(followReader, { signal: new AbortController().signal }); // for as long as the page lives
followReader();
