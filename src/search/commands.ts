/** Accents that make another name of a letter: ŷ is not y. */
export const ACCENTS: ReadonlySet<string> = new Set(['hat', 'tilde', 'bar']);

/** Commands that change how their argument looks, not what it is called. */
export const FACES: ReadonlySet<string> = new Set([
  ...['mathbf', 'boldsymbol', 'mathcal', 'mathrm', 'mathbb', 'bm', 'vec', 'overline', 'widehat'],
  ...['substack', 'underset', 'displaystyle'],
]);

/** Commands whose argument is words. */
export const TEXTS: ReadonlySet<string> = new Set(['text', 'operatorname', 'textbf', 'mbox']);

/** Commands that mean nothing by themselves. */
export const SILENT: ReadonlySet<string> = new Set([
  ...['left', 'right', 'big', 'Big', 'bigg', 'Bigg', 'bigl', 'bigr', 'Bigl', 'Bigr', 'limits'],
  ...['quad', 'qquad', 'cdots', 'dots', 'ldots', 'vdots', 'ddots', 'cdot', 'times'],
]);

/** Sums and the like: their bounds are not looked up. */
export const FOLDS: ReadonlySet<string> = new Set(['sum', 'prod', 'max', 'min', 'argmax']);

/** Commands by the name that they are looked up by, where it is not their own. */
export const NAMES: Readonly<Record<string, string>> = {
  Sigma: 'sum',
  top: 'transpose',
  intercal: 'transpose',
  ln: 'log',
  varepsilon: 'epsilon',
};

/** Relations and operations as commands. */
export const OPERATORS: Readonly<Record<string, string>> = {
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ne: '≠',
  neq: '≠',
  approx: '≈',
  in: '∈',
  mid: '|',
  otimes: '⊗',
};

/** Letters that stand for a command, and combining accents. */
export const SIGNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'alpha',
      'beta',
      'gamma',
      'delta',
      'epsilon',
      'zeta',
      'eta',
      'theta',
      'iota',
      'kappa',
      'lambda',
    ]
      .concat(['mu', 'nu', 'xi', 'omicron', 'pi', 'rho', 'final', 'sigma', 'tau', 'upsilon', 'phi'])
      .concat(['chi', 'psi', 'omega'])
      .map((name, k) => [String.fromCodePoint(0x3b1 + k), `\\${name} `]),
  ),
  Σ: '\\sum ',
  Δ: '\\delta ',
  Θ: '\\theta ',
  Ω: '\\omega ',
  '∑': '\\sum ',
  '∏': '\\prod ',
  '∂': '\\partial ',
  '∇': '\\nabla ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '≈': '\\approx ',
  '∈': '\\in ',
  '⊗': '\\otimes ',
  '⊤': '\\top ',
  '−': '-',
  '–': '-',
  '·': ' ',
  '×': ' ',
  '√': '\\sqrt ',
};
