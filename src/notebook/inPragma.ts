import { TexError } from '../tex/errors.ts';

/** Errors in a pragma are told by its text: their offsets are not those of the formula. */
export function inPragma<T>(source: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TexError)) throw error;
    throw new TexError(
      error.code,
      `${error.message} in the pragma ${source}`,
      { start: 0, end: 0 },
      error.hint,
    );
  }
}
