import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fits,
  fixedSize,
  isOne,
  isOpen,
  namedSize,
  openSize,
  sameSize,
  settled,
  showSize,
  sizeIn,
  sizeOfPairs,
  type Size,
} from '../../src/expression/size.ts';

const [C, M] = [namedSize('classes'), namedSize('features')];
const simple: fc.Arbitrary<Size> = fc.oneof(
  fc.constantFrom(C, M, namedSize('features', 1), namedSize('samples')),
  fc.integer({ min: 1, max: 5 }).map(fixedSize),
);
const any = fc.array(simple, { minLength: 1, maxLength: 4 }).map((all) => all.reduce(sizeOfPairs));
const lengths = { classes: 3, features: 4, samples: 2 };

describe('pairs of places', () => {
  test('are as many as the product of the lengths', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(sizeIn(sizeOfPairs(a, b), lengths)).toBe(sizeIn(a, lengths) * sizeIn(b, lengths));
      }),
    );
  });

  test('are as many in either order and however they are grouped', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(sameSize(sizeOfPairs(a, b), sizeOfPairs(b, a))).toBe(true);
        const left = sizeOfPairs(sizeOfPairs(a, b), c);
        expect(sameSize(left, sizeOfPairs(a, sizeOfPairs(b, c)))).toBe(true);
      }),
    );
  });

  test('with an axis of one place are those of the other axis', () => {
    fc.assert(
      fc.property(any, (a) => {
        expect(sameSize(sizeOfPairs(fixedSize(1), a), a)).toBe(true);
      }),
    );
  });

  test('of classes and features are no other size, though numbers may agree', () => {
    expect(sameSize(sizeOfPairs(C, M), fixedSize(12))).toBe(false);
    expect(sameSize(sizeOfPairs(C, M), sizeOfPairs(C, C))).toBe(false);
    expect(sameSize(sizeOfPairs(C, M), C)).toBe(false);
    expect(showSize(sizeOfPairs(fixedSize(2), sizeOfPairs(M, C)))).toBe('2·classes·features');
  });
});

describe('an open length', () => {
  test('is what it meets first, and from then on nothing else', () => {
    const open = openSize('I');
    expect(isOpen(open)).toBe(true);
    expect(fits(open, C)).toBe(true);
    expect(settled(open)).toEqual(C);
    expect(fits(open, M)).toBe(false);
  });

  test('that meets another one is the same from then on', () => {
    const [a, b] = [openSize('I'), openSize('\\mathbf 1')];
    expect(fits(a, b)).toBe(true);
    expect(fits(b, M)).toBe(true);
    expect(settled(a)).toEqual(M);
  });

  test('in a product is what the other factors leave', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const open = openSize('I');
        expect(fits(sizeOfPairs(a, open), sizeOfPairs(b, a))).toBe(true);
        expect(sameSize(open, b)).toBe(true);
      }),
    );
  });

  test('in a product with something that the other side lacks fits nothing', () => {
    expect(fits(sizeOfPairs(M, openSize('I')), C)).toBe(false);
    expect(fits(sizeOfPairs(fixedSize(2), openSize('I')), fixedSize(3))).toBe(false);
    const open = openSize('I');
    expect(fits(sizeOfPairs(M, open), open)).toBe(false);
  });

  test('is not one place before something has told so', () => {
    const open = openSize('I');
    expect(isOne(open)).toBe(false);
    expect(fits(open, fixedSize(1))).toBe(true);
    expect(isOne(open)).toBe(true);
  });
});
