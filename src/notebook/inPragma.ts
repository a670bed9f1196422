import { ExpressionError } from '../expression/errors.ts';
import { TexError } from '../tex/errors.ts';
import type { Pragma } from './pragmas.ts';

/**
 * The source of a pragma, after as many blanks as stand before it, so that what is read of it has its
 * place in the formula.
 */
export function pragmaSource({ tex, offset }: Pragma): string {
  return ' '.repeat(offset) + tex;
}

/** What `read` reads of a pragma; its errors are the pragma's, whatever they are of. */
export function inPragma<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TexError) && !(error instanceof ExpressionError)) throw error;
    const hint = error instanceof TexError ? error.hint : null;
    throw new TexError('pragma', error.message, error.range, hint);
  }
}

/** The error of a pragma as a whole. */
export function pragmaError({ tex, offset }: Pragma, message: string, hint: string): TexError {
  return new TexError('pragma', message, { start: offset, end: offset + tex.length }, hint);
}
