/** `bytes` deflated, or null where the browser can't. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  if (typeof CompressionStream === 'undefined') return null;
  return collect(bytes, new CompressionStream('deflate-raw'), Infinity);
}

/**
 * `bytes` inflated, of which there may be `most` at the end: a few deflated bytes can stand for very
 * many. Null where that is exceeded, where they are not what {@link deflate} makes, or where the browser can't.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array | null> {
  if (typeof DecompressionStream === 'undefined') return null;
  return collect(bytes, new DecompressionStream('deflate-raw'), most).catch(() => null);
}

async function collect(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > most) {
      void reader.cancel().catch(() => undefined);
      return null;
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
