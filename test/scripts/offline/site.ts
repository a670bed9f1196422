/** A site whose files have these texts. */
export function site(
  texts: Readonly<Record<string, string>>,
): Map<string, Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new Map(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]));
}
