import type { Scalar } from './scalar.ts';
import type { Shape, Size } from './size.ts';

/** What kind of thing a symbol stands for; it decides how values are drawn for it. */
export type SymbolKind = 'real' | 'probability' | 'function' | 'opaque';

/** One place where a symbol takes an index. */
export interface Slot {
  readonly size: Size;
  readonly place: 'superscript' | 'subscript';
  /** Whether the slot may be left out to mean "the sample at hand". */
  readonly optional: boolean;
}

/** A symbol as a notation declares it. */
export interface SymbolDeclaration {
  /** The TeX name in normal form, such as `z`, `\hat y` or `\mathcal L`. */
  readonly name: string;
  readonly kind: SymbolKind;
  /** Superscript slots first, then subscript slots, each from left to right. */
  readonly slots: readonly Slot[];
  /** For a function: the shape of each argument; null for one that is only displayed. */
  readonly parameters: readonly (Shape | null)[];
  /** The interval that values are drawn from. */
  readonly range: readonly [number, number];
  /** Whether values never leave the interval, and whether they reach its ends. */
  readonly bounds?: 'open' | 'closed';
  /** What the symbol denotes across notations, such as `logits`; null for a helper. */
  readonly quantity: string | null;
  /** A phrase for the reader, such as "the logits". */
  readonly phrase: string;
}

/** The body of a definition; `positions` are its free letters, in the order of the slots. */
export interface Definition {
  readonly symbol: string;
  readonly positions: readonly string[];
  readonly body: Scalar;
  /** The axis of "the sample at hand", where a function's body speaks of it; else null. */
  readonly atHand: Size | null;
}

/** Everything a formula's names can refer to. Immutable: `with…` return a larger table. */
export class SymbolTable {
  /** Size letters, such as `C`, and the size class each one counts. */
  readonly sizes: ReadonlyMap<string, string>;
  /** Letters that may stand as an index. */
  readonly indices: ReadonlySet<string>;
  readonly symbols: ReadonlyMap<string, SymbolDeclaration>;
  readonly definitions: ReadonlyMap<string, Definition>;

  constructor(parts: {
    sizes: ReadonlyMap<string, string>;
    indices: ReadonlySet<string>;
    symbols: ReadonlyMap<string, SymbolDeclaration>;
    definitions?: ReadonlyMap<string, Definition>;
  }) {
    this.sizes = parts.sizes;
    this.indices = parts.indices;
    this.symbols = parts.symbols;
    this.definitions = parts.definitions ?? new Map<string, Definition>();
  }

  /** A table in which the TeX name `written` means `symbol`, whatever it meant before. */
  withBound(written: string, symbol: SymbolDeclaration): SymbolTable {
    const symbols = new Map(this.symbols).set(written, symbol).set(symbol.name, symbol);
    return new SymbolTable({ ...this, symbols });
  }

  /** A table in which `definition` gives its symbol a meaning. */
  withDefinition(definition: Definition): SymbolTable {
    const definitions = new Map(this.definitions).set(definition.symbol, definition);
    return new SymbolTable({ ...this, definitions });
  }
}
