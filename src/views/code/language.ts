import type { Point } from '../point.ts';

/** The languages that a figure's numbers are written in, in the order in which they are offered. */
export const LANGUAGES = [
  { name: 'numpy', label: 'NumPy' },
  { name: 'torch', label: 'PyTorch' },
  { name: 'jax', label: 'JAX' },
  { name: 'typescript', label: 'TypeScript' },
] as const;

export type Language = (typeof LANGUAGES)[number]['name'];

/**
 * A program in each language that prints what a figure shows, most often at a point. It needs nothing but
 * the library, and ends with a line break.
 */
export type Snippets<T = Point> = Readonly<Record<Language, (of: T) => string>>;
