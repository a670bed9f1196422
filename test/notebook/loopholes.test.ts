import { describe, expect, test } from 'vitest';
import { last, notebook, verdict } from './verdicts.ts';

/** Formulas that must not pass, with what becomes of them. */
const NEVER: Readonly<Record<string, readonly (readonly [tex: string, outcome: string])[]>> = {
  'not finite': [
    ['\\frac{z_1}{0} = \\frac{z_1}{0}', 'undecided'],
    ['0 \\cdot \\log 0 = 0', 'undecided'],
    ['\\sqrt{-1} \\ne 1', 'undecided'],
    ['(-8)^{\\frac{1}{3}} = -2', 'undecided'],
    ['e^{\\log z_1} = z_1', 'undecided'],
    ['\\log z_1 \\in \\mathbb R', 'undecided'],
    ['\\frac{1}{z_1} \\in \\mathbb R', 'undecided'],
    ['\\sqrt{z_i} \\ge 0', 'undecided'],
    ['10^{400} = 10^{400} + 1', 'undecided'],
  ],
  'true only at the usual sizes': [
    ['(C-2)(C-3)(C-5) = 0', 'refuted'],
    ['C \\le 5', 'refuted'],
    ['C \\le 1000', 'refuted'],
    ['\\sum_{i=1}^C 1 \\le 29', 'refuted'],
    ['\\sum_{i=1}^5 \\sigma(z)_i = 1', 'refuted'],
    ['\\sum_{j \\ne 5} \\sigma(z)_j = 1', 'refuted'],
    ['\\sum_{i=1}^C z_i = \\sum_{i=1}^M z_i', 'refuted'],
  ],
  'an index that is not there': [
    ['z_{50} = z_{50}', 'undecided'],
    ['z_{50} = 1', 'undecided'],
  ],
  'below rounding': [
    ['v_1 = v_1 + 10^{-12} v_2', 'refuted'],
    ['10^{-300} z_1 = 10^{-300} z_2', 'refuted'],
    ['10^{20} + \\max_j z_j = 10^{20}', 'undecided'],
    ['e^{-400} e^{-400} \\max_j z_j = 0', 'undecided'],
    ['10^{20} z_1 = 10^{20} z_1 + 1', 'undecided'],
    ['(10^{20} + c - 10^{20}) v_1 = 0', 'undecided'],
    ['(10^{16} + c - 10^{16} - c) v_1 = 0', 'undecided'],
    ['v_1 \\sum_{i=1}^C (\\hat y_i - t_i) = 0', 'holds'],
    ['v_1 \\sum_{i=1}^C (\\hat y_i - t_i) = 10^{-17} v_1', 'undecided'],
  ],
  'sides that meet on a surface': [
    ['L \\ne 2', 'refuted'],
    ['z_1 + \\hat y_2 \\ne \\frac13', 'refuted'],
    ['\\sigma(z)_i z_1 \\ne C', 'refuted'],
    ['% for: t \\text{ one-hot}\n\\hat y_1 \\ne L', 'refuted'],
    ['\\hat y_i \\ne 0', 'holds'],
    ['\\frac{\\partial \\hat y_i}{\\partial z_j} \\ne 0', 'holds'],
    ['e^{c} \\ne c', 'holds'],
  ],
  derivatives: [
    ['\\frac{\\partial}{\\partial z_j} t_i = 0', 'undecided'],
    ['\\frac{\\partial}{\\partial \\hat y_k} \\sigma(z)_i = 0', 'undecided'],
    [
      '\\frac{\\partial}{\\partial \\hat y_k} \\frac{\\partial \\hat y_i}{\\partial z_j} = 0',
      'undecided',
    ],
    ['\\frac{\\partial}{\\partial z_j} z_i = 1', 'refuted'],
    [
      '\\frac{\\partial^4}{\\partial z_1^4} \\frac{\\partial}{\\partial z_1} e^{z_1} = e^{z_1}',
      'undecided',
    ],
  ],
  guards: [
    ['% for: 1 = 2\nz_1 = z_2', 'undecided'],
    ['% for: i < i\nz_i = 3', 'undecided'],
    ['% for: q \\ne 1\nz_i = z_i', 'pragma'],
    ['% for: z \\text{ one-hot}\nz_i = z_i', 'pragma'],
    ['% for: \\hat y \\text{ one-hot}\n\\hat y_i = t_i', 'pragma'],
    ['% for: i \\ne k\nz_i = z_i', 'holds'],
    ['z_i = z_i, c = 1', 'unsupported'],
  ],
  'a target at its corners': [
    ['-\\sum_{c=1}^C t_c \\log t_c > 0', 'refuted'],
    ['-\\sum_{c=1}^C t_c \\log t_c \\ge 0', 'holds'],
    ['% for: t \\text{ one-hot}\n\\sum_{c=1}^C t_c \\log \\frac{t_c}{\\hat y_c} = L', 'holds'],
    ['% for: t \\text{ one-hot}\n\\sum_{c=1}^C t_c \\log t_c = L', 'refuted'],
  ],
  'places before the end': [
    ['\\sum_{i=1}^{C-1} \\hat y_i = 1 - \\hat y_C', 'holds'],
    ['\\sum_{i=1}^{C-1} \\hat y_i = 1', 'refuted'],
    ['\\sum_{i=1}^{M-1} \\hat y_i = 1 - \\hat y_C', 'refuted'],
    ['\\hat y_{C-1} + \\hat y_C \\le \\frac12', 'refuted'],
  ],
  'usual spellings': [
    ['\\text{softmax}(z)_i = \\sigma(z)_i', 'holds'],
    ['\\mathrm{softmax}(z)_i = \\sigma(z)_j', 'refuted'],
    ['\\nabla_W L = (\\hat y - t) x^T', 'holds'],
    ['\\nabla_W L = x (\\hat y - t)^T', 'refuted'],
    ['T^T T = T T^T', 'refuted'],
    ['\\partial L / \\partial z_i = \\hat y_i - t_i', 'holds'],
    ['\\partial L / \\partial z_i = t_i - \\hat y_i', 'refuted'],
    ['\\partial L / \\partial z_i x_m = (\\hat y_i - t_i) x_m', 'ambiguous'],
    ['\\partial^2 L / \\partial z_i \\partial z_j = \\hat y_i (\\delta_{ij} - \\hat y_j)', 'holds'],
    [
      '\\frac{\\partial^2 L}{\\partial z \\partial z^\\top} = \\operatorname{diag}(\\hat y) - \\hat y \\hat y^\\top',
      'holds',
    ],
    [
      '\\frac{\\partial^2 L}{\\partial z \\partial z^\\top} = \\operatorname{diag}(\\hat y) - t t^\\top',
      'refuted',
    ],
    ['\\frac12 \\|v\\|_2^2 = \\frac12 v^\\top v', 'holds'],
    ['\\frac12 \\|v\\|_2 = \\frac12 v^\\top v', 'refuted'],
    ['\\|v\\|_1 = v^\\top v', 'unsupported'],
    ['\\hat y_i \\mathbf 1_{i = j} = \\hat y_j \\mathbb{1}_{\\{i = j\\}}', 'holds'],
    ['\\hat y_i \\mathbf 1\\{i \\le j\\} = \\hat y_j \\mathbb I[i = j]', 'refuted'],
    ['\\mathbf 1_i = 1', 'unexpected'],
    [
      '\\delta_{ij} v_i = \\begin{cases} v_j, & \\text{if } i = j, \\\\ 0, & \\text{otherwise}. \\end{cases}',
      'holds',
    ],
    [
      '\\delta_{ij} v_i = \\begin{cases} v_j, & \\text{if } i \\ne j, \\\\ 0, & \\text{otherwise}. \\end{cases}',
      'refuted',
    ],
  ],
  'too much': [
    [
      '\\frac{\\partial^4 \\mathcal L}{\\partial W_{im} \\partial W_{jl} \\partial W_{km} \\partial W_{cl}} = \\frac{\\partial^4 \\mathcal L}{\\partial W_{jl} \\partial W_{im} \\partial W_{km} \\partial W_{cl}}',
      'undecided',
    ],
    ['10^{10^{10}} = 10^{10^{10}}', 'undecided'],
    ['\\sum_{i=1}^{99999999} z_i = 1', 'undecided'],
  ],
  approximations: [
    ['\\hat y_i \\approx z_i', 'undecided'],
    ['% within: 1000000\n\\hat y_i \\approx z_i', 'undecided'],
    ['% within: 2\n\\hat y_i \\approx t_i', 'undecided'],
    ['% within: v\n\\hat y_i \\approx t_i', 'pragma'],
    ['% within: 1 = 1\n\\hat y_i \\approx t_i', 'pragma'],
  ],
  quantifiers: [
    ['z_i = \\sum_{m=1}^M W_{i,m} x_m + b_i, \\forall z \\in \\mathbb R^C', 'refuted'],
    ['\\hat y_i = \\sigma(z)_i + b_i - b_i, \\forall z \\in \\mathbb R^C', 'ambiguous'],
    ['\\hat y_i = \\sigma(z)_i, \\forall z \\in (0,1)^C', 'ambiguous'],
    ['c = 1, \\forall c \\in [0,1]', 'refuted'],
  ],
  'what is not read': [
    ['z_i \\equiv z_i', 'unexpected'],
    ['z_i \\propto z_i', 'unexpected'],
    ['z_i = z_i \\text{ always}', 'unexpected'],
    ['z_i = z_i, \\quad v_i = u_i', 'unexpected'],
    ['z \\in \\mathbb R^C = z', 'unexpected'],
    ['\\{ z_i = z_i \\}', 'unexpected'],
    ['{z_i = z_i}', 'unexpected'],
    ['\\def\\z{z} \\z = \\z', 'unknown-command'],
    ['z_i = z_i \\\\ 1 = 2', 'unexpected'],
    ['\\begin{aligned} z_i &= z_i \\end{aligned} = 5', 'unexpected'],
    ['z_i = z_i && \\text{as $1 = 2$}', 'unsupported'],
    ['z_i = z_i && \\text{as \\(1 = 2\\)}', 'unsupported'],
    ['z_i', 'missing'],
    ['', 'unread'],
    ['z \\times z = 0', 'unsupported'],
    ['\\sum_{j=i} z_j = z_i', 'missing'],
    ['\\sum_{i, j \\ne k} z_j = z_i', 'ambiguous'],
  ],
  letters: [
    ['\\left(\\sum_{s=1}^N z^{(s)}\\right)_{k} = \\sum_{s=1}^N z_k^{(s)}', 'holds'],
    ['\\left(\\sum_{k=1}^N z^{(k)}\\right)_{k} = \\sum_{s=1}^N z_k^{(s)}', 'holds'],
    ['\\left(\\sum_{k=1}^N z^{(k)}\\right)_{k} = \\sum_{s=1}^N z_1^{(s)}', 'refuted'],
    [
      '\\sigma\\left(\\sum_{k=1}^N z^{(k)}\\right)_k = \\sigma\\left(\\sum_{s=1}^N z^{(s)}\\right)_k',
      'holds',
    ],
  ],
};

