import { parts } from '../check/dependences.ts';
import { GraphBuilder, type GraphNode } from '../check/graph.ts';
import type { CompiledDefinition, Meaning, SharedPrograms, Variable } from '../check/program.ts';
import type { TestedClaim } from '../check/slips.ts';
import { labelsOf, placesIn, type Scalar } from '../expression/scalar.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import { variableOf } from './programs.ts';

/** What one symbol stands for: a formula, or values that are drawn. */
type SymbolMeaning = CompiledDefinition | Variable;

/** The names in a node itself, not in its parts. */
export function namesIn(node: GraphNode): string[] {
  const labels = placesIn(node).flatMap(labelsOf);
  return 'symbol' in node ? [...labels, node.symbol] : labels;
}

/** The formulas of a claim. */
export function formulasIn<F>({ left, right, within, slips }: TestedClaim<F>): F[] {
  return [left, right, ...(within === null ? [] : [within]), ...slips];
}

/** Claims as nodes, and which of the shared programs says what their names mean. */
export interface SharedClaims {
  readonly claims: readonly TestedClaim<number>[];
  readonly meaning: number;
}

/** Formulas as nodes, and which of the shared programs says what their names mean. */
export interface SharedValues {
  readonly values: readonly number[];
  readonly meaning: number;
}

/**
 * Collects claims in which names may mean different things. Equal parts are stored once, whatever
 * their names mean; claims share a program as far as no name that they depend on has two meanings.
 */
export class SharedProgramsBuilder {
  readonly #graph = new GraphBuilder();
  readonly #meanings: Map<string, SymbolMeaning>[] = [];

  /** The claims of a step where names mean what `table` says. */
  add(claims: readonly TestedClaim<Scalar>[], table: SymbolTable): SharedClaims {
    const node = (scalar: Scalar): number => this.#graph.add(scalar);
    const compiled = claims.map((claim) => ({
      ...claim,
      left: node(claim.left),
      right: node(claim.right),
      within: claim.within === null ? null : node(claim.within),
      slips: claim.slips.map(node),
    }));
    const roots = compiled.flatMap(formulasIn);
    return { claims: compiled, meaning: this.#place(this.#needs(roots, table)) };
  }

  /** Formulas whose values are wanted where names mean what `table` says. */
  addValues(values: readonly Scalar[], table: SymbolTable): SharedValues {
    const nodes = values.map((scalar) => this.#graph.add(scalar));
    return { values: nodes, meaning: this.#place(this.#needs(nodes, table)) };
  }

  /** What has been collected so far: plain JSON. */
  get programs(): SharedPrograms {
    const meanings = this.#meanings.map((meaning): Meaning => {
      const definitions: Record<string, CompiledDefinition> = {};
      const variables: Record<string, Variable> = {};
      for (const [symbol, one] of meaning) {
        if ('body' in one) definitions[symbol] = one;
        else variables[symbol] = one;
      }
      return { definitions, variables };
    });
    return { nodes: this.#graph.nodes, meanings };
  }

  /** What the symbols stand for that the values of some nodes depend on. */
  #needs(roots: readonly number[], table: SymbolTable): Map<string, SymbolMeaning> {
    const needs = new Map<string, SymbolMeaning>();
    const seen = new Set<number>();
    const visit = (id: number): void => {
      const node: GraphNode | undefined = this.#graph.nodes[id];
      if (!node || seen.has(id)) return;
      seen.add(id);
      for (const name of namesIn(node)) {
        if (needs.has(name)) continue;
        const meaning = this.#meaningOf(name, table);
        needs.set(name, meaning);
        if ('body' in meaning) visit(meaning.body);
      }
      parts(node).forEach(visit);
    };
    roots.forEach(visit);
    return needs;
  }

  #meaningOf(name: string, table: SymbolTable): SymbolMeaning {
    const symbol = [...table.symbols.values()].find((known) => known.name === name);
    if (!symbol) throw new Error(`no symbol ${name}`);
    const definition = table.definitions.get(name);
    if (!definition) return variableOf(symbol);
    return {
      positions: definition.positions,
      axes: symbol.slots.map(({ size }) => size),
      body: this.#graph.add(definition.body),
      ...(symbol.quantity === null ? {} : { quantity: symbol.quantity }),
    };
  }

  /** The first program that `needs` fits into; its names are added there. */
  #place(needs: ReadonlyMap<string, SymbolMeaning>): number {
    const fits = (meaning: ReadonlyMap<string, SymbolMeaning>): boolean =>
      [...needs].every(([symbol, one]) => {
        const other = meaning.get(symbol);
        return other === undefined || JSON.stringify(one) === JSON.stringify(other);
      });
    let place = this.#meanings.findIndex(fits);
    if (place < 0) place = this.#meanings.push(new Map()) - 1;
    for (const [symbol, one] of needs) this.#meanings[place]?.set(symbol, one);
    return place;
  }
}
