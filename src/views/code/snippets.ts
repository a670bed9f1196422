import { convexityCode } from './convexityCode.ts';
import { distributionCode } from './distributionCode.ts';
import { entropyCode } from './entropyCode.ts';
import { evaluationCode } from './evaluationCode.ts';
import { gradientCode } from './gradientCode.ts';
import { jacobianCode } from './jacobianCode.ts';
import type { Snippets } from './language.ts';
import { likelihoodCode } from './likelihoodCode.ts';
import { logisticCode } from './logisticCode.ts';
import { logSumExpCode } from './logSumExpCode.ts';
import { matrixFormCode } from './matrixFormCode.ts';
import { rowFormCode } from './rowFormCode.ts';
import { simplexCode } from './simplexCode.ts';
import { spectrumCode } from './spectrumCode.ts';
import { stepCode } from './stepCode.ts';
import { weightsCode } from './weightsCode.ts';

/** The programs for each figure, by the name that documents place it by. */
export const SNIPPETS = {
  distribution: distributionCode,
  jacobian: jacobianCode,
  gradient: gradientCode,
  logistic: logisticCode,
  'log-sum-exp': logSumExpCode,
  likelihood: likelihoodCode,
  'row-form': rowFormCode,
  'matrix-form': matrixFormCode,
  weights: weightsCode,
  convexity: convexityCode,
  simplex: simplexCode,
  spectrum: spectrumCode,
  step: stepCode,
  evaluation: evaluationCode,
  entropy: entropyCode,
} as const satisfies Readonly<Record<string, Snippets>>;

export type CodeName = keyof typeof SNIPPETS;

/** Whether there are programs for a figure called `name`. */
export function isCodeName(name: string | undefined): name is CodeName {
  return name !== undefined && Object.hasOwn(SNIPPETS, name);
}
