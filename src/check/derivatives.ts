import { parts, type Dependences } from './dependences.ts';
import type { GraphNode } from './graph.ts';
import type { Claim, Program } from './program.ts';

/** Derivatives of a higher order are not taken: each order doubles the work. */
const MAX_ORDER = 4;

type DerivativeNode = GraphNode & { readonly op: 'derivative' };

/**
 * Why a claim's derivatives can't be taken, or null: a body without its variable, an order too high,
 * or a derivative by a symbol around one by what that symbol is made of.
 */
export function derivativeFault(
  claim: Claim<number>,
  program: Program,
  dependences: Dependences,
): string | null {
  const orders = new Map<number, number>();
  const faults: string[] = [];
  const order = (id: number): number => {
    const known = orders.get(id);
    if (known !== undefined) return known;
    const node = program.nodes[id];
    if (!node) return 0;
    const below = Math.max(0, ...inside(node, program).map(order));
    if (node.op === 'derivative') faults.push(...ownFaults(node, program, dependences));
    const own = node.op === 'derivative' ? below + 1 : below;
    orders.set(id, own);
    return own;
  };
  const roots = [claim.left, claim.right, ...(claim.within === null ? [] : [claim.within])];
  const most = Math.max(...roots.map(order));
  if (most > MAX_ORDER) return `a derivative of order ${most} is out of reach`;
  return faults[0] ?? null;
}

function inside(node: GraphNode, program: Program): number[] {
  const definition = node.op === 'entry' ? program.definitions[node.symbol] : undefined;
  return definition ? [definition.body] : parts(node);
}

function ownFaults(node: DerivativeNode, program: Program, dependences: Dependences): string[] {
  const { symbol } = node;
  if (!dependences.dependsOn(node.a, symbol)) {
    return [
      `what is differentiated does not contain ${symbol} as written, so its derivative is not taken to be 0`,
    ];
  }
  const definition = program.definitions[symbol];
  if (!definition) return [];
  // Free for the outer derivative, made of the variable for the inner one: it can't be both.
  const seen = new Set<number>();
  const waiting = [node.a];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const inner = program.nodes[id];
    if (!inner || seen.has(id)) continue;
    seen.add(id);
    if (
      inner.op === 'derivative' &&
      inner.symbol !== symbol &&
      dependences.dependsOn(definition.body, inner.symbol) &&
      dependences.dependsOn(inner.a, symbol)
    ) {
      return [
        `a derivative by ${symbol} around one by ${inner.symbol}, of which ${symbol} is made`,
      ];
    }
    waiting.push(...inside(inner, program));
  }
  return [];
}
