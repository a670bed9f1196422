/** `x` as Python writes a float: the fewest digits that give the same double back. */
export function pythonFloat(x: number): string {
  const digits = Object.is(x, -0) ? '-0' : String(x);
  return /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}

/** A list of floats in Python. */
export function pythonList(x: readonly number[]): string {
  return `[${x.map(pythonFloat).join(', ')}]`;
}

/** A list of lists in Python, a row a line, indented by four. */
export function pythonRows(rows: readonly (readonly number[])[]): string {
  return `[\n${rows.map((row) => `    ${pythonList(row)},\n`).join('')}]`;
}

/** `x` as TypeScript writes a number. */
export function number(x: number): string {
  return Object.is(x, -0) ? '-0' : String(x);
}

/** A list of numbers in TypeScript. */
export function list(x: readonly number[]): string {
  return `[${x.map(number).join(', ')}]`;
}

/** A list of lists in TypeScript, a row a line, indented by two. */
export function rows(matrix: readonly (readonly number[])[]): string {
  return `[\n${matrix.map((row) => `  ${list(row)},\n`).join('')}]`;
}

/** Whole numbers of a list, each followed by a comma, in lines of at most 80 characters that begin with `indent`. */
export function wrapped(x: readonly number[], indent: string): string {
  const lines: string[] = [];
  for (const item of x.map((k) => `${k},`)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + item.length < 80)
      lines.splice(-1, 1, `${line} ${item}`);
    else lines.push(indent + item);
  }
  return lines.join('\n');
}
