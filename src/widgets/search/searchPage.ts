import { startSearch } from './searchBox.ts';

/** How many results of a kind the page lists. */
const MOST = 40;

/** How long an answer must stand before the address follows, in milliseconds. */
const REST = 250;

/** Starts the search in `main`, with the query of the address, which then follows the field. */
function startPage(main: Element): void {
  const field = main.querySelector('input');
  const status = main.querySelector('[role=status]');
  const results = main.querySelector('.results');
  if (!field || !status || !results) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answered = (query: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const url = new URL(location.href);
      if (query === '') url.searchParams.delete('q');
      else url.searchParams.set('q', query);
      if (url.href !== location.href) history.replaceState(history.state, '', url);
    }, REST);
  };
  // What was typed before the script came stays.
  if (field.value === '') field.value = queryOf(field);
  startSearch({ field, status, results, most: MOST, answered });
}

/** The query of the address; on a page that is not there, the words of the last part of its path. */
function queryOf(field: HTMLInputElement): string {
  const asked = new URLSearchParams(location.search).get('q');
  if (asked !== null || !field.hasAttribute('data-lost')) return asked ?? '';
  const last =
    location.pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  return decodeWhole(last)
    .replace(/^404(?=\.html$)|\.html$/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** A part of a path as text; as it stands where it is not in order. */
function decodeWhole(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const main = document.querySelector('main.search');
if (main) startPage(main);
