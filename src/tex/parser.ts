import { namedSize } from '../expression/size.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import { span, type Expression, type Range } from '../expression/tree.ts';
import type { Cursor } from './cursor.ts';
import { COMMANDS } from './commands/commands.ts';
import { atBars, parseBars } from './commands/bars.ts';
import { atBracket, parseBracket } from './commands/bracket.ts';
import { atConstantVector, parseConstantVector } from './commands/constantVector.ts';
import { atIdentity, parseIdentity } from './commands/identity.ts';
import { atMatrix } from './commands/matrix.ts';
import { atOperator, parseOperator } from './commands/operator.ts';
import { height, MAX_DEPTH, MAX_HEIGHT, tooDeep } from './depth.ts';
import { parseSymbol } from './entry.ts';
import { TexError } from './errors.ts';
import { POWER, type Grammar } from './grammar.ts';
import { parseIndex } from './indices.ts';
import { atName, declarationOf } from './names.ts';
import { parsePower } from './power.ts';
import { takeSpelling } from './spellings.ts';

/**
 * A precedence parser (V. Pratt, "Top down operator precedence", 1973) over one formula's tokens.
 * `+ -` bind least, then a unary minus and the body of a sum, `\cdot /`, juxtaposition, scripts.
 */
export class Parser implements Grammar {
  readonly cursor: Cursor;
  readonly table: SymbolTable;
  #depth = 0;

  constructor(cursor: Cursor, table: SymbolTable) {
    this.cursor = cursor;
    this.table = table;
  }

  expression(power: number): Expression {
    this.#enter(this.cursor.peek());
    let left = this.cursor.at('-') ? this.#negated(power) : this.factor();
    for (let next = this.#operator(left, power); next; next = this.#operator(left, power))
      left = next;
    this.#depth -= 1;
    // A long sum nests to the left without nesting here.
    if (this.#depth === 0 && height(left) > MAX_HEIGHT) throw tooDeep(MAX_HEIGHT, left.range);
    return left;
  }

  /** `left` with the operators that go on at the cursor, as if nothing stood between them. */
  continued(left: Expression): Expression {
    this.#enter(this.cursor.peek());
    let whole = left;
    for (let next = this.#operator(whole, 0); next; next = this.#operator(whole, 0)) whole = next;
    this.#depth -= 1;
    return whole;
  }

  factor(): Expression {
    this.#enter(this.cursor.peek());
    const factor = this.#factor();
    this.#depth -= 1;
    return factor;
  }

  #enter(at: Range): void {
    this.#depth += 1;
    if (this.#depth > 2 * MAX_DEPTH) throw tooDeep(MAX_DEPTH, at);
  }

  #factor(): Expression {
    const { cursor } = this;
    const token = cursor.peek();
    if (token.kind === 'number') return this.#number();
    if (this.#atSpelling()) return parseSymbol(this);
    if (atOperator(this)) return parseOperator(this);
    if (atBars(cursor, true)) return parseBars(this);
    if (atConstantVector(cursor)) return parseConstantVector(this);
    if (atIdentity(this)) return parseIdentity(this);
    if (token.kind === 'command') {
      const rule = this.table.symbols.has(token.text) ? undefined : COMMANDS.get(token.text);
      if (rule) return rule(this);
    }
    if (atBracket(this)) return parseBracket(this);
    if (
      token.kind === 'letter' &&
      this.table.sizes.has(token.text) &&
      !this.table.symbols.has(token.text)
    ) {
      return this.#size();
    }
    if (atName(cursor) || this.#atTextName()) return parseSymbol(this);
    if (token.text === '{' && token.kind === 'symbol') return this.#braced();
    if (token.kind === 'command' && !KNOWN.has(token.text)) {
      if (token.text === '\\pm' || token.text === '\\mp') throw twoInOne(token);
      throw new TexError(
        'unknown-command',
        `unknown command ${token.text}`,
        token,
        'CONTRIBUTING.md lists what is read',
      );
    }
    throw cursor.unexpected('a quantity expected');
  }

  expressionOfOne(): Expression {
    const token = this.cursor.peek();
    if (token.kind === 'number' && token.text.length > 1) {
      throw new TexError(
        'ambiguous',
        `${token.text} without braces`,
        token,
        'TeX takes only the first digit: write braces',
      );
    }
    if (token.kind !== 'number' && token.kind !== 'letter') {
      throw this.cursor.unexpected('a group in braces expected');
    }
    return this.cursor.alone((one) => new Parser(one, this.table).factor());
  }

  atFactor(): boolean {
    const token = this.cursor.peek();
    if (token.kind === 'number' || atName(this.cursor) || atBracket(this)) return true;
    if (this.#atTextName() || atBars(this.cursor, false)) return true;
    if (token.text === '\\begin') return atMatrix(this.cursor);
    if (token.kind === 'command')
      return COMMANDS.has(token.text) || this.table.symbols.has(token.text);
    return token.kind === 'symbol' && token.text === '{';
  }

  /** Whether a declared name in \\text stands at the cursor, such as softmax. */
  #atTextName(): boolean {
    const token = this.cursor.peek();
    const name = { styled: `\\text ${token.text}`, plain: token.text, range: token };
    return token.kind === 'text' && declarationOf(name, this.table) !== null;
  }

  #atSpelling(): boolean {
    const mark = this.cursor.mark;
    const found = takeSpelling(this.cursor, this.table, parseIndex);
    this.cursor.reset(mark);
    return found !== null;
  }

  #operator(left: Expression, power: number): Expression | null {
    const { cursor } = this;
    const token = cursor.peek();
    if (token.kind !== 'text' && token.kind !== 'end') {
      if (token.text === '\\pm' || token.text === '\\mp') throw twoInOne(token);
      if ((token.text === '+' || token.text === '-') && power <= POWER.sum) {
        cursor.next();
        if (token.text === '+' && DOTS.has(cursor.peek().text)) return this.#dottedSum(left);
        const right = this.expression(POWER.sum + 1);
        return {
          kind: token.text === '+' ? 'add' : 'subtract',
          left,
          right,
          range: span(left.range, right.range),
        };
      }
      const written = PRODUCTS[token.text];
      if (written && power <= POWER.product) return this.#product(left, written);
      if (token.text === '/' && power <= POWER.product) return this.#slash(left);
      if (power <= POWER.juxtaposed && this.atFactor()) {
        if (token.kind === 'number') {
          throw new TexError(
            'ambiguous',
            `the number ${token.text} behind a factor`,
            token,
            'write \\cdot between them',
          );
        }
        const right = this.expression(POWER.factor);
        return {
          kind: 'multiply',
          written: 'juxtaposed',
          left,
          right,
          range: span(left.range, right.range),
        };
      }
    }
    return null;
  }

  /** `a \cdot b`, `a \times b` or `a \otimes b`. */
  #product(left: Expression, written: 'dot' | 'cross' | 'otimes'): Expression {
    const sign = this.cursor.next();
    const before = isOpenProduct(left) ? left.written : written;
    if ((before === 'otimes') !== (written === 'otimes') && before !== 'juxtaposed') {
      const hint = 'write brackets around one of the two products';
      throw new TexError('ambiguous', `${sign.text} beside another product`, sign, hint);
    }
    const right = this.expression(POWER.product + 1);
    return { kind: 'multiply', written, left, right, range: span(left.range, right.range) };
  }

  /** `a_1 + a_2 + \dots + a_n`: the sum of a list. */
  #dottedSum(left: Expression): Expression {
    this.cursor.next();
    this.cursor.expect('+');
    const last = this.expression(POWER.sum + 1);
    const list: (Expression | null)[] = [...addends(left), null, last];
    const range = span(left.range, last.range);
    return { kind: 'among', fold: 'sum', index: null, to: null, list, range };
  }

