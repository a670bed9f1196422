import { parts } from '../check/dependences.ts';
import type { GraphNode } from '../check/graph.ts';
import type { Meaning, SharedPrograms } from '../check/program.ts';
import { formulasIn, namesIn, type SharedClaims } from './sharedPrograms.ts';

/** Some programs with the claims of some steps in them. */
export interface ProgramsOf<S> {
  readonly programs: SharedPrograms;
  readonly steps: readonly S[];
}

/**
 * What `steps` need of `programs`, renumbered: the nodes of their claims and of the definitions that these
 * depend on. All variables of a program stay, since whether there is a bias decides the weights.
 */
export function partOfPrograms<S extends SharedClaims>(
  programs: SharedPrograms,
  steps: readonly S[],
): ProgramsOf<S> {
  const { nodes, definitions } = neededBy(programs, steps);
  const ids = [...nodes].sort((a, b) => a - b);
  const newId = new Map(ids.map((id, k) => [id, k]));
  const used = [...definitions.keys()];
  const moved = (id: number): number => numberOf(newId, id);
  return {
    programs: {
      nodes: ids.flatMap((id) => {
        const node = programs.nodes[id];
        return node ? [renumbered(node, moved)] : [];
      }),
      meanings: used.map((meaning) =>
        partOfMeaning(programs.meanings[meaning], definitions.get(meaning) ?? new Set(), moved),
      ),
    },
    steps: steps.map((step) => ({
      ...step,
      meaning: Math.max(0, used.indexOf(step.meaning)), // a step without claims may need none
      claims: step.claims.map((claim) => ({
        ...claim,
        left: moved(claim.left),
        right: moved(claim.right),
        within: claim.within === null ? null : moved(claim.within),
        slips: claim.slips.map(moved),
      })),
    })),
  };
}

/** The nodes that the claims of `steps` depend on, and by program the names that are defined in it. */
function neededBy(
  { nodes, meanings }: SharedPrograms,
  steps: readonly SharedClaims[],
): { nodes: Set<number>; definitions: Map<number, Set<string>> } {
  const kept = new Set<number>();
  const definitions = new Map<number, Set<string>>();
  for (const { claims, meaning } of steps.filter((step) => step.claims.length > 0)) {
    const names = definitions.get(meaning) ?? new Set<string>();
    definitions.set(meaning, names);
    const seen = new Set<number>();
    const visit = (id: number): void => {
      const node = nodes[id];
      if (!node || seen.has(id)) return;
      seen.add(id);
      kept.add(id);
      for (const name of namesIn(node)) {
        const definition = meanings[meaning]?.definitions[name];
        if (!definition) continue;
        names.add(name);
        visit(definition.body);
      }
      parts(node).forEach(visit);
    };
    claims.flatMap(formulasIn).forEach(visit);
  }
  return { nodes: kept, definitions };
}

function partOfMeaning(
  meaning: Meaning | undefined,
  names: ReadonlySet<string>,
  moved: (id: number) => number,
): Meaning {
  const definitions = Object.entries(meaning?.definitions ?? {})
    .filter(([name]) => names.has(name))
    .map(([name, one]) => [name, { ...one, body: moved(one.body) }] as const);
  return { definitions: Object.fromEntries(definitions), variables: meaning?.variables ?? {} };
}

function renumbered(node: GraphNode, moved: (id: number) => number): GraphNode {
  if ('b' in node) return { ...node, a: moved(node.a), b: moved(node.b) };
  return 'a' in node ? { ...node, a: moved(node.a) } : node;
}

function numberOf(numbers: ReadonlyMap<number, number>, id: number): number {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`no node ${id}`);
  return number;
}
