import type { ExpressionError } from '../expression/errors.ts';

/** What to write in `tex` so that the shapes of two parts fit, as a clause; null where nothing is near. */
export function repaired(tex: string, { range, repair }: ExpressionError): string | null {
  if (!repair) return null;
  const { start, end } = repair.part;
  const part = tex.slice(start, end);
  const bracketed = /^(?:\\left)?\(/.test(part) ? part : `(${part})`;
  const instead =
    repair.by === 'transpose'
      ? `${repair.closed && !part.includes('^') ? part : bracketed}^\\top`
      : part === '1'
        ? '\\mathbf 1'
        : `${repair.closed ? part : bracketed} \\mathbf 1`;
  const whole = tex.slice(range.start, start) + instead + tex.slice(end, range.end);
  return `for ${tex.slice(range.start, range.end)} write ${whole}`;
}