describe.each(Object.entries(NEVER))('%s:', (_, cases) => {
  test.each(cases.map(([tex, outcome]) => ({ tex, outcome })))(
    '$tex: $outcome',
    ({ tex, outcome }) => {
      if (outcome === 'unread') expect(notebook([tex]).faults).not.toEqual([]);
      else expect(verdict(tex)).toBe(outcome);
    },
  );
});

describe('a definition', () => {
  test('gives its symbol a meaning', () => {
    expect(last(['v_i := 2 u_i', 'v_i - u_i = u_i']).verdict).toBe('holds');
    expect(last(['v_i := 2 u_i', 'v_i = u_i']).verdict).toBe('refuted');
  });

  test.each([
    ['% defines: \\hat y\n\\hat y_i = z_i'],
    ['\\sigma(z)_i := z_i'],
    ['% defines: z\nz_i = 0'],
    ['z_i := 0'],
  ])('%s is refuted: the notation defines it', (tex) => {
    expect(last([tex]).verdict).toBe('refuted');
  });

  test('of a symbol that has one is checked against it', () => {
    expect(last(['v_i := u_i', 'v_i := 2 u_i']).verdict).toBe('refuted');
    expect(last(['v_i := u_i', '% defines: v\nv_i = u_i']).verdict).toBe('holds');
  });

  test.each([
    ['v_i := v_i', 'cycle'],
    ['v_i := v_i + 1', 'cycle'],
    ['v_i := u_j', 'undefined'],
    ['v_i := \\sum_{m=1}^M x_m', 'undefined'],
    ['v_i := x_m', 'undefined'],
    ['v_i := 1, i \\ne 1', 'unsupported'],
    ['% for: i \\ne 1\nv_i := 1', 'unsupported'],
    ['v_i := z_i, \\forall z \\in \\mathbb R^C', 'unsupported'],
    ['v_i := W', 'shape'],
    ['v_1 := 1', 'unsupported'],
    ['2 v_i := 1', 'refuted'],
    ['v_i := 1, i = 1, \\dots, N', 'shape'],
    ['% defines: u\nv_i = 1', 'unexpected'],
    ['% defines: v\nv_i \\ge 1', 'unexpected'],
    ['% defines: v w\nv_i = 1', 'pragma'],
    ['% defines: q\nv_i = 1', 'unexpected'],
    ['v_i := \\frac{\\partial u_1}{\\partial v_i}', 'cycle'],
  ])('%s is none: %s', (tex, code) => {
    const { error, verdict: name } = last([tex]);
    expect(error?.code ?? name).toBe(code);
  });

  test('that goes round through another is a cycle', () => {
    expect(last(['v_i := u_i', 'u_i := v_i']).error?.code).toBe('cycle');
  });

  test('defines by its first relation alone', () => {
    const { steps } = last(['v_i := u_i = 2 u_i']);
    expect(steps.map(({ verdict: { verdict: name } }) => name)).toEqual(['definition', 'refuted']);
  });

  test.each([
    ['\\sigma(z)_i = \\sigma(z)_i', 'undefined'],
    ['\\sigma(z)_i = z_i^{(1)}', 'unsupported'],
    ['\\sigma(z)_i = \\frac{\\partial e^{z_i}}{\\partial z_i}', 'unsupported'],
    ['\\sigma(2 z)_i = z_i', 'unsupported'],
    ['\\sigma(x)_i = x_i', 'shape'],
  ])('of a function is not %s: %s', (tex, code) => {
    expect(last([`% defines: \\sigma\n${tex}`], '1-assignment').error?.code).toBe(code);
  });
});

