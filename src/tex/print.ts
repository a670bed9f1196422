import type { SymbolTable } from '../expression/symbols.ts';
import type { Size } from '../expression/size.ts';
import type { Elementary, Expression, Variable } from '../expression/tree.ts';
import { POWER } from './grammar.ts';
import { atLeast, before, behind, bracketed, factor, type Printed } from './printed.ts';
import { printAmong, printCases, printFold, printMatrix } from './printBlocks.ts';
import {
  hasSuperscript,
  printConditions,
  printEntry,
  printIndices,
  printName,
  printScripts,
  printSize,
  printSpelling,
  script,
} from './printNames.ts';

/**
 * `e` as TeX in the notation of `table`, which the parser reads back as the same tree. Brackets stand
 * where the grammar would read something else without them, and around a negative behind an
 * operator. Throws {@link PrintError} for what the notation has no sign for.
 */
export function printExpression(e: Expression, table: SymbolTable): string {
  return print(e, table).tex;
}

/** The TeX of a formula with what a larger formula must know of it. */
export function print(e: Expression, table: SymbolTable): Printed {
  const part = (of: Expression): Printed => print(of, table);
  switch (e.kind) {
    case 'number':
      return factor(e.text);
    case 'size':
      return factor(printSize(e.size, table));
    case 'entry':
      return factor(printEntry(e.symbol, e.at, table));
    case 'apply':
      return factor(printCall(e, table));
    case 'component':
      return factor(bracketed(part(e.of).tex) + script('_', printIndices(e.at, table)));
    case 'elementary':
      return printElementary(e.name, e.of, table);
    case 'negate':
      return printNegative(part(e.of));
    case 'transpose':
      return printTranspose(e.of, table);
    case 'norm':
      return factor(`\\left\\| ${part(e.of).tex} \\right\\|`);
    case 'diagonal':
    case 'vec':
    case 'trace':
      return factor(`\\operatorname{${OPERATORS[e.kind]}}${bracketed(part(e.of).tex)}`);
    case 'constant vector':
      return factor(`\\mathbf{${e.value}}${printSizeBelow(e.size, table)}`);
    case 'identity':
      return factor(
        `${table.symbols.has('I') ? '\\mathbf I' : 'I'}${printSizeBelow(e.size, table)}`,
      );
    case 'add':
      return infix(part(e.left), '+', part(e.right), POWER.sum);
    case 'subtract':
      return infix(part(e.left), '-', part(e.right), POWER.sum);
    case 'multiply':
      if (e.written === 'juxtaposed') return printProduct(part(e.left), part(e.right));
      return printSigned(e, SIGNS[e.written], part);
    case 'divide':
      return factor(`\\frac{${printNumerator(part(e.left).tex)}}{${part(e.right).tex}}`);
    case 'power':
      return factor(`${printBase(e.left, table)}${script('^', part(e.right).tex)}`);
    case 'fold':
      return printFold(e, part(e.body), table);
    case 'among':
      if (e.fold !== 'sum') return printAmong(e, part, table);
      return e.list
        .map((of) => (of ? part(of) : factor('\\dots')))
        .reduce((sum, of) => infix(sum, '+', of, POWER.sum));
    case 'indicator':
      return factor(printIndicator(e.conditions, table));
    case 'cases':
      return factor(printCases(e.branches, (of) => part(of).tex, table));
    case 'matrix':
      return factor(printMatrix(e, (of) => part(of).tex, table));
    case 'derivative':
      return printDerivative(e, table);
  }
}

const SIGNS = { dot: '\\cdot', cross: '\\times', otimes: '\\otimes' } as const;

const OPERATORS = { diagonal: 'diag', vec: 'vec', trace: 'tr' } as const;

function printSizeBelow(size: Size | null, table: SymbolTable): string {
  return size ? script('_', printSize(size, table)) : '';
}

function infix(left: Printed, sign: string, right: Printed, power: number): Printed {
  const last = behind(right, power + 1);
  const tex = `${before(left, power)} ${sign} ${last.tex}`;
  return { tex, power, open: last.open, closed: null };
}

/** A Kronecker product is read beside another product only with brackets around one of them. */
function printSigned(
  e: Expression & { kind: 'multiply' },
  sign: string,
  part: (of: Expression) => Printed,
): Printed {
  const { left } = e;
  const signed = left.kind === 'multiply' && left.written !== 'juxtaposed';
  const unlike = signed && (left.written === 'otimes') !== (e.written === 'otimes');
  const first = part(left);
  const whole = unlike ? factor(bracketed(first.tex)) : first;
  return infix(whole, sign, part(e.right), POWER.product);
}

