import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPesHeader } from './pes-header.ts';
import { startsKeyFrame } from './starts-key-frame.ts';
import { PACKET_BYTES, payloadStartAt } from './ts-packet.ts';

const packet = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(PACKET_BYTES)]).subarray(0, PACKET_BYTES);

/** As FFmpeg 5.1 wrote them at 100,000.5 s (which is 4,556.78 s after the timestamps came round) with B frames. */
const VIDEO = packet(
  '4741003007500c38d9297e00000001e0000080c00a3161c793911161c764a50000000109f00000000167f4000d919b282833f1b808800001f4800075',
);
const AUDIO = packet(
  '474101300140000001c001188080052161c78491fff14c80221ffcde02004c61766335392e33372e3130300042551fffffffc0023ee74bd6372f375c',
);

describe('readPesHeader', () => {
  it('reads when a picture is shown and when it is decoded', () => {
    const start = payloadStartAt(VIDEO, 0);
    expect(readPesHeader(VIDEO, start, PACKET_BYTES)).toEqual({ pts: 410_110_408, dts: 410_104_402, dataStart: start + 19 });
    expect(startsKeyFrame(VIDEO, 0, start + 19)).toBe(true);
  });

  it('takes the one time of sound for both', () => {
    const start = payloadStartAt(AUDIO, 0);
    expect(readPesHeader(AUDIO, start, PACKET_BYTES)).toEqual({ pts: 410_108_488, dts: 410_108_488, dataStart: start + 14 });
  });

  it('knows a key frame by its parameters when the packet does not say', () => {
    const silent = Buffer.from(VIDEO);
    silent.writeUInt8(0x10, 5);
    expect(startsKeyFrame(silent, 0, payloadStartAt(silent, 0) + 19)).toBe(true);
    const plain = Buffer.from(silent).fill(0x41, 36);
    expect(startsKeyFrame(plain, 0, payloadStartAt(plain, 0) + 19)).toBe(false);
  });

  it('never throws, and never points out of the packet', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: PACKET_BYTES, maxLength: PACKET_BYTES }), fc.boolean(), (bytes, isHead) => {
        const any = Buffer.from(bytes);
        const start = payloadStartAt(any, 0);
        if (isHead && start + 4 < PACKET_BYTES) any.writeUInt32BE(0x000001e0, start);
        const header = readPesHeader(any, start, PACKET_BYTES);
        expect(start).toBeLessThanOrEqual(PACKET_BYTES);
        expect(header?.dataStart ?? start).toBeLessThanOrEqual(PACKET_BYTES);
      }),
    );
  });
});
