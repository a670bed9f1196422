import { fewestClasses, mostClasses } from './pageState.ts';
import { excerpt, parseNumbers, type Numbers } from './parseNumbers.ts';

/**
 * Reads the text of one logit's field: a number, or a list of 2 to 10 that sets all logits. A lone
 * comma between digits is an error, since `0,5` is one number to some readers and two to others.
 */
export function readField(text: string): Numbers {
  const trimmed = text.trim();
  if (trimmed === '') return { error: 'write a number, such as 0.5' };
  if (/^[^\s,;]+,[^\s,;]+$/.test(trimmed) && 'numbers' in parseNumbers(trimmed)) {
    const [left, right] = trimmed.split(',');
    return {
      error: `“${excerpt(trimmed)}” is unclear: write ${left}.${right}, or the list “${left}, ${right}” with a space`,
    };
  }
  const read = parseNumbers(trimmed);
  if ('error' in read) return read;
  if (read.numbers.length > mostClasses) {
    return {
      error: `${read.numbers.length} numbers are too many: a list has ${fewestClasses} to ${mostClasses}`,
    };
  }
  return read;
}
