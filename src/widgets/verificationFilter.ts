import {
  everything,
  lets,
  readFilter,
  writeFilter,
  type FilteredEntry,
  type VerificationFilter,
} from '../state/verificationFilter.ts';
import { scrollByKeys } from './scrollByKeys.ts';

/** How long the fields must rest before the address follows, in milliseconds. */
const REST = 250;

/** A formula of the list. */
interface Item {
  readonly element: HTMLElement;
  readonly entry: FilteredEntry;
}

/**
 * Hides what the fields of `form` don't ask for in the page's list, says in the form's live region
 * how much is left, and keeps the page's query at what is asked. Ends when `signal` aborts.
 */
export function filterList(form: HTMLFormElement, signal: AbortSignal): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-entry]')].map(itemOf);
  const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')];
  const region = form.querySelector('[role=status]');
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (filter: VerificationFilter, problems: readonly string[] = []): void => {
    let count = 0;
    for (const { element, entry } of items) {
      element.hidden = !lets(filter, entry);
      if (!element.hidden) count += 1;
    }
    for (const group of groups)
      group.hidden = group.querySelector('[data-entry]:not([hidden])') === null;
    const said = [`${count} of ${items.length} formulas`, ...problems].join('. ');
    if (region && region.textContent !== said) region.textContent = said;
  };
  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { pathname, search, hash } = location;
      const query = writeFilter(search, asked(form));
      if (query !== search) history.replaceState(history.state, '', pathname + query + hash);
    }, REST);
  };
  const choices = (name: string): string[] => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLSelectElement ? [...field.options].map(({ value }) => value) : [];
  };

  const { filter, problems } = readFilter(location.search, {
    document: choices('document'),
    verdict: choices('verdict'),
    evidence: choices('evidence'),
    correction: choices('correction'),
  });
  // What was chosen before this script came stays.
  if (Object.values(filter).some((asked) => asked !== '')) fill(form, filter);
  show(asked(form), problems);
  const changed = (): void => {
    show(asked(form));
    follow();
  };
  form.addEventListener('input', changed, { signal });
  form.addEventListener('submit', (event) => event.preventDefault(), { signal });
  form.querySelector('button')?.addEventListener(
    'click',
    () => {
      fill(form, everything);
      changed();
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** What the fields ask for. */
function asked(form: HTMLFormElement): VerificationFilter {
  const data = new FormData(form);
  const value = (name: string): string => String(data.get(name) ?? '').trim();
  return {
    document: value('document'),
    verdict: value('verdict'),
    evidence: value('evidence'),
    correction: value('correction'),
    text: value('text'),
  };
}

function fill(form: HTMLFormElement, filter: VerificationFilter): void {
  for (const [name, text] of Object.entries(filter) as [string, string][]) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = text;
  }
}

function itemOf(element: HTMLElement): Item {
  const { document: page = '', verdict = '', evidence = '', correction = '' } = element.dataset;
  const tex = [...element.querySelectorAll('math')].map((math) => math.getAttribute('alttext'));
  const text = [element.textContent, ...tex].join(' ').toLowerCase();
  return { element, entry: { document: page, verdict, evidence, correction, text } };
}

const { signal } = new AbortController(); // for as long as the page lives
scrollByKeys(document.querySelectorAll('.verification .side'), signal);
const form = document.querySelector<HTMLFormElement>('form.filters');
if (form) filterList(form, signal);