/** A product without a sign; a number behind a factor would be read as part of it by the eye. */
function printProduct(left: Printed, right: Printed): Printed {
  const last = /^\d/.test(right.tex) ? factor(bracketed(right.tex)) : behind(right, POWER.factor);
  const first = before(left, POWER.juxtaposed);
  return {
    tex: `${first} ${last.tex}`,
    power: POWER.juxtaposed,
    open: last.open,
    closed: last.closed === null ? null : `${first} ${last.closed}`,
  };
}

/** A fraction that starts with \\partial would be read as a derivative. */
function printNumerator(tex: string): string {
  return tex.startsWith('\\partial') ? bracketed(tex) : tex;
}

function printNegative(of: Printed): Printed {
  const inner = behind(of, POWER.minus);
  return { tex: `-${inner.tex}`, power: POWER.minus, open: POWER.minus, closed: null };
}

const FUNCTIONS: Readonly<Record<Elementary, string>> = {
  exp: '\\exp',
  log: '\\log',
  sqrt: '\\sqrt',
  abs: '',
};

function printElementary(name: Elementary, of: Expression, table: SymbolTable): Printed {
  const inner = print(of, table);
  if (name === 'exp' && !table.symbols.has('e')) return factor(`e${script('^', inner.tex)}`);
  if (name === 'sqrt') return factor(`\\sqrt{${inner.tex}}`);
  if (name === 'abs') return factor(`\\left| ${inner.tex} \\right|`);
  const closed = `${FUNCTIONS[name]}${bracketed(inner.tex)}`;
  const folded = of.kind === 'fold' && (of.fold === 'sum' || of.fold === 'product');
  if (!folded && !takesNoBrackets(of)) return factor(closed);
  const tex = `${FUNCTIONS[name]} ${inner.tex}`;
  return { tex, power: POWER.factor, open: inner.open, closed };
}

/** Whether the eye sees one thing: a function's argument without brackets. */
function takesNoBrackets(e: Expression): boolean {
  switch (e.kind) {
    case 'number':
    case 'size':
    case 'entry':
    case 'apply':
    case 'divide':
      return true;
    case 'elementary':
      return e.name === 'exp';
    default:
      return false;
  }
}

function printCall(e: Expression & { kind: 'apply' }, table: SymbolTable): string {
  const given = e.arguments.map((of) => print(of, table).tex).join(', ');
  return printName(e.symbol) + bracketed(given) + printScripts(e.symbol, e.at, table);
}

/** What may carry a power or a transpose without brackets around it. */
function printBase(e: Expression, table: SymbolTable): string {
  const plain =
    e.kind === 'number' ||
    e.kind === 'size' ||
    e.kind === 'component' ||
    e.kind === 'constant vector' ||
    e.kind === 'identity' ||
    ((e.kind === 'entry' || e.kind === 'apply') &&
      !hasSuperscript(e.symbol, e.at, table) &&
      printSpelling(e.symbol, e.at, table) === null);
  const { tex } = print(e, table);
  return plain ? tex : bracketed(tex);
}

function printTranspose(e: Expression, table: SymbolTable): Printed {
  if (e.kind === 'entry' && hasSuperscript(e.symbol, e.at, table))
    return factor(printEntry(e.symbol, e.at, table, '\\top'));
  return factor(`${printBase(e, table)}^\\top`);
}

function printIndicator(
  conditions: (Expression & { kind: 'indicator' })['conditions'],
  table: SymbolTable,
): string {
  const [only] = conditions;
  if (only?.comparison === '=' && conditions.length === 1 && !table.symbols.has('\\delta'))
    return `\\delta_{${printIndices([only.left, only.right], table)}}`;
  return `\\mathbb{1}[${printConditions(conditions, table)}]`;
}

function printDerivative(e: Expression & { kind: 'derivative' }, table: SymbolTable): Printed {
  const by = printVariable(e.by, table);
  const d = e.written === 'total' ? '\\mathrm{d}' : '\\partial';
  const of = print(e.of, table);
  if (e.written === 'prime') return factor(`${printBase(e.of, table)}'`);
  let sign = `\\frac{${d}}{${d} ${by}}`;
  if (e.written === 'nabla') sign = `\\nabla_{${by}}`;
  else if (e.written === 'subscript') sign = `\\partial_{${by}}`;
  else if (e.of.kind === 'entry' || e.of.kind === 'apply')
    return factor(`\\frac{${d} ${of.tex}}{${d} ${by}}`);
  const body = atLeast(behind(of, POWER.juxtaposed), POWER.juxtaposed);
  return {
    tex: `${sign} ${body.tex}`,
    power: POWER.factor,
    open: Math.min(POWER.juxtaposed, body.open),
    closed: null,
  };
}

function printVariable({ symbol, at, stacked }: Variable, table: SymbolTable): string {
  const entry = printEntry(symbol, at, table);
  if (stacked === undefined) return entry;
  const turned = stacked === 'rows' ? printEntry(symbol, at, table, '\\top') : entry;
  return `\\operatorname{vec}(${turned})`;
}