  #slash(left: Expression): Expression {
    this.cursor.next();
    const right = this.factor();
    if (this.atFactor()) {
      throw new TexError(
        'ambiguous',
        'a product behind /',
        this.cursor.peek(),
        'write brackets around the denominator, or \\frac',
      );
    }
    return { kind: 'divide', left, right, range: span(left.range, right.range) };
  }

  #negated(power: number): Expression {
    const minus = this.cursor.next();
    if (power > POWER.minus) {
      throw new TexError(
        'ambiguous',
        'a minus sign behind an operator',
        minus,
        'write brackets around the negative',
      );
    }
    const of = this.expression(POWER.minus);
    return { kind: 'negate', of, range: span(minus, of.range) };
  }

  #number(): Expression {
    const token = this.cursor.next();
    return parsePower(this, {
      kind: 'number',
      text: token.text,
      range: { start: token.start, end: token.end },
    });
  }

  #size(): Expression {
    const token = this.cursor.next();
    const size = namedSize(this.table.sizes.get(token.text) ?? '');
    return parsePower(this, { kind: 'size', size, range: { start: token.start, end: token.end } });
  }

  /** `{…}` shows no brackets, so it may hold nothing that would need them. */
  #braced(): Expression {
    const open = this.cursor.next();
    const inner = this.expression(0);
    this.cursor.expect('}', open);
    const range = { start: open.start, end: this.cursor.lastEnd };
    if (
      inner.kind === 'add' ||
      inner.kind === 'subtract' ||
      inner.kind === 'negate' ||
      inner.kind === 'multiply' ||
      inner.kind === 'fold'
    ) {
      throw new TexError(
        'ambiguous',
        'braces around a sum or a product are not seen',
        range,
        'write brackets',
      );
    }
    return parsePower(this, { ...inner, range });
  }
}

const PRODUCTS: Readonly<Record<string, 'dot' | 'cross' | 'otimes'>> = {
  '\\cdot': 'dot',
  '\\times': 'cross',
  '\\otimes': 'otimes',
};

/** Whether a product is written without brackets around it. */
function isOpenProduct(e: Expression): e is Expression & { readonly kind: 'multiply' } {
  return e.kind === 'multiply' && e.range.start === e.left.range.start;
}

/** The terms of a sum as written. */
function addends(e: Expression): Expression[] {
  return e.kind === 'add' ? [...addends(e.left), e.right] : [e];
}

const DOTS = new Set(['\\dots', '\\cdots', '\\ldots', '\\dotsb']);

function twoInOne({ text, start, end }: Range & { text: string }): TexError {
  const hint = 'write two displays, one with + and one with -';
  return new TexError('unsupported', `${text} makes two statements in one`, { start, end }, hint);
}

/** Commands that are read elsewhere than at the start of a factor. */
const KNOWN = new Set([
  '\\cdot', '\\times', '\\otimes', '\\right', '\\left', '\\\\', '\\end', '\\begin', '\\quad', '\\qquad', '\\in', '\\ne', '\\neq', '\\le', '\\leq',
  '\\ge', '\\geq', '\\approx', '\\forall', '\\mid', '\\}', '\\rbrace', '\\top', '\\dots', '\\cdots', '\\ldots', '\\mathbb', '\\lt', '\\gt',
]); // prettier-ignore
