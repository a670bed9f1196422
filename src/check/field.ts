/*
 * The two moduli of the algebraic test. Q is the product of five primes, P = 2Q + 1 is prime, and G
 * generates the squares modulo P, a group of order Q. So a ↦ G^a takes sums modulo Q to products
 * modulo P, as exp does, and because Q has only small factors it can be inverted.
 */

/** The prime factors of {@link Q}. */
export const FACTORS = [3253n, 3407n, 3449n, 3469n, 4889n] as const;

/** The modulus of exponents and logarithms. */
export const Q = 648296576678988239n;

/** The modulus of all other values; 2Q + 1, a prime of 61 bits. */
export const P = 1296593153357976479n;

/** A generator of the squares modulo P. */
export const G = 4n;

/** The representative of `a` in 0 … m − 1. */
export function reduce(a: bigint, m: bigint): bigint {
  const r = a % m;
  return r < 0n ? r + m : r;
}

/** `base` to the power `exponent` ≥ 0 modulo `m`. */
export function powerMod(base: bigint, exponent: bigint, m: bigint): bigint {
  let result = 1n;
  for (let square = reduce(base, m), rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % m;
    square = (square * square) % m;
  }
  return result;
}

/** The inverse of `a` modulo `m`, or null where they have a common factor (Euclid). */
export function inverseMod(a: bigint, m: bigint): bigint | null {
  let [r, next, x, nextX] = [m, reduce(a, m), 0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [x, nextX] = [nextX, x - quotient * nextX];
  }
  return r === 1n ? reduce(x, m) : null;
}

/** The homomorphism that stands for exp: G^a modulo P, for a modulo Q. */
export function expHomomorphism(a: bigint): bigint {
  return powerMod(G, a, P);
}

/**
 * The homomorphism that stands for log: half the discrete logarithm of a², for a ≠ 0 modulo P. The
 * square forgets the sign of a. Source: S. Pohlig and M. Hellman, "An improved algorithm for computing
 * logarithms over GF(p)", IEEE Trans. Inf. Theory 24 (1978).
 */
export function logHomomorphism(a: bigint): bigint {
  const square = (a * a) % P;
  let log = 0n;
  for (const { cofactor, weight, table } of components()) {
    const part = table.get(powerMod(square, cofactor, P));
    if (part === undefined) throw new RangeError('0 has no logarithm');
    log += (BigInt(part) * weight) % Q;
  }
  return (log * ((Q + 1n) / 2n)) % Q;
}

/** For each prime factor r of Q: a table of logarithms in the subgroup of order r, and its share in Q. */
interface Component {
  readonly cofactor: bigint;
  /** 1 modulo the factor, 0 modulo the others (Chinese remainders). */
  readonly weight: bigint;
  readonly table: ReadonlyMap<bigint, number>;
}

let made: readonly Component[] | null = null;

function components(): readonly Component[] {
  made ??= FACTORS.map((factor) => {
    const cofactor = Q / factor;
    const generator = powerMod(G, cofactor, P);
    const table = new Map<bigint, number>();
    let element = 1n;
    for (let k = 0; k < Number(factor); k++) {
      table.set(element, k);
      element = (element * generator) % P;
    }
    const inverse = inverseMod(cofactor, factor) ?? 0n;
    return { cofactor, weight: (cofactor * inverse) % Q, table };
  });
  return made;
}
