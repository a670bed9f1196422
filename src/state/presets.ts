/**
 * Logits worth looking at, by name: a plain example, a tie, a distribution that rounds to one class,
 * and exponentials beyond the largest double.
 */
export const presets = {
  example: [2, 1, -0.5],
  equal: [1, 1, 1],
  saturated: [20, 0, -20],
  overflow: [1000, 999, -1000],
} as const satisfies Record<string, readonly number[]>;
