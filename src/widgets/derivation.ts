import type { LiveRelation } from '../views/checks.ts';
import { inLetters } from '../views/inLetters.ts';
import { mark, textOf, write } from '../views/update.ts';
import { failingText, hereText, leadText, slipText, type ToldStep } from '../views/verdictText.ts';
import { LiveElement } from './liveElement.ts';
import { openAnswer } from './openAnswer.ts';
import { checkHere, checks, onceAtRest } from './pageChecks.ts';
import { pageStore } from './pageStore.ts';
import { scrollByKeys } from './scrollByKeys.ts';
import { whenNear } from './whenNear.ts';

/** A step's parts that change with the reader's numbers. */
interface Row {
  readonly element: Element;
  /** In the evidence, and beside the mark where something is amiss. */
  readonly here: Text | undefined;
  readonly slip: Text | undefined;
  readonly step: LiveRelation;
}

/**
 * A derivation whose steps are checked at the reader's numbers while it is on screen. Its markup
 * comes from the build; this writes the line above it and the state of each step.
 */
export class CheckedDerivation extends LiveElement {
  #rows: Row[] = [];
  #lead: Text | undefined;

  protected start(signal: AbortSignal): void {
    const steps = checks?.formulas[Number(this.dataset['formula'])] ?? [];
    this.#rows = [...this.querySelectorAll('[data-step]')].flatMap((element): Row[] => {
      const step = steps[Number(element.getAttribute('data-step'))];
      if (!step) return [];
      const [here, slip] = [textIn(element, '[data-told]'), textIn(element, '.slip')];
      return [{ element, here, slip, step }];
    });
    this.#lead = textIn(this, '[data-lead]');
    whenNear(this, this.#update, signal);
    this.#openFromLink();
    let boxes = new AbortController();
    const reach = (): void => {
      boxes.abort();
      boxes = new AbortController();
      scrollByKeys(this.querySelectorAll('.side'), boxes.signal);
    };
    reach();
    this.addEventListener('cells', reach, { signal });
    signal.addEventListener('abort', () => boxes.abort(), { once: true });
    this.addEventListener('toggle', toggled, { capture: true, signal });
  }

  /** A link may open one step's evidence. */
  #openFromLink(): void {
    const { open } = pageStore.get();
    const step = [...this.querySelectorAll('[data-step]')].find(({ id }) => id === open);
    const details = step?.querySelector('details');
    if (!details) return;
    openAnswer(details);
    details.open = true;
    if (parent === window) details.scrollIntoView({ block: 'center' }); // a page around it stays where it is
  }

  /** While the numbers move, only the sides are compared; once they rest, the slips are counted. */
  readonly #update = (): void => {
    onceAtRest(this.#update);
    const told: ToldStep[] = [];
    for (const { element, here, slip, step } of this.#rows) {
      const checked = checkHere(step);
      if (!checked) return;
      const live = inLetters(checked, this.dataset['letters']);
      told.push({ relation: step.relation, live });
      mark(element, 'data-here', live.status);
      write(here, hereText(live, step.relation));
      write(slip, slipText(live, step.relation));
    }
    if (told.length === 0) return;
    const fails = this.querySelector('[data-outcome=fails]') !== null;
    write(this.#lead, fails ? failingText(told) : leadText(told));
  };
}

function textIn(root: Element, selector: string): Text | undefined {
  const found = root.querySelector(selector);
  return found ? textOf(found) : undefined;
}

/** An opened piece of evidence is part of the link. */
function toggled(event: Event): void {
  const details = event.target;
  if (!(details instanceof HTMLDetailsElement)) return;
  const anchor = details.closest('[data-step]')?.id ?? null;
  const { open } = pageStore.get();
  if (details.open) pageStore.set({ open: anchor });
  else if (open === anchor) pageStore.set({ open: null });
}

customElements.define('checked-derivation', CheckedDerivation);
