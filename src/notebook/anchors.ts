import type { Faults } from './faults.ts';

/** Ids that a page has beside those of its text. */
const OF_THE_PAGE =
  /^(?:main|notes|announcer|checks|numbers-title|panel-logits|references|preview|logit-\d+-message|(?:widget|reference)-.*)$/;

/** Whether an id is one of those that a page has beside the ids of its text. */
export function isOfThePage(id: string): boolean {
  return OF_THE_PAGE.test(id);
}

/** The anchors of one page. Each leads to one place: a second claim on one is a fault. */
export class Anchors {
  readonly #claimed = new Set<string>();
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** All anchors so far. */
  get all(): ReadonlySet<string> {
    return this.#claimed;
  }

  /** Claims `id` for what stands from the offset `start` to `end`. */
  claim(id: string, start: number, end: number): void {
    if (isOfThePage(id))
      this.#fault(`id ${id} is one of the page’s own`, 'choose another', start, end);
    else if (this.#claimed.has(id))
      this.#fault(`id ${id} is taken`, 'ids are unique in a file', start, end);
    this.#claimed.add(id);
  }

  /** Claims the anchors of the steps of the display `id`: `id-1`, `id-2`, … */
  claimSteps(id: string, count: number, start: number, end: number): void {
    for (let step = 1; step <= count; step++) {
      const anchor = stepAnchor(id, step);
      if (this.#claimed.has(anchor))
        this.#fault(
          `id ${anchor} is taken, and ${id} has it for step ${step}`,
          'choose another for one of the two',
          start,
          end,
        );
      this.#claimed.add(anchor);
    }
  }

  #fault(message: string, hint: string, start: number, end: number): void {
    this.#faults.add('duplicate-id', message, hint, start, end);
  }
}

/** The anchor of a step, counted from 1, of the display `id`. */
export function stepAnchor(id: string, step: number): string {
  return `${id}-${step}`;
}
