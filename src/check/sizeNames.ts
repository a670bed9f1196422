import type { Size } from '../expression/size.ts';
import type { Claim, Program } from './program.ts';

/** The size classes that a claim and its program speak of. */
export function sizeNames(claim: Claim<unknown>, program: Program): string[] {
  const names = new Set<string>();
  const add = (size: Size): void => {
    if (size.of !== null) names.add(size.of);
  };
  for (const { size } of claim.free) add(size);
  for (const node of program.nodes) if ('size' in node) add(node.size);
  for (const { axes } of Object.values(program.variables)) axes.forEach(add);
  for (const { axes } of Object.values(program.definitions)) axes.forEach(add);
  return [...names];
}
