import type { Point } from './point.ts';

/** Finds what moves in a drawn figure; returns the update, which touches only what changed. */
export type Updater = (root: Element) => (point: Point) => void;

/** The complete figure at `point`: drawn for its number of classes, then updated once. */
export function firstFrame(
  draw: (document: Document, n: number) => HTMLElement,
  updater: Updater,
  document: Document,
  point: Point,
): HTMLElement {
  const root = draw(document, point.z.length);
  updater(root)(point);
  return root;
}
