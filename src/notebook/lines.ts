/** A text without the mark that some editors put before it. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Turns offsets into a text, its mark not counted, into lines and columns, both from 1. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(written: string) {
    const text = withoutMark(written);
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
      this.#starts.push(at + 1);
  }

  /** The line and column of an offset. */
  at(offset: number): { line: number; column: number } {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The place of a range; one that runs over its line's end stops there. */
  range(start: number, end: number): { line: number; column: number; endColumn: number } {
    const { line, column } = this.at(start);
    const lineEnd = start - column + 1 + this.text(line).length;
    const stop = Math.max(Math.min(end, lineEnd), start + 1);
    return { line, column, endColumn: column + stop - start };
  }

  /** The text of a line, from 1. */
  text(line: number): string {
    const start = this.#starts[line - 1] ?? 0;
    const end = (this.#starts[line] ?? this.#text.length + 1) - 1;
    return this.#text.slice(start, end).replace(/\r$/, '');
  }
}
