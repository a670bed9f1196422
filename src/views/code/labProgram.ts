import { slipApplies } from '../../numeric/gradientSlips.ts';
import { irisData } from '../laboratory/irises.ts';
import type { Lab } from '../laboratory/lab.ts';

/** What a program needs to check a gradient as the laboratory does. */
export interface LabProgram {
  readonly lab: Lab;
  /** The targets, a row a sample. */
  readonly T: readonly (readonly number[])[];
  /** The inputs, a row a sample; null for a loss of the logits themselves. */
  readonly X: readonly (readonly number[])[] | null;
}

/** The program for a loss of the site's own at the target `t`; null for a function of the reader's. */
export function labProgram(lab: Lab, t: readonly number[]): LabProgram | null {
  const { loss } = lab.choices;
  if (loss === 'own') return null;
  if (loss === 'logits') return { lab, T: [t], X: null };
  const data = irisData(lab.problem.shape.rows);
  return { lab, T: rowsOf(data.t, data.classes), X: rowsOf(data.x, data.features) };
}

/** The slip that is made: none where it doesn't apply. */
export function slipOf({ choices, problem }: Lab): Lab['choices']['slip'] {
  return slipApplies(choices.slip, problem.shape) ? choices.slip : 'none';
}

function rowsOf(flat: Float64Array, width: number): number[][] {
  return Array.from({ length: flat.length / width }, (_, s) => [
    ...flat.subarray(s * width, (s + 1) * width),
  ]);
}
