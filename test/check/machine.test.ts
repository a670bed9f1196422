import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dependences } from '../../src/check/dependences.ts';
import { derivativeFault } from '../../src/check/derivatives.ts';
import { Machine } from '../../src/check/machine.ts';
import type { Point } from '../../src/check/program.ts';
import { boundedNumbers, type Bounded } from '../../src/expression/bounded.ts';
import { Lowering } from '../../src/expression/lower.ts';
import { namedSize } from '../../src/expression/size.ts';
import type { Expression } from '../../src/expression/tree.ts';
import { programOf } from '../../src/notebook/programs.ts';
import { Cursor } from '../../src/tex/cursor.ts';
import { Parser } from '../../src/tex/parser.ts';
import { precise, toNumber } from '../expression/precise.ts';
import { notations } from '../notebook/verdicts.ts';
import { evaluate } from './evaluate.ts';

const table = (() => {
  const canonical = notations.get('canonical');
  if (!canonical) throw new Error('no canonical notation');
  return canonical.table;
})();

/** A formula with i and j free, ready to be evaluated. */
class Formula {
  readonly tree: Expression;
  readonly machine: Machine<Bounded>;
  /** Why its derivatives are not taken, or null. */
  readonly fault: string | null;
  readonly #value: () => Bounded;

  constructor(tex: string) {
    this.tree = new Parser(Cursor.over(tex), table).expression(0);
    const lowering = new Lowering(table);
    for (const letter of ['i', 'j'])
      lowering.constrain(letter, namedSize('classes'), this.tree.range);
    const tensor = lowering.tensor(this.tree);
    lowering.finish(this.tree.range);
    const builder = programOf(table);
    const node = builder.add(tensor.entry([]));
    this.machine = new Machine(builder.program, boundedNumbers);
    this.#value = this.machine.compile(node);
    const claim = { relation: '=', left: node, right: node, free: [], guard: [], oneHot: [], within: null } as const; // prettier-ignore
    this.fault = derivativeFault(claim, builder.program, new Dependences(builder.program));
    this.machine.setLetter('·', 1);
  }

  at(i: number, j: number): Bounded {
    this.machine.setLetter('i', i);
    this.machine.setLetter('j', j);
    return this.#value();
  }
}

const CLASSES = 3;
const PAIRS = [1, 2, 3].flatMap((i) => [1, 2, 3].map((j) => [i, j] as const));

interface Numbers {
  readonly z: readonly number[];
  readonly v: readonly number[];
  readonly t: readonly number[];
  readonly c: number;
}

function pointOf({ z, v, t, c }: Numbers): Point {
  const list = (x: readonly number[]): Float64Array => Float64Array.from(x);
  const values = { z: list(z), v: list(v), t: list(t), c: list([c]) };
  return { sizes: { classes: CLASSES, samples: 1, features: 2 }, values };
}

/** What the machine says at i, j differs from the plain evaluation by more than rounding. */
function compare(tex: string, numbers: Numbers, pairs = PAIRS): void {
  const formula = new Formula(tex);
  formula.machine.moveTo(pointOf(numbers));
  const { z, v, t, c } = numbers;
  const values = { z: z.map(precise), v: v.map(precise), t: t.map(precise), c: [precise(c)] };
  for (const [i, j] of pairs) {
    const exact = toNumber(evaluate(formula.tree, { classes: CLASSES, values, letters: { i, j } }));
    const { v: found, e } = formula.at(i, j);
    const slack = 4 * e + 1e-24 * (1 + Math.abs(exact));
    if (!(Math.abs(found - exact) <= slack)) {
      throw new Error(`${tex} at i = ${i}, j = ${j}: ${found} ± ${e}, but ${exact}`);
    }
  }
}

const hundredths = fc.integer({ min: -150, max: 150 }).map((x) => x / 100);
const triple = fc.tuple(hundredths, hundredths, hundredths);
const numbers: fc.Arbitrary<Numbers> = fc.record({
  z: triple,
  v: triple,
  t: fc.constantFrom([0.25, 0.25, 0.5], [0, 1, 0], [0.125, 0.5, 0.375]),
  c: hundredths,
});

/** Formulas with free letters i and j, tame enough to stay of moderate size. */
const { formula } = fc.letrec<{ formula: string; smooth: string; vector: string }>((tie) => {
  const inner = tie('formula');
  const letter = fc.constantFrom('i', 'j', '1', '2', 'C');
  const variable = fc.constantFrom('z_i', 'z_j', 'z_1', 'v_i', 'v_j', 'c', '\\hat y_i', '\\hat y_j');
  const tame = inner.map((a) => `\\frac{${a}}{2 + (${a})^2}`);
  return {
    formula: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('z_i', 'z_j', 'v_i', 'v_j', 'c', '2', '0.25', 'C', '\\delta_{ij}', '\\hat y_i', '\\sigma(z)_j', 'L'),
      fc.tuple(inner, inner).map(([a, b]) => `(${a} + ${b})`),
      fc.tuple(inner, inner).map(([a, b]) => `(${a} - (${b}))`),
      fc.tuple(inner, inner).map(([a, b]) => `(${a}) (${b})`),
      fc.tuple(inner, inner).map(([a, b]) => `\\frac{${a}}{1 + (${b})^2}`),
      tame.map((a) => `e^{${a}}`),
      inner.map((a) => `\\log(1 + (${a})^2)`),
      inner.map((a) => `\\sqrt{1 + (${a})^2}`),
      fc.tuple(inner, letter).map(([a, k]) => `\\sum_{i=1}^C (z_i - v_${k}) (${a})`),
      inner.map((a) => `\\sum_{j \\ne i} (${a} + v_j)`),
      inner.map((a) => `\\prod_{j=2}^C (${a} + z_j)`),
      fc.tuple(tame, letter).map(([a, k]) => `\\sigma((${a}) v + z)_${k}`),
      fc.tuple(inner, letter).map(([a, k]) => `\\left( (${a}) z - v \\right)_${k}`),
      fc.tuple(variable, tame).map(([x, a]) => `\\frac{\\partial}{\\partial ${x}} (${x} (${a}))`),
    ),
    smooth: inner,
    vector: inner,
  };
}); // prettier-ignore

