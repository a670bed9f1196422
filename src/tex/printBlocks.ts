import type { SymbolTable } from '../expression/symbols.ts';
import type { Branch, Expression, Fold, IndexCondition, MatrixRow } from '../expression/tree.ts';
import { POWER } from './grammar.ts';
import { behind, bracketed, factor, type Printed } from './printed.ts';
import { printConditions, printIndex, script } from './printNames.ts';

const FOLDS: Readonly<Record<Fold, { readonly command: string; readonly power: number }>> = {
  sum: { command: '\\sum', power: POWER.minus },
  product: { command: '\\prod', power: POWER.minus },
  maximum: { command: '\\max', power: POWER.juxtaposed },
  minimum: { command: '\\min', power: POWER.juxtaposed },
  argmax: { command: '\\operatorname{argmax}', power: POWER.juxtaposed },
  argmin: { command: '\\operatorname{argmin}', power: POWER.juxtaposed },
};

/** An operation over an index, with its bounds below and above. */
export function printFold(
  e: Expression & { kind: 'fold' },
  body: Printed,
  table: SymbolTable,
): Printed {
  const { command, power } = FOLDS[e.fold];
  const beneath = isNamed(e.fold) && !e.to ? printRange(e, table) : null;
  const above = e.to ? script('^', printIndex(e.to, table)) : '';
  const sign =
    beneath === null
      ? `${command}${script('_', printRange(e, table))}${above}`
      : `\\underset{${beneath}}{${command}}`;
  return prefixed(sign, power === POWER.juxtaposed ? besideExtremum(e.body, body) : body, power);
}

/** What an extremum is taken of: a list would be read as the numbers that it chooses among. */
function besideExtremum(of: Expression, printed: Printed): Printed {
  return startsWithList(of) ? factor(bracketed(printed.tex)) : printed;
}

function startsWithList(e: Expression): boolean {
  if (e.kind === 'matrix') return e.brackets === 'list';
  if (e.kind === 'multiply' || e.kind === 'power') return startsWithList(e.left);
  return (e.kind === 'component' || e.kind === 'transpose') && startsWithList(e.of);
}

/** Whether an operation is written as a word, with its index beneath. */
function isNamed(fold: Fold): boolean {
  return fold === 'argmax' || fold === 'argmin';
}

function prefixed(sign: string, body: Printed, power: number): Printed {
  const inner = behind(body, power);
  const open = Math.min(power, inner.open);
  return { tex: `${sign} ${inner.tex}`, power: POWER.factor, open, closed: null };
}

/** What stands below the sign: `j = 1`, `j = 2, j \ne i`, `j \ne i` or `j`. */
function printRange(
  { index, to, where }: Pick<Expression & { kind: 'fold' }, 'index' | 'to' | 'where'>,
  table: SymbolTable,
): string {
  const isOwn = (at: IndexCondition['left']): boolean => at.kind === 'letter' && at.name === index;
  const others = (start: IndexCondition | null): string =>
    where
      .filter((condition) => condition !== start)
      .map((condition) => `, ${printConditions([condition], table)}`)
      .join('');
  const started = ({ comparison, left, right }: IndexCondition): boolean =>
    comparison === '≥' && isOwn(left) && (right.kind !== 'literal' || right.value !== 1);
  const start = to ? where.find(started) : undefined;
  if (start) return `${index} = ${printIndex(start.right, table)}${others(start)}`;
  const [first] = where;
  if (first && isOwn(first.left) && first.comparison !== '=') return printConditions(where, table);
  return `${index}${to ? ' = 1' : ''}${others(null)}`;
}

/** An extremum of a list, `\max \{ o_1, \dots, o_K \}`, or of the entries of one vector. */
export function printAmong(
  { fold, index, to, list }: Expression & { kind: 'among' },
  print: (of: Expression) => Printed,
  table: SymbolTable,
): Printed {
  const { command, power } = FOLDS[fold];
  const range = to ? `1 \\le ${index ?? ''} \\le ${printIndex(to, table)}` : index;
  const below = range === null ? '' : script('_', range);
  const sign =
    range !== null && isNamed(fold) ? `\\underset{${range}}{${command}}` : `${command}${below}`;
  const [only] = list;
  if (list.length === 1 && only) return prefixed(sign, besideExtremum(only, print(only)), power);
  const entries = list.map((of) => (of ? print(of).tex : '\\dots')).join(', ');
  return factor(`${sign} \\{ ${entries} \\}`);
}

/** Branches with their conditions. */
export function printCases(
  branches: readonly Branch[],
  print: (of: Expression) => string,
  table: SymbolTable,
): string {
  const rows = branches.map(({ value, where }) => {
    const said = where ? `\\text{if } ${printConditions(where, table)}` : '\\text{otherwise}';
    return `${print(value)} & ${said}`;
  });
  return `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`;
}

/** A vector in a line, `(a, \dots, b)`. */
function printList(rows: readonly MatrixRow[], print: (of: Expression) => string): string {
  return bracketed(rows.map(({ cells: [cell] }) => (cell ? print(cell) : '\\dots')).join(', '));
}

/** A matrix row by row, with its dots and arrows, and the margin's word on the row that differs. */
export function printMatrix(
  { brackets, rows, marked }: Expression & { kind: 'matrix' },
  print: (of: Expression) => string,
  table: SymbolTable,
): string {
  if (brackets === 'list') return printList(rows, print);
  const printRow = ({ cells, arrows }: MatrixRow): string => {
    const dots = rows.length > 1 && cells.every((cell) => cell === null) ? '\\vdots' : '\\cdots';
    const shown = cells.map((cell) => (cell ? print(cell) : dots));
    // An arrow behind a matrix would be read as its margin's.
    const closed = (cell: string): string => (cell.endsWith('matrix}') ? bracketed(cell) : cell);
    const drawn = arrows ? shown.map((cell) => `\\leftarrow ${closed(cell)} \\rightarrow`) : shown;
    return drawn.join(' & ');
  };
  const name = `${brackets}matrix`;
  const margin = marked ? ` \\quad \\leftarrow ${printIndex(marked, table)} \\text{-th row}` : '';
  return `\\begin{${name}} ${rows.map(printRow).join(' \\\\ ')} \\end{${name}}${margin}`;
}
