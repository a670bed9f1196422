/** TeX that can't be typeset. */
export class TypesetError extends Error {
  /** The offset in the source, or null where KaTeX gives none. */
  readonly position: number | null;

  constructor(message: string, position: number | null, cause: unknown) {
    super(message, { cause });
    this.name = 'TypesetError';
    this.position = position;
  }
}
