import { type FrameRate, type Frames, frames } from '../src/shared/time/index.ts';
import { readCodedStream, type StreamReport } from '../test-media/index.ts';
import type { Tape } from './soak-run.ts';

type Reading = StreamReport['frames'][number];

/** What viewers got of the whole channel. */
export interface Watched {
  /** Every picture by the channel's frame on which it was shown. */
  readonly pictures: ReadonlyMap<Frames, Reading>;
  /** Frames that were shown twice, or at a time between two frames. */
  readonly misplaced: number;
  /** How late the sound of each flash is, and the clip that flashed. */
  readonly avOffsets: readonly { readonly clipId: number | null; readonly frame: Frames; readonly offsetMs: number }[];
  readonly soundHoles: number;
  /** The sharpest bend in the sound, as a share of full scale: a click at a seam is a sharp one. */
  readonly sharpestBend: number;
}

/** Decodes every tape, one after the other, and places each picture on the channel's grid by its timestamp. */
export async function readTapes(tapes: readonly Tape[], rate: FrameRate): Promise<Watched> {
  const pictures = new Map<Frames, Reading>();
  const avOffsets: { clipId: number | null; frame: Frames; offsetMs: number }[] = [];
  let [misplaced, soundHoles, sharpestBend] = [0, 0, 0];
  for (const { path, firstFrame, channelOf } of tapes) {
    const report = await readCodedStream(path, { channel: { rate } });
    const firstPtsMs = report.frames[0]?.ptsMs ?? 0;
    for (const picture of report.frames) {
      const exact = ((picture.ptsMs - firstPtsMs) * rate.num) / (rate.den * 1000);
      const frame = channelOf(frames(firstFrame + Math.round(exact)));
      if (pictures.has(frame) || Math.abs(exact - Math.round(exact)) > 0.1) misplaced += 1;
      pictures.set(frame, picture);
    }
    for (const { flashMs, offsetMs } of report.sync.pairs) {
      const frame = channelOf(frames(firstFrame + Math.round(((flashMs - firstPtsMs) * rate.num) / (rate.den * 1000))));
      const picture = pictures.get(frame);
      avOffsets.push({ clipId: picture?.kind === 'coded' ? picture.clipId : null, frame, offsetMs });
    }
    soundHoles += report.sound?.holes.length ?? 0;
    sharpestBend = Math.max(sharpestBend, report.sound?.sharpestBend ?? 0);
  }
  return { pictures, misplaced, avOffsets, soundHoles, sharpestBend };
}
