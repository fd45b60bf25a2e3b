import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SoundQueue } from './sound-queue.ts';

/** Sound whose every sample holds its own number, so that a slip of one shows. */
function numbered(from: number, count: number): Buffer {
  const bytes = Buffer.alloc(count * 4);
  for (let index = 0; index < count; index++) bytes.writeUInt32LE(from + index + 1, index * 4);
  return bytes;
}

describe('SoundQueue', () => {
  it('gives every sample its own place, whatever the pieces, the gaps and the delays', () => {
    const steps = fc.array(
      fc.record({ write: fc.integer({ min: 0, max: 40 }), skip: fc.integer({ min: 0, max: 9 }), read: fc.integer({ min: 0, max: 30 }) }),
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 7 }), (script, odd) => {
        const queue = new SoundQueue(16);
        const all = numbered(0, 4000);
        let written = 0;
        let position = 0;
        for (const { write, skip, read } of script) {
          // Pieces that end within a sample, as pipes deliver them.
          const bytes = write * 4 + odd;
          queue.write(all.subarray(written, written + bytes));
          written = Math.min(all.length, written + bytes);
          position += skip;
          const into = Buffer.alloc(read * 4, 0xee);
          queue.read(position, read, into);
          for (let index = 0; index < read; index++) {
            const number = position + index;
            const isThere = (number + 1) * 4 <= written;
            expect(into.readUInt32LE(index * 4)).toBe(isThere ? number + 1 : 0);
          }
          position += read;
        }
      }),
    );
  });

  it('counts the samples that are there', () => {
    const queue = new SoundQueue(100);
    queue.write(numbered(0, 10));
    expect(queue.samplesFrom(0)).toBe(10);
    expect(queue.samplesFrom(7)).toBe(3);
    expect(queue.samplesFrom(20)).toBe(0);
  });
});
