import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AmfValue, decodeAmf, encodeAmf } from './amf0.ts';
import { RtmpViolation } from './rtmp-violation.ts';

const value = fc.letrec<{ any: AmfValue }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.string(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1 }), tie('any'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).any;

describe('AMF 0', () => {
  it('reads a connect command', () => {
    const bytes = Buffer.from('020007636f6e6e656374003ff00000000000000300036170700200046c697665000009', 'hex');
    expect(decodeAmf(bytes)).toEqual(['connect', 1, { app: 'live' }]);
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (values) => {
        expect(decodeAmf(encodeAmf(values))).toEqual(values);
      }),
    );
  });

  it('refuses nonsense with a violation and nothing worse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(Array.isArray(decodeAmf(Buffer.from(bytes)))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(RtmpViolation);
        }
      }),
    );
  });

  it('refuses values nested without end', () => {
    const bytes = Buffer.concat(Array.from({ length: 5000 }, () => Buffer.of(10, 0, 0, 0, 1)));
    expect(() => decodeAmf(bytes)).toThrow('nested too deep');
  });
});
