import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PictureCounter } from './picture-counter.ts';

/** A packet of a PID; `starts`: it begins a PES packet. The payload looks like packet heads, to catch a counter that lost its place. */
function packet(pid: number, starts: boolean): Buffer {
  const bytes = Buffer.alloc(188, Buffer.from([0x47, 0x41, 0x00]));
  bytes[1] = (starts ? 0x40 : 0) | (pid >> 8);
  bytes[2] = pid & 0xff;
  return bytes;
}

it('counts the pictures of a stream however it is cut into pieces', () => {
  const packets = fc.array(fc.record({ pid: fc.constantFrom(0x100, 0x101, 0), starts: fc.boolean() }), { maxLength: 20 });
  fc.assert(
    fc.property(packets, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (kinds, cuts) => {
      const stream = Buffer.concat(kinds.map(({ pid, starts }) => packet(pid, starts)));
      const counter = new PictureCounter();
      let told = 0;
      for (let at = 0, turn = 0; at < stream.length; turn++) {
        const size = cuts[turn % cuts.length] ?? 1;
        told += counter.see(stream.subarray(at, at + size));
        at += size;
      }
      const began = kinds.filter(({ pid, starts }) => pid === 0x100 && starts).length;
      expect([counter.count, told]).toEqual([began, began]);
    }),
  );
});
