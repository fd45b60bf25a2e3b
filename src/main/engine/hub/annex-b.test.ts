import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAdts } from './adts.ts';
import { nalType, splitAnnexB } from './annex-b.ts';

describe('splitAnnexB', () => {
  it('splits at long and short start codes and leaves padding out', () => {
    const units = splitAnnexB(Buffer.from('0000000109f000000001674d00000168ee3c800000000001658884ff', 'hex'));
    expect(units.map((unit) => unit.toString('hex'))).toEqual(['09f0', '674d', '68ee3c80', '658884ff']);
    expect(units.map(nalType)).toEqual([9, 7, 8, 5]);
  });

  it('gives back any units that were put together', () => {
    const unit = fc.uint8Array({ minLength: 1, maxLength: 20 }).map((bytes) => Buffer.from(bytes.map((byte) => byte || 1)));
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const stream = Buffer.concat(units.flatMap((bytes) => [Buffer.of(0, 0, 1), bytes]));
        expect(splitAnnexB(stream).map(String)).toEqual(units.map(String));
      }),
    );
  });

  it('never throws, nor does its sister for sound', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const total = splitAnnexB(Buffer.from(bytes)).reduce((sum, unit) => sum + unit.length, 0);
        const sound = splitAdts(Buffer.from([0xff, 0xf1, 0x4c, ...bytes])).reduce((sum, frame) => sum + frame.data.length, 0);
        expect(Math.max(total, sound)).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
