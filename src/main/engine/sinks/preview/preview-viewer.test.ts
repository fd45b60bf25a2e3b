import { describe, expect, it } from 'vitest';
import { frameDueAt, frames, type Milliseconds, parseFrameRate } from '../../../../shared/time/index.ts';
import { type Fragment, writePictureFragment, writeSoundFragment } from './fragment.ts';
import type { PreviewFormat } from './preview-format.ts';
import { PreviewViewer, type ViewerLink } from './preview-viewer.ts';

const FORMAT: PreviewFormat = {
  ...{ contentType: 'video/mp4', initialSegment: Buffer.from('initial') },
  stream: { codecs: 'avc1.64001f,mp4a.40.2', width: 320, height: 180 },
};
const RATE = parseFrameRate('25/1');
const FIRST_FRAME = 70_000_000;
const GOP = 50;
const TICKS = 3600;
const FIRST_TICKS = 9_000_000;
const TIME_AT = 60;

/** A link that takes as much as a test lets it. */
class TestLink implements ViewerLink {
  readonly written: Buffer[] = [];
  isOpen = true;
  wasCut = false;
  #listener: () => void = () => undefined;
  zeroAt: Milliseconds | null = null;
  begin(contentType: string, zeroAt: Milliseconds): void {
    this.zeroAt = zeroAt;
    this.written.push(Buffer.from(contentType));
  }
  write(bytes: Buffer): boolean {
    this.written.push(bytes);
    return this.isOpen;
  }
  onRoom(listener: () => void): void {
    this.#listener = listener;
  }
  cut(): void {
    this.wasCut = true;
  }
  giveRoom(): void {
    this.isOpen = true;
    this.#listener();
  }
  /** The times of the fragments that were written, in ticks of their tracks. */
  times(): readonly number[] {
    return this.written.slice(2).map((bytes) => Number(bytes.readBigUInt64BE(TIME_AT)));
  }
}

/** Pictures wait two frames for those that are decoded ahead of them. */
const SHOWN_AFTER = 2 * TICKS;

const picture = (frame: number, step = 0): Fragment => {
  const isKeyFrame = frame % GOP === 0;
  const bytes = writePictureFragment({ data: Buffer.alloc(10), duration: TICKS, compositionOffset: SHOWN_AFTER, isKeyFrame });
  const onAir = frames(FIRST_FRAME + frame + step);
  return {
    track: 'video',
    decodeTime: FIRST_TICKS + frame * TICKS,
    timescale: 90_000,
    frame: onAir,
    shownAfter: SHOWN_AFTER,
    isKeyFrame,
    bytes,
  };
};
const sound = (decodeTime: number): Fragment => ({
  ...{ track: 'audio', decodeTime, timescale: 48_000, frame: frames(FIRST_FRAME), shownAfter: 0, isKeyFrame: false },
  bytes: writeSoundFragment([Buffer.alloc(5)]),
});
const feed = (viewer: PreviewViewer, from: number, to: number) => {
  for (let frame = from; frame < to; frame += 1) viewer.push(picture(frame), FORMAT);
};

describe('a viewer of the preview', () => {
  it('begins with a key frame, at time 0, and leaves out sound from before', () => {
    const link = new TestLink();
    const viewer = new PreviewViewer(link, RATE);
    feed(viewer, 48, 52);
    const beginSamples = ((FIRST_TICKS + 50 * TICKS) * 48_000) / 90_000;
    viewer.push(sound(beginSamples - 1024), FORMAT);
    viewer.push(sound(beginSamples + 1024), FORMAT);
    expect(link.written.slice(0, 2).map(String)).toEqual(['video/mp4', 'initial']);
    expect(link.times()).toEqual([0, TICKS, 1024]);
  });

  it('gets everything late, when it was busy for less than a second', () => {
    const link = new TestLink();
    const viewer = new PreviewViewer(link, RATE);
    feed(viewer, 0, 30);
    link.isOpen = false;
    feed(viewer, 30, 55);
    link.giveRoom();
    expect(link.times()).toEqual(Array.from({ length: 55 }, (_, frame) => frame * TICKS));
  });

  it('goes on with the newest key frame when it fell behind', () => {
    const link = new TestLink();
    const viewer = new PreviewViewer(link, RATE);
    feed(viewer, 0, 10);
    link.isOpen = false;
    feed(viewer, 10, 205);
    link.giveRoom();
    const frames = link.times().map((time) => time / TICKS);
    expect(frames).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 200, 201, 202, 203, 204]);
    expect(link.wasCut).toBe(false);
  });

  it('loses its connection when it takes nothing while five key frames pass', () => {
    const link = new TestLink();
    const viewer = new PreviewViewer(link, RATE);
    link.isOpen = false;
    feed(viewer, 0, 5 * GOP);
    expect(link.wasCut).toBe(false);
    feed(viewer, 5 * GOP, 5 * GOP + 1);
    expect(link.wasCut).toBe(true);
  });

  it('is told when time 0 was on air, so that it can tell its delay', () => {
    const link = new TestLink();
    feed(new PreviewViewer(link, RATE), 48, 52);
    expect(link.zeroAt).toBe(frameDueAt(frames(FIRST_FRAME + 50), RATE) - 80);
  });

  it('loses its connection when the clock was set, so that it asks again and tells its delay by the new one', () => {
    const link = new TestLink();
    const viewer = new PreviewViewer(link, RATE);
    feed(viewer, 0, 2 * GOP);
    viewer.push(picture(2 * GOP, 20), FORMAT);
    expect(link.wasCut).toBe(false);
    viewer.push(picture(3 * GOP, 90_000), FORMAT);
    expect(link.wasCut).toBe(true);
  });

  it('loses its connection when the stream is no longer what it was told', () => {
    const link = new TestLink();
    const viewer = new PreviewViewer(link, RATE);
    feed(viewer, 0, 10);
    viewer.push(picture(10), { ...FORMAT });
    expect(link.wasCut).toBe(true);
  });
});
