import { join } from 'node:path';
import { type FrameRate, parseFrameRate } from '../src/shared/time/index.ts';
import { makeCodedClip, makeCorruptFile, makeTruncatedCopy } from '../test-media/index.ts';

type CodedClip = Parameters<typeof makeCodedClip>[0];

/** A clip that is aired, and how it is to be read again. */
export interface SoakClip {
  readonly clipId: number;
  readonly path: string;
  readonly rate: FrameRate;
  readonly hasSound: boolean;
  /** Every fifth frame is missing and the one before it is shown for longer. */
  readonly isVariable: boolean;
}

/** Files that a library must refuse and a rundown may name all the same. */
export interface BadFiles {
  readonly missing: string;
  readonly corrupt: string;
  readonly short: { readonly clip: SoakClip };
}

/** The length of each clip. */
export const CLIP_SECONDS = 8;

type Shape = Omit<CodedClip, 'path' | 'clipId' | 'frames' | 'rate'> & { readonly rate: string; readonly container: string };

/** What a library holds: rates, sizes, shapes of pixels, containers, codecs, sound, silence, portrait, interlaced, variable rate. */
const SHAPES: readonly Shape[] = [
  { rate: '25/1', container: 'mp4', width: 320, height: 180, audio: 'stereo' },
  { rate: '50/1', container: 'mp4', width: 480, height: 270, audio: 'stereo' },
  { rate: '24/1', container: 'mp4', width: 400, height: 300, audio: 'stereo' },
  { rate: '25/1', container: 'mkv', width: 180, height: 320, audio: 'none' },
  { rate: '30000/1001', container: 'mp4', width: 320, height: 180, audio: 'mono', sampleRate: 44_100 },
  { rate: '24000/1001', container: 'mp4', width: 320, height: 136, audio: 'stereo', sampleRate: 32_000 },
  { rate: '60/1', container: 'mp4', width: 320, height: 180, audio: '5.1', audioCodec: 'ac3' },
  {
    rate: '25/1',
    container: 'mkv',
    width: 352,
    height: 288,
    sar: '16:11',
    audio: 'stereo',
    audioCodec: 'pcm_s16le',
    videoCodec: 'mpeg2video',
  },
  { rate: '25/1', container: 'mp4', width: 320, height: 180, audio: 'stereo', variableRate: true },
  { rate: '25/1', container: 'mp4', width: 352, height: 288, sar: '12:11', audio: 'stereo', interlaced: true },
  { rate: '30/1', container: 'mp4', width: 180, height: 320, audio: 'stereo', rotation: 90 },
];

/** Makes the clips that a soak airs. */
export async function makeSoakClips(folder: string): Promise<readonly SoakClip[]> {
  const clips: SoakClip[] = [];
  for (const [index, { container, rate: text, ...shape }] of SHAPES.entries()) {
    const clipId = index + 1;
    const rate = parseFrameRate(text);
    const path = join(folder, `clip-${clipId}.${container}`);
    await makeCodedClip({ ...shape, path, clipId, rate, frames: Math.ceil((CLIP_SECONDS * rate.num) / rate.den) });
    clips.push({ clipId, path, rate, hasSound: shape.audio !== 'none', isVariable: shape.variableRate ?? false });
  }
  return clips;
}

/** Makes a file of noise and one that was broken off, and names one that is not there. */
export async function makeBadFiles(folder: string): Promise<BadFiles> {
  const rate = parseFrameRate('25/1');
  const whole = join(folder, 'whole.mkv');
  const clipId = SHAPES.length + 1;
  await makeCodedClip({ path: whole, clipId, rate, frames: CLIP_SECONDS * 25, width: 320, height: 180, audio: 'stereo' });
  const path = await makeTruncatedCopy(whole, join(folder, 'short.mkv'), 0.4);
  return {
    missing: join(folder, 'missing.mp4'),
    corrupt: await makeCorruptFile(join(folder, 'corrupt.mp4'), 50_000),
    short: { clip: { clipId, path, rate, hasSound: true, isVariable: false } },
  };
}
