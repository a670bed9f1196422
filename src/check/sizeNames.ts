import { classesOf, type Size } from '../expression/size.ts';
import type { Claim, Program } from './program.ts';

/** The size classes that a claim and its program speak of. */
export function sizeNames(claim: Claim<unknown>, program: Program): string[] {
  const names = new Set<string>();
  const add = (size: Size): void => {
    for (const name of classesOf(size)) names.add(name);
  };
  for (const { size } of claim.free) add(size);
  for (const node of program.nodes) if ('size' in node) add(node.size);
  for (const { axes } of Object.values(program.variables)) axes.forEach(add);
  for (const { axes } of Object.values(program.definitions)) axes.forEach(add);
  return [...names];
}
