import { COMPARE } from '../expression/compare.ts';
import type { Condition, Position } from '../expression/scalar.ts';
import { sizeIn, type Size } from '../expression/size.ts';
import type { Point } from './program.ts';

/** Index letters with their present values, and the lengths of the axes that they run over. */
export class Letters {
  /** The letters' values, counted from 1, by their numbers. */
  readonly at: number[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #labelled: (label: string, at: readonly (() => number)[]) => () => number;
  readonly #outgrown: () => void;
  /** The axes of pairs that were met: longer than those that models give lengths to. */
  readonly #ofPairs: Size[] = [];
  #sizes: Point['sizes'] = {};
  /** More than any letter's value. */
  radix = 1;

  /**
   * `labelled` reads the place that an entry of a label names; `outgrown` is called when the radix grows:
   * what is kept by it is then lost.
   */
  constructor(
    labelled: (label: string, at: readonly (() => number)[]) => () => number,
    outgrown: () => void,
  ) {
    this.#labelled = labelled;
    this.#outgrown = outgrown;
  }

  /** Moves to a model with these axis lengths. */
  moveTo(sizes: Point['sizes']): void {
    this.#sizes = sizes;
    const pairs = this.#ofPairs.map((size) => sizeIn(size, sizes));
    this.radix = 2 + Math.max(0, ...Object.values(sizes), ...pairs);
  }

  /** The length of an axis. */
  size(size: Size): number {
    const length = sizeIn(size, this.#sizes);
    if (length > this.radix - 2 && size.times) {
      this.#ofPairs.push(size);
      this.radix = length + 2;
      this.#outgrown();
    }
    return length;
  }

  /** The number of a letter, which is new where nobody asked before. */
  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.at.push(NaN) - 1;
    this.#numbers.set(name, number);
    return number;
  }

  /** Where the value at `places` stands in a list, row-major; NaN beyond an axis. */
  offset(axes: readonly Size[], places: readonly (() => number)[]): () => number {
    return () => {
      let offset = 0;
      for (const [k, axis] of axes.entries()) {
        const place = places[k]?.() ?? NaN;
        const length = this.size(axis);
        offset = place >= 1 && place <= length ? offset * length + place - 1 : NaN;
      }
      return offset;
    };
  }

  /** Reads a position. */
  position(position: Position): () => number {
    if ('literal' in position) {
      const { literal } = position;
      return () => literal;
    }
    if ('last' in position) {
      const { last } = position;
      return () => this.size(last);
    }
    if ('label' in position) {
      return this.#labelled(
        position.label,
        position.at.map((place) => this.place(place)),
      );
    }
    const plus = position.plus ?? 0;
    if ('part' in position) {
      const of = this.position(position.of);
      const { part, by } = position;
      return () => partOf(part, of(), this.size(by)) + plus;
    }
    const number = this.number(position.index);
    return () => (this.at[number] ?? NaN) + plus;
  }

  /** Like a position; one beyond every axis stays so, but below the radix. */
  place(position: Position): () => number {
    const place = this.position(position);
    if (!('literal' in position || 'part' in position)) return place;
    return () => Math.min(place(), this.radix - 1);
  }

  /** Whether all of `where` hold. */
  conditions(where: readonly Condition[]): () => boolean {
    const tests = where.map(({ comparison, left, right }): (() => boolean) => {
      const [a, b, test] = [this.position(left), this.position(right), COMPARE[comparison]];
      return () => test(a(), b());
    });
    return () => tests.every((test) => test());
  }

  /** `body` evaluated with `names` set to `places`, and set back afterwards. */
  within<T>(names: readonly string[], places: readonly (() => number)[], body: () => T): () => T {
    const numbers = names.map((name) => this.number(name));
    return () => {
      const { at } = this;
      const inner = places.map((place) => place());
      const outer = numbers.map((number) => at[number] ?? NaN);
      for (const [k, number] of numbers.entries()) at[number] = inner[k] ?? NaN;
      const result = body();
      for (const [k, number] of numbers.entries()) at[number] = outer[k] ?? NaN;
      return result;
    };
  }
}

/** The outer or inner place of the pair at `place`, where the inner axis is `length` long. */
function partOf(part: 'outer' | 'inner', place: number, length: number): number {
  const outer = Math.ceil(place / length);
  return part === 'outer' ? outer : place - (outer - 1) * length;
}
