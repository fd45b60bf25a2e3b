import { expect, it } from 'vitest';
import { frames } from '../../../../shared/time/index.ts';
import { type Burst, type Sink, StreamHub } from '../../hub/index.ts';
import { encodeTestStream } from '../../hub/testing/test-encoder.ts';
import { silentLog } from '../../testing/engine-parts.ts';
import { PreviewSink } from './preview-sink.ts';

const RATE = { num: 25, den: 1 };
const PACKET_BYTES = 188;
/** Where a fragment's bytes say which track it is of: in tfhd, behind moof, mfhd and traf. */
const TRACK_AT = 44;
const VIDEO_TRACK = 1;

const isPicture = (bytes: Buffer) => bytes.toString('latin1', 4, 8) === 'moof' && bytes.readUInt32BE(TRACK_AT) === VIDEO_TRACK;

it('hands every picture on before the next one comes: monitors are no later than the encoder', async () => {
  const preview = new PreviewSink(RATE);
  let pictures = 0;
  const handed: number[] = [];
  /** Stands behind the preview, and so sees after each picture what has become of it. */
  const onlooker: Sink = {
    ...{ id: 'onlooker', type: 'preview' },
    receive: ({ stream }: Burst) => void (stream === 'video' && handed.push(pictures)),
    restart: () => undefined,
    status: () => ({ id: 'onlooker', type: 'preview', state: 'running', detail: '', bytesSent: 0, waitingBytes: 0 }),
    close: () => Promise.resolve(),
  };
  const hub = new StreamHub({ rate: RATE, epochFrame: frames(2_000_000_000), epochPtsSeconds: 10, log: silentLog });
  hub.attach(preview);
  hub.attach(onlooker);
  const stream = await encodeTestStream({ rate: RATE, gopFrames: 25, frameCount: 75, ptsSeconds: 10, isPaced: false });
  const half = Math.floor(stream.length / 2 / PACKET_BYTES) * PACKET_BYTES;
  hub.write(stream.subarray(0, half));
  const write = (bytes: Buffer) => {
    if (isPicture(bytes)) pictures += 1;
    return true;
  };
  preview.join({ begin: () => undefined, write, onRoom: () => undefined, cut: () => undefined });
  const before = pictures;
  handed.length = 0;
  hub.write(stream.subarray(half));
  await hub.close();
  expect(before).toBeGreaterThan(0);
  expect(handed.length).toBeGreaterThan(20);
  expect(handed).toEqual(handed.map((_, index) => before + 1 + index));
});