describe('a goal', () => {
  const goal = (tex: string, chain: string): string => {
    const { error, verdict: name } = last([`% goal: ${tex}\n${chain}`]);
    return error?.message ?? name;
  };
  const missed = 'the proof does not reach its goal';

  test.each([
    ['\\hat y_i = \\sigma(z)_i', '\\hat y_i = \\hat y_i + 0 = \\sigma(z)_i', 'holds'],
    ['\\hat y_i \\le 1', '\\hat y_i = \\sigma(z)_i < 1', 'holds'],
    ['\\hat y_i < 1', '\\hat y_i = \\sigma(z)_i \\le 1', missed],
    ['\\hat y_i = 1', '\\hat y_i = \\sigma(z)_i < 1', missed],
    ['\\hat y_i < 2', '\\hat y_i < 1 \\le 2', 'holds'],
    ['\\hat y_i < 1', '\\hat y_i < 2 > 1', missed],
    ['\\hat y_i = \\sigma(z)_i', '\\hat y_i = \\sigma(z)_i + 0', missed],
    ['\\hat y_i = \\sigma(z)_i', '\\hat y_j = \\sigma(z)_j', missed],
  ])('%s of %s: %s', (wanted, chain, outcome) => {
    expect(goal(wanted, chain)).toBe(outcome);
  });
});
