import { defaultState } from '../state/pageState.ts';
import { decode } from '../state/decode.ts';
import { defaultLab, longestStep, shortestStep, type GradientLab } from '../state/gradientLab.ts';
import { decodeLab, readValue } from '../state/gradientLabCodec.ts';
import type { Lab } from '../views/laboratory/lab.ts';
import { theoryOf } from '../views/laboratory/updateStepErrors.ts';
import { mark, textOf, write } from '../views/update.ts';
import { entryOf } from './lightEntry.ts';
import { labStore } from './labStore.ts';
import { pageStore } from './pageStore.ts';

/**
 * Sends what the reader does inside `host` to the stores: radio buttons, fields, the slider, entries and
 * cases. `lab` is the laboratory as it stands. Ends when `signal` aborts.
 */
export function labInputs(host: HTMLElement, lab: () => Lab | null, signal: AbortSignal): void {
  host.addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLTextAreaElement) readText(target);
      else if (target instanceof HTMLInputElement) readInput(target);
    },
    { signal },
  );
  host.addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement && isExact(target)) readExact(target);
    },
    { signal },
  );
  host.addEventListener('focusout', ({ target }) => endDraft(target), { signal });
  host.addEventListener('click', (event) => clicked(event, lab()), { signal });
}

function readInput(input: HTMLInputElement): void {
  if (isExact(input)) mark(input, 'data-draft', '');
  else if (input.type === 'range') labStore.set({ step: tenTo(Number(input.value)) });
  else set(input.name, input.value);
}

/** A power of ten with two digits, so that whole powers are what they are called. */
function tenTo(power: number): number {
  return Number((10 ** power).toPrecision(2));
}

function set(key: string, text: string): string {
  if (!Object.hasOwn(defaultLab, key)) return '';
  const read = readValue(key as keyof GradientLab, text); // a key of the default
  if ('problem' in read) return read.problem;
  labStore.set({ [key]: read.value });
  return '';
}

/** A number's field is read once it is left; while it is wrong, its last number counts. */
function readExact(field: HTMLInputElement): void {
  const problem = set(field.name, field.value);
  mark(field, 'aria-invalid', problem === '' ? null : 'true');
  if (problem === '') mark(field, 'data-draft', null);
  say(field, problem);
}

/** A formula is read at each keystroke; a line break is a space. */
function readText(field: HTMLTextAreaElement): void {
  mark(field, 'data-draft', '');
  const text = field.value.replace(/\s/g, ' ');
  const problem = set(field.name, text);
  if (problem === '') return;
  mark(field, 'aria-invalid', 'true');
  say(field, problem);
}

function say(field: Element, problem: string): void {
  const message = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  const line = message?.querySelector('.message') ?? message;
  if (line) write(textOf(line), problem);
}

function endDraft(target: EventTarget | null): void {
  if (!(target instanceof HTMLTextAreaElement)) return;
  if (target.getAttribute('aria-invalid') === null) mark(target, 'data-draft', null);
}

function isExact(input: HTMLInputElement): boolean {
  return input.classList.contains('exact');
}

function clicked(event: MouseEvent, lab: Lab | null): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const link = target.closest<HTMLAnchorElement>('a[data-case]');
  if (link) {
    // Another tab or window is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openCase(link.search);
    return;
  }
  if (lab && target.closest('[data-act=best]')) {
    const { bestStep } = theoryOf(lab);
    const step = Math.min(longestStep, Math.max(shortestStep, Number(bestStep.toPrecision(2))));
    if (!Number.isNaN(step)) labStore.set({ step });
    return;
  }
  const entry = entryOf(event);
  if (entry !== null) set('entry', entry);
}

/** What a link of the page opens, without leaving it; what the links don't name goes back to the default. */
function openCase(search: string): void {
  const { z, t } = decode(search).state;
  pageStore.set({ ...defaultState, ...pageStore.get(), z, t });
  labStore.set(decodeLab(search).lab);
}