describe('the machine', () => {
  test('agrees with a plain evaluation of random formulas and derivatives', () => {
    let tried = 0;
    fc.assert(
      fc.property(formula, numbers, (tex, at) => {
        if (new Formula(tex).fault !== null) return;
        compare(tex, at, [[1, 2], [3, 3]]); // prettier-ignore
        tried += 1;
      }),
      { numRuns: 250 },
    );
    expect(tried).toBeGreaterThan(200);
  });

  const AT: Numbers = { z: [0.3, -1.2, 0.75], v: [1.1, 0.4, -0.6], t: [0.25, 0.25, 0.5], c: -0.7 };

  test.each([
    ['a second derivative', '\\frac{\\partial^2}{\\partial z_i \\partial z_j} \\sigma(z)_1'],
    ['a third derivative', '\\frac{\\partial^3}{\\partial z_i \\partial z_j \\partial z_1} L'],
    // Where perturbations are confused this is 2 instead of 1 (Siskind and Pearlmutter, 2005).
    ['a derivative inside a derivative', '\\frac{\\partial}{\\partial c} \\left( c \\frac{\\partial}{\\partial z_1} (c + z_1) \\right)'],
    ['the same variable twice', '\\frac{\\partial}{\\partial c} \\left( c \\frac{\\partial}{\\partial c} c^3 \\right)'],
    ['a derivative as a factor', '\\frac{\\partial}{\\partial z_i} \\left( z_j \\frac{\\partial}{\\partial z_j} (z_i z_j^2) \\right)'],
    ['a derivative by an entry that another index moves', '\\sum_{k=1}^C \\frac{\\partial}{\\partial z_k} \\left( z_i \\frac{\\partial L}{\\partial z_k} \\right)'],
    ['a derivative by a defined symbol', '\\frac{\\partial L}{\\partial \\hat y_i}'],
    ['the chain rule by hand', '\\sum_{k=1}^C \\frac{\\partial L}{\\partial \\hat y_k} \\frac{\\partial \\hat y_k}{\\partial z_i}'],
    ['a cut that keeps outer perturbations', '\\frac{\\partial}{\\partial z_j} \\left( \\frac{\\partial}{\\partial \\hat y_i} (\\hat y_i^3 z_j) \\right)'],
    ['a cut beside what it is cut from', '\\frac{\\partial}{\\partial \\hat y_i} (\\hat y_i \\sigma(z)_i)'],
    ['a derivative under a function', '\\sigma\\left( \\frac{\\partial L}{\\partial z} + v \\right)_i'],
    ['a function of a function', '\\frac{\\partial}{\\partial z_j} \\sigma(2 z - \\sigma(z))_i'],
    ['a power whose exponent moves at 0', '\\frac{\\partial}{\\partial z_j} \\frac{\\partial}{\\partial v_j} (2 + c)^2 z_j v_j'],
    ['a maximum away from ties', '\\frac{\\partial}{\\partial z_j} \\max_k (z_k v_k)'],
    ['letters that are bound again', '\\sum_{i=1}^C z_i \\sum_{i=1}^C v_i z_i + z_i'],
    ['a letter that looks like a bound one', '\\left( \\sum_{i=1}^C z_i v \\right)_i'],
    ['a function at a letter its body binds', '\\sum_{k=1}^C \\sigma(z)_k v_k'],
  ])('takes %s', (_, tex) => {
    compare(tex, AT);
  }); // prettier-ignore

  test('has a symmetric Hessian', () => {
    const hessian = new Formula('\\frac{\\partial^2 L}{\\partial z_i \\partial z_j}');
    hessian.machine.moveTo(pointOf(AT));
    for (const [i, j] of PAIRS) {
      expect(hessian.at(i, j).v).toBeCloseTo(hessian.at(j, i).v, 14);
    }
  });

  test('says the same whatever it was asked before', () => {
    fc.assert(
      fc.property(formula, numbers, numbers, (tex, first, second) => {
        const kept = new Formula(tex);
        kept.machine.moveTo(pointOf(first));
        for (const [i, j] of PAIRS) kept.at(i, j);
        kept.machine.moveTo(pointOf(second));
        for (const [i, j] of [...PAIRS, ...PAIRS].reverse()) {
          const fresh = new Formula(tex);
          fresh.machine.moveTo(pointOf(second));
          expect(kept.at(i, j)).toEqual(fresh.at(i, j));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('gives no value to an index beyond its axis', () => {
    const beyond = new Formula('z_7 + \\hat y_7');
    beyond.machine.moveTo(pointOf(AT));
    expect(beyond.at(1, 1).v).toBeNaN();
  });

  test('stops when it is out of work', () => {
    const long = new Formula('\\sum_{k,c,d,l} z_k z_c z_d z_l');
    long.machine.moveTo(pointOf(AT));
    long.machine.allow(50);
    expect(() => long.at(1, 1)).toThrow('too many terms');
  });
});
