import type { Layer } from './layer.ts';

/** A layer worth a look, made from one with as many classes and features. */
interface LayerPreset {
  readonly label: string;
  readonly of: (layer: Layer) => Layer;
}

/** Weights of 0: the biases alone decide. */
const blank = ({ x, W, b }: Layer): Layer => ({ x, W: W.map((row) => row.map(() => 0)), b });

/** The layers on offer by name. */
export const layerPresets = {
  zero: { label: 'W = 0', of: blank },
  equal: {
    label: 'all equal',
    of: (layer) => ({ ...blank(layer), b: layer.b.map(() => 0) }),
  },
  sure: {
    label: 'one class sure',
    of: (layer) => ({ ...blank(layer), b: layer.b.map((_, k) => (k === 0 ? 12 : 0)) }),
  },
  dark: { label: 'x = 0', of: ({ x, W, b }) => ({ x: x.map(() => 0), W, b }) },
} as const satisfies Readonly<Record<string, LayerPreset>>;

/** Whether there is a preset called `name`. */
export function isLayerPreset(name: string | undefined): name is keyof typeof layerPresets {
  return name !== undefined && Object.hasOwn(layerPresets, name);
}
