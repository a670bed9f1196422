import { merge, newAxis, sizeOfAxis, unify, unranged, type Axis } from './axes.ts';
import { ExpressionError } from './errors.ts';
import type { Condition, Position } from './scalar.ts';
import { namedSize, sameSize, showSize, type Size } from './size.ts';
import type { Slot, SymbolDeclaration, SymbolTable } from './symbols.ts';
import type { Index, IndexCondition, Range } from './tree.ts';

/** The letter that an omitted sample index stands for: "the sample at hand". */
export const SAMPLE_AT_HAND = '·';

/** The bound letters around a part of a formula, with their axes. */
export type Scope = ReadonlyMap<string, Axis>;

/** Indices as places on axes; it finds out on the way which axis each letter runs over. */
export class Places {
  readonly #table: SymbolTable;
  readonly #elsewhere: ReadonlyMap<string, Size>;
  readonly #free = new Map<string, Axis>();
  /** Free letters that are compared with others in the formula itself. */
  readonly #compared = new Set<string>();
  readonly #bound: { readonly axis: Axis; readonly range: Range }[] = [];
  #fresh = 0;

  /** `elsewhere` tells what letters run over in the rest of a formula, where this part doesn't. */
  constructor(table: SymbolTable, elsewhere: ReadonlyMap<string, Size>) {
    this.#table = table;
    this.#elsewhere = elsewhere;
  }

  /** The axis of a letter that a part of the formula at `range` binds. */
  bind(range: Range, size: Size | null = null): Axis {
    const axis = newAxis(size);
    this.#bound.push({ axis, range });
    return axis;
  }

  /**
   * The free letters and what they run over, once everything is lowered. Throws where the axis of
   * a letter, free or bound, can't be told from its use.
   */
  finish(range: Range): ReadonlyMap<string, Size> {
    for (const [name, axis] of this.#free) {
      const size = this.#elsewhere.get(name);
      if (size && !sizeOfAxis(axis)) unify(axis, size, name, range);
    }
    for (const { axis, range: at } of this.#bound) {
      if (!sizeOfAxis(axis)) throw unranged(at);
    }
    const free = new Map<string, Size>();
    for (const [name, axis] of this.#free) {
      const size = sizeOfAxis(axis) ?? (this.#compared.has(name) ? this.#some() : null);
      if (!size) throw unranged(range, name);
      free.set(name, size);
    }
    return free;
  }

  /** What letters run over that are only compared, as in δ: on which axis makes no difference. */
  #some(): Size | null {
    const [of] = this.#table.sizes.values();
    return of === undefined ? null : namedSize(of);
  }

  /** Conditions in a formula, on which its value depends. */
  compared(conditions: readonly IndexCondition[], scope: Scope): Condition[] {
    for (const index of conditions.flatMap(({ left, right }) => [left, right]))
      if (index.kind === 'letter' && !scope.has(index.name)) this.#compared.add(index.name);
    return conditions.map((condition) => this.condition(condition, scope));
  }

  /** The places in a symbol's slots; null where one is left open. */
  places(
    symbol: SymbolDeclaration,
    at: readonly (Index | null)[],
    range: Range,
    scope: Scope,
  ): (Position | null)[] {
    const bare = at.every((index) => index === null);
    return symbol.slots.map((slot, k): Position | null => {
      const index = at[k] ?? null;
      if (index) return this.position(index, slot.size, scope);
      if (!isAtHand(slot, bare)) return null;
      unify(this.axis(SAMPLE_AT_HAND, scope), slot.size, SAMPLE_AT_HAND, range);
      return { index: SAMPLE_AT_HAND };
    });
  }

  /** A condition on indices. */
  condition(c: IndexCondition, scope: Scope): Condition {
    // Letters that are compared run over the same axis.
    if (c.left.kind === 'letter' && c.right.kind === 'letter') {
      merge(
        this.axis(c.left.name, scope),
        this.axis(c.right.name, scope),
        c.right.name,
        c.right.range,
      );
    }
    const end = this.#sizeOf(c.left) ?? this.#sizeOf(c.right);
    return {
      comparison: c.comparison,
      left: this.position(c.left, end, scope),
      right: this.position(c.right, end, scope),
    };
  }

  /** The size of the axis that an index is on, where it tells by itself. */
  #sizeOf(index: Index): Size | null {
    // A place before the end, such as C − 1, is on the longer axis.
    if (index.kind === 'last') return index.size.plus < 0 ? null : index.size;
    return index.kind === 'label' ? this.labels(index) : null;
  }

  /** The size of the axis that a label names a place of. */
  labels({ symbol, range }: Index & { kind: 'label' }): Size {
    const { labels } = this.declaration(symbol, range);
    if (labels) return labels;
    throw new ExpressionError('unsupported', `${symbol} names no place of an axis`, range);
  }

  /** The place that an index names on an axis of `size`, as far as that is known. */
  position(index: Index, size: Size | null, scope: Scope): Position {
    switch (index.kind) {
      case 'literal':
        return { literal: index.value };
      case 'last':
        // The end of a shorter axis is no place to name on a longer one.
        if (size && size.of !== index.size.of) throw misplaced(index.size, size, index.range);
        if (size && index.size.plus > size.plus) throw misplaced(index.size, size, index.range);
        return { last: index.size };
      case 'label': {
        const labels = this.labels(index);
        if (size && !sameSize(size, labels)) throw misplaced(labels, size, index.range);
        const symbol = this.declaration(index.symbol, index.range);
        const at = this.places(symbol, index.at, index.range, scope);
        if (at.includes(null)) {
          const message = `${index.symbol} has more than one place`;
          throw new ExpressionError('unsupported', message, index.range);
        }
        return { label: symbol.denotes, at: at.filter((place) => place !== null) };
      }
      case 'letter':
        if (size) unify(this.axis(index.name, scope), size, index.name, index.range);
        else this.axis(index.name, scope);
        return { index: index.name };
    }
  }

  /** The axis of a letter: a bound one of the scope, or a free one. */
  axis(name: string, scope: Scope): Axis {
    const known = scope.get(name) ?? this.#free.get(name);
    if (known) return known;
    const axis = newAxis();
    this.#free.set(name, axis);
    return axis;
  }

  /** What the notation declares of a name. */
  declaration(name: string, range: Range): SymbolDeclaration {
    const symbol = this.#table.symbols.get(name);
    if (!symbol) throw new ExpressionError('undefined', `${name} is not declared`, range);
    return symbol;
  }

  /** A letter that nothing else uses. */
  letter(): string {
    this.#fresh += 1;
    return `_${this.#fresh}`;
  }
}

/** Whether an omitted index means the sample at hand. */
export function isAtHand({ omitted }: Slot, bare: boolean): boolean {
  return omitted === 'hand' || (omitted === 'open if bare' && !bare);
}

/** The error of an index on another axis. */
export function misplaced(index: Size, axis: Size, range: Range): ExpressionError {
  const shapes = [showSize(index), showSize(axis)] as const;
  const message = `${shapes[0]} is not an index of an axis of ${shapes[1]}`;
  return new ExpressionError('shape', message, range, shapes);
}
