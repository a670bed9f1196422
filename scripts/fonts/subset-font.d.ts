declare module 'subset-font' {
  /** A font with only the characters of `text`, or with all of them where it is undefined. */
  export default function subsetFont(
    font: Uint8Array,
    text: string | undefined,
    options: {
      readonly targetFormat: 'woff2' | 'woff' | 'truetype';
      readonly keepAllGlyphs?: boolean;
      readonly keepFeatures?: readonly string[];
      readonly noHinting?: boolean;
    },
  ): Promise<Uint8Array>;
}
