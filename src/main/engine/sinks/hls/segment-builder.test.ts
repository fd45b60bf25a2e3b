import { describe, expect, it } from 'vitest';
import { type Frames, frames } from '../../../../shared/time/index.ts';
import type { Burst } from '../../hub/index.ts';
import { type FinishedSegment, SegmentBuilder } from './segment-builder.ts';

const FRAME_TICKS = 3600;

/** A burst at 25 a second whose one packet says what it is. Pictures are decoded two frames before they are shown. */
function burst(stream: Burst['stream'], frame: number, isKeyFrame = false): Burst {
  const pts = frame * FRAME_TICKS;
  const packets = [Buffer.from(`${stream === 'audio' ? 'a' : isKeyFrame ? 'K' : 'v'}${frame} `)];
  return { stream, packets, byteLength: 188, pts, dts: stream === 'video' ? pts - 2 * FRAME_TICKS : pts, frame: frames(frame), isKeyFrame };
}
const key = (frame: number) => burst('video', frame, true);
const picture = (frame: number) => burst('video', frame);
const sound = (frame: number) => burst('audio', frame);

const read = ({ pieces, startFrame, durationFrames }: FinishedSegment): readonly [string, Frames, Frames] => [
  Buffer.concat(pieces).toString().trim(),
  startFrame,
  durationFrames,
];

function build(bursts: readonly Burst[]) {
  const builder = new SegmentBuilder({ num: 25, den: 1 }, 1, 'ts');
  const during = bursts.map((one) => builder.push(one).map(read));
  return { during, atEnd: builder.end().map(read) };
}

describe('the segment builder', () => {
  it('gives a segment the sound that comes behind the key frame of the next but belongs before it', () => {
    const { during, atEnd } = build([key(4), sound(4), picture(5), key(6), sound(5), picture(7), sound(6)]);
    expect(during.slice(0, -1).flat()).toEqual([]);
    expect(during.at(-1)).toEqual([['K4 a4 v5 a5', 4, 2]]);
    expect(atEnd).toEqual([['K6 v7 a6', 6, 2]]);
  });

  it('waits for no sound where a segment had none', () => {
    expect(build([key(4), picture(5), key(6)]).during.at(-1)).toEqual([['K4 v5', 4, 2]]);
  });

  it('waits for sound that has stopped until half a second of pictures has passed, or a segment', () => {
    const { during } = build([key(0), sound(0), key(10), picture(22), picture(25)]);
    expect(during.map(({ length }) => length)).toEqual([0, 0, 0, 0, 1]);
    expect(build([key(0), sound(0), key(5), key(8)]).during.at(-1)?.[0]).toEqual(['K0 a0', 0, 5]);
  });

  it('ends with all that is open', () => {
    expect(build([key(0), sound(0), key(2), sound(1)]).atEnd).toEqual([
      ['K0 a0 a1', 0, 2],
      ['K2', 2, 1],
    ]);
  });
});
