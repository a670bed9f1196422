import { mostClasses } from './pageState.ts';
import { excerpt, parseNumbers } from './parseNumbers.ts';
import { splitCsv, type CsvRow } from './splitCsv.ts';

/** A table of labelled samples. */
export interface Table {
  readonly features: readonly string[];
  /** The labels in order: by size where all are numbers, else by their letters. */
  readonly classes: readonly string[];
  /** A sample a row, as long as `features`. */
  readonly rows: readonly (readonly number[])[];
  /** The class of each row, from 0. */
  readonly labels: readonly number[];
}

/** A row that can't be used, and why. */
export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

/** A table as read, with the rows that it leaves out; or a sentence that says why there is none. */
export type ReadTable =
  | { readonly table: Table; readonly bad: readonly BadRow[]; readonly header: boolean }
  | { readonly error: string; readonly bad: readonly BadRow[] };

/** The largest table that is taken: a step on it takes about a fifth of a second. */
export const limits = {
  rows: 5000,
  features: 100,
  classes: mostClasses,
  characters: 5_000_000,
} as const;

/** The limits, in a sentence. */
export const limitsText = `At most ${limits.rows} samples, ${limits.features} features and ${limits.classes} classes.`;

/**
 * Reads CSV text whose last column is the label, text or number. The first row gives the features' names where one of its
 * features is not a number. Every row that can't be used is named, and none is mended.
 */
export function readTable(text: string): ReadTable {
  const refuse = (error: string, bad: readonly BadRow[] = []): ReadTable => ({ error, bad });
  if (text.length > limits.characters)
    return refuse(`it has ${text.length} characters, and at most ${limits.characters} are read`);
  const all = withPoints(splitCsv(text));
  const [first] = all;
  if (!first) return refuse('there is nothing to read');
  const width = first.cells.length;
  if (width < 2)
    return refuse('the first line has one cell: at least a feature and a label are needed');
  if (width - 1 > limits.features)
    return refuse(`it has ${width - 1} features, and at most ${limits.features} are taken`);
  const header = first.cells.slice(0, -1).some((cell) => typeof numberIn(cell) === 'string');
  const body = header ? all.slice(1) : all;
  if (body.length > limits.rows)
    return refuse(`it has ${body.length} rows, and at most ${limits.rows} are taken`);
  const bad: BadRow[] = [];
  const good = body.flatMap((row) => {
    const read = readRow(row, width);
    if (typeof read !== 'string') return [read];
    bad.push({ line: row.line, reason: read });
    return [];
  });
  if (good.length === 0) return refuse('no row can be used', bad);
  const classes = inOrder([...new Set(good.map(({ label }) => label))]);
  const problem = classProblem(classes, good.length);
  if (problem !== '') return refuse(problem, bad);
  const names = first.cells
    .slice(0, -1)
    .map((cell, k) => (header && cell !== '' ? cell : `column ${k + 1}`));
  const number = new Map(classes.map((name, k) => [name, k]));
  return {
    header,
    bad,
    table: {
      features: names,
      classes,
      rows: good.map(({ numbers }) => numbers),
      labels: good.map(({ label }) => number.get(label) ?? NaN),
    },
  };
}

/** A number with a comma where others write a point. */
const comma = /^([+\-\u2212]?\d+),(\d+(?:e[+-]?\d+)?)$/i;

/**
 * Rows of a table that writes decimal commas, with points: where features are written so, none has a point, and not all could
 * be thousands (`1,234`).
 */
function withPoints(rows: readonly CsvRow[]): readonly CsvRow[] {
  const features = rows.flatMap(({ cells }) => cells.slice(0, -1));
  const decimals = features.flatMap((cell) => comma.exec(cell)?.[2] ?? []);
  const plain = decimals.every((digits) => digits.length === 3);
  if (plain || features.some((cell) => /\d\.\d/.test(cell))) return rows;
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, k) => (k < cells.length - 1 ? cell.replace(comma, '$1.$2') : cell)),
  }));
}

/** A row's numbers and label, or what is wrong with it. */
function readRow(
  { cells }: CsvRow,
  width: number,
): { numbers: readonly number[]; label: string } | string {
  if (cells.length !== width) return `it has ${cells.length} cells, the first line ${width}`;
  const label = cells.at(-1) ?? '';
  const numbers: number[] = [];
  for (const cell of cells.slice(0, -1)) {
    const value = numberIn(cell);
    if (typeof value === 'string') return value;
    if (Math.abs(value) > largest) return `“${excerpt(cell)}” is too large to compute with`;
    numbers.push(value);
  }
  return label === '' ? 'the label is missing' : { numbers, label };
}

/** Squares of larger numbers, which standardising takes, go beyond the doubles in a sum. */
const largest = 1e150;

/** The number that `cell` is, or why it is none. */
function numberIn(cell: string): number | string {
  if (cell === '') return 'a number is missing';
  if (/[\s,;]/.test(cell)) return `“${excerpt(cell)}” is not a number`;
  const read = parseNumbers(cell);
  return 'error' in read ? read.error : (read.numbers[0] ?? NaN);
}

function inOrder(labels: readonly string[]): string[] {
  const byLetters = [...labels].sort();
  const values = new Map(byLetters.map((label) => [label, numberIn(label)]));
  const sized = byLetters.every((label) => typeof values.get(label) === 'number');
  return sized
    ? byLetters.sort((a, b) => Number(values.get(a)) - Number(values.get(b)))
    : byLetters;
}

function classProblem(classes: readonly string[], rows: number): string {
  const hint = 'the last column has to be the label';
  if (classes.length === 1)
    return `all labels are “${excerpt(classes[0] ?? '')}”: there is nothing to tell apart`;
  if (classes.length === rows) return `every row has a label of its own; ${hint}`;
  if (classes.length > limits.classes)
    return `it has ${classes.length} different labels, and at most ${limits.classes} are taken; ${hint}`;
  return '';
}
