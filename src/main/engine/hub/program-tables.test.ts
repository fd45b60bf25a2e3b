import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProgramMapPid, readProgramStreams } from './program-tables.ts';
import { PACKET_BYTES } from './ts-packet.ts';

const packet = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(PACKET_BYTES, 0xff)]).subarray(0, PACKET_BYTES);

/** As FFmpeg 5.1 wrote them for H.264 and AAC. */
const PAT = packet('474000100000b00d0001c100000001f0002ab104b2');
const PMT = packet('475000100002b0170001c10000e100f0001be100f0000fe101f0002f44b99b');

describe('the programme tables', () => {
  it('lead from the association to the map to the streams', () => {
    expect(readProgramMapPid(PAT, 0)).toBe(0x1000);
    expect(readProgramStreams(PMT, 0)).toEqual({ videoPid: 0x100, audioPid: 0x101 });
  });

  it('are not taken for one another, nor read with a single bit wrong', () => {
    expect([readProgramMapPid(PMT, 0), readProgramStreams(PAT, 0)]).toEqual([null, null]);
    for (let bit = 8 * 5; bit < 8 * 31; bit += 1) {
      const broken = Buffer.from(PMT);
      broken.writeUInt8(broken.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(readProgramStreams(broken, 0)).toBeNull();
    }
  });

  it('never throw on any packet', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: PACKET_BYTES, maxLength: PACKET_BYTES }), (bytes) => {
        expect(readProgramMapPid(Buffer.from(bytes), 0)).toBeNull();
        expect(readProgramStreams(Buffer.from(bytes), 0)).toBeNull();
      }),
    );
  });
});
