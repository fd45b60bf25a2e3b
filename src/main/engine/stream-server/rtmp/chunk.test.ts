import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkReader } from './chunk-reader.ts';
import { writeChunks } from './chunk-writer.ts';
import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';
import { RtmpViolation } from './rtmp-violation.ts';

const MOST = 64 * 1024;
const message: fc.Arbitrary<RtmpMessage> = fc.record({
  type: fc.constantFrom(MESSAGE.audio, MESSAGE.video, MESSAGE.command, MESSAGE.data),
  streamId: fc.nat({ max: 5 }),
  timestampMs: fc.oneof(fc.nat({ max: 1000 }), fc.integer({ min: 0xfffffe, max: 0xffffffff })),
  payload: fc.uint8Array({ maxLength: 700 }).map((bytes) => Buffer.from(bytes)),
});

function setChunkSize(size: number): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(size, 0);
  return Buffer.concat(writeChunks({ type: MESSAGE.setChunkSize, streamId: 0, timestampMs: 0, payload }, 128));
}

describe('RTMP chunks', () => {
  it('carry messages over any chunk size, cut anywhere, with timestamps beyond 24 bits', () => {
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 5 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 97 }),
        (sent, size, step) => {
          const bytes = Buffer.concat([setChunkSize(size), ...sent.flatMap((each) => writeChunks(each, size))]);
          const reader = new ChunkReader(MOST);
          const got: RtmpMessage[] = [];
          for (let at = 0; at < bytes.length; at += step) got.push(...reader.push(bytes.subarray(at, at + step)));
          expect(got).toEqual(sent);
        },
      ),
    );
  });

  it('go on from the message before where a short header says so', () => {
    const reader = new ChunkReader(MOST);
    const first = Buffer.from('040000640000020801000000aabb', 'hex');
    const sameLengthLater = Buffer.from('84000014ccdd', 'hex');
    const sameAgain = Buffer.from('c4eeff', 'hex');
    const got = reader.push(Buffer.concat([first, sameLengthLater, sameAgain]));
    expect(got.map(({ timestampMs, payload, streamId }) => [timestampMs, payload.toString('hex'), streamId])).toEqual([
      [100, 'aabb', 1],
      [120, 'ccdd', 1],
      [140, 'eeff', 1],
    ]);
  });

  it('are read between those of another stream', () => {
    const video = writeChunks({ type: MESSAGE.video, streamId: 1, timestampMs: 0, payload: Buffer.alloc(200, 1) }, 128);
    const sound = writeChunks({ type: MESSAGE.audio, streamId: 1, timestampMs: 0, payload: Buffer.alloc(10, 2) }, 128);
    const got = new ChunkReader(MOST).push(Buffer.concat([...video.slice(0, 2), ...sound, ...video.slice(2)]));
    expect(got.map(({ type, payload }) => [type, payload.length])).toEqual([
      [MESSAGE.audio, 10],
      [MESSAGE.video, 200],
    ]);
  });

  it('are refused when a message is too long, a chunk size is none, or a stream begins in its middle', () => {
    const long = Buffer.from('04000000ffffff0801000000', 'hex');
    expect(() => new ChunkReader(MOST).push(long)).toThrow(RtmpViolation);
    expect(() => new ChunkReader(MOST).push(setChunkSize(0))).toThrow(RtmpViolation);
    expect(() => new ChunkReader(MOST).push(Buffer.from('c5', 'hex'))).toThrow(RtmpViolation);
  });

  it('cost a violation and nothing worse when they are nonsense', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (chunks) => {
        const reader = new ChunkReader(1000);
        try {
          for (const got of chunks.flatMap((chunk) => reader.push(Buffer.from(chunk))))
            expect(got.payload.length).toBeLessThanOrEqual(1000);
        } catch (error) {
          expect(error).toBeInstanceOf(RtmpViolation);
        }
      }),
    );
  });
});
