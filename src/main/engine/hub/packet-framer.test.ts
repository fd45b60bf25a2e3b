import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PacketFramer } from './packet-framer.ts';
import { PACKET_BYTES, SYNC_BYTE } from './ts-packet.ts';

/** Packets that tell their number and hold no other sync byte. */
const packets = (count: number) =>
  Buffer.concat(
    Array.from({ length: count }, (_, index) => {
      const packet = Buffer.alloc(PACKET_BYTES, 0xff);
      packet.writeUInt8(SYNC_BYTE, 0);
      packet.writeUInt8(index % 64, 1);
      return packet;
    }),
  );

function pushCut(framer: PacketFramer, bytes: Buffer, cuts: readonly number[]): Buffer {
  const edges = [0, ...[...cuts].map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const chunks = edges.slice(1).map((end, index) => bytes.subarray(edges[index] ?? 0, end));
  return Buffer.concat(chunks.flatMap((chunk) => framer.push(Buffer.from(chunk))));
}

describe('PacketFramer', () => {
  it('gives back the very same packets wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat()), (count, cuts) => {
        expect(pushCut(new PacketFramer(), packets(count), cuts).equals(packets(count))).toBe(true);
      }),
    );
  });

  it('finds the packets again after bytes that are none', () => {
    const framer = new PacketFramer();
    const stream = Buffer.concat([Buffer.alloc(77, 1), packets(3), Buffer.alloc(300, 2), packets(2)]);
    expect(pushCut(framer, stream, []).equals(Buffer.concat([packets(3), packets(2)]))).toBe(true);
    expect(framer.skippedBytes).toBe(377);
  });

  it('gives whole packets only, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 })), (chunks) => {
        const framer = new PacketFramer();
        for (const run of chunks.flatMap((chunk) => framer.push(Buffer.from(chunk)))) {
          expect(run.length % PACKET_BYTES).toBe(0);
          expect(run.length).toBeGreaterThan(0);
          expect(run.readUInt8(0)).toBe(SYNC_BYTE);
        }
      }),
    );
  });

  it('forgets a packet that was cut off by the end of its encoder', () => {
    const framer = new PacketFramer();
    framer.push(packets(1).subarray(0, 100));
    framer.reset();
    expect(Buffer.concat(framer.push(packets(2))).equals(packets(2))).toBe(true);
  });
});
