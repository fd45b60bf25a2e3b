import { execFile } from 'node:child_process';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decibels, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { drainProducer } from '../testing/drain-producer.ts';
import { decoderTools, LivingChildren } from '../testing/engine-parts.ts';
import { tagOrientation } from '../testing/tag-orientation.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { TONE_MAPPERS } from './decoder-arguments.ts';
import { FileProducer } from './file-producer.ts';
import { FilterList } from './filter-list.ts';
import type { Producer } from './producer.ts';
import { StillProducer } from './still-producer.ts';

const RATE = parseFrameRate('25/1');
const FORMAT = { width: 160, height: 90, rate: RATE };
const FFMPEG = process.env.FFMPEG_PATH ?? 'ffmpeg';
/** A green that no two of the usual matrices and ranges agree on. */
const GREEN = 'color=c=0x3A9F35:s=160x90:r=25:d=0.32';
const TONE = 'sine=frequency=440:sample_rate=48000:duration=0.32';

const children = new LivingChildren();
const tools = decoderTools(FORMAT, children);
const canToneMap = await new FilterList(FFMPEG, children).has(TONE_MAPPERS);

/** Makes a file with FFmpeg. @returns its path. */
async function make(name: string, ...args: readonly string[]): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await promisify(execFile)(FFMPEG, ['-v', 'error', '-y', ...args, path]);
  return path;
}

function lavfi(...graphs: readonly string[]): readonly string[] {
  return graphs.flatMap((graph) => ['-f', 'lavfi', '-i', graph]);
}

function partOf(path: string, length: number, change: { hasPicture?: boolean; hasSound?: boolean; gain?: number } = {}) {
  const { hasPicture = true, hasSound = true, gain = 0 } = change;
  const source = { type: 'file' as const, path, inFrame: frames(0), hasPicture, hasSound, gainDb: decibels(gain) };
  return { source, lengthFrames: frames(length) };
}

/** The Y, Cb and Cr in the middle of a producer's first picture. */
async function colourOf(producer: Producer): Promise<readonly number[]> {
  while (producer.picturesFrom(0) === 0 && !producer.isSpentAt(0)) await producer.changed();
  const bytes = producer.pictureAt(0)?.bytes;
  const { width, height } = FORMAT;
  const chroma = (width * height) / 4;
  const middle = (height / 2) * (width / 2) * 0.5 + width / 4;
  const at = [(height / 2) * width + width / 2, width * height + middle, width * height + chroma + middle];
  const colour = at.map((place) => bytes?.[Math.floor(place)] ?? -1);
  await producer.close();
  return colour;
}

/** The shape of a producer's first picture, and its quarter that is white. */
async function whereIsWhite(producer: Producer): Promise<string> {
  while (producer.picturesFrom(0) === 0 && !producer.isSpentAt(0)) await producer.changed();
  const bytes = producer.pictureAt(0)?.bytes;
  const lumaAt = (x: number, y: number): number => bytes?.[y * FORMAT.width + x] ?? -1;
  const isWhite = (down: number, right: number): boolean => lumaAt(80 + right * 12, 45 + down * 20) > 200;
  const places = { 'top left': [-1, -1], 'top right': [-1, 1], 'bottom right': [1, 1], 'bottom left': [1, -1] } as const;
  const white = Object.entries(places).flatMap(([words, [down, right]]) => (isWhite(down, right) ? [words] : []));
  const shape = lumaAt(20, 45) > 40 ? 'landscape' : 'portrait';
  await producer.close();
  return `${shape}, ${white.join(' and ')}`;
}

/** All that a file of eight pictures has, once it is all there: sound that comes late would be silence. */
async function drainWhole(path: string, gain = 0, audioLanguage: string | null = null) {
  const producer = new FileProducer(partOf(path, 100, { gain }), { ...tools, openings: new Map(), audioLanguage });
  while (producer.failure?.reason !== 'media-short') await producer.changed();
  const all = await drainProducer(producer, RATE, 1000);
  await producer.close();
  return all;
}

async function drain(part: ReturnType<typeof partOf>) {
  const producer = new FileProducer(part, tools);
  const all = await drainProducer(producer, RATE, 1000);
  await producer.close();
  return all;
}

/** The root mean square of some frames of one channel of sound, as a share of full scale. */
function level(sound: Buffer, channel: 0 | 1, from: number, to: number): number {
  let sum = 0;
  for (let sample = from * 1920; sample < to * 1920; sample++) sum += (sound.readInt16LE(sample * 4 + channel * 2) / 32_768) ** 2;
  return Math.sqrt(sum / ((to - from) * 1920));
}

/** 0x3A9F35 in BT.709 at video levels. */
const AIRED_GREEN = [127, 92, 88];

function expectGreen(colour: readonly number[]): void {
  for (const [index, value] of colour.entries()) expect(Math.abs(value - (AIRED_GREEN[index] ?? 0)), `${colour}`).toBeLessThanOrEqual(3);
}

describe('pictures of any kind', () => {
  it.each([
    ['4:2:0 of 8 bits', 'yuv420p', 'bt709', 'tv'],
    ['4:2:2', 'yuv422p', 'bt709', 'tv'],
    ['4:4:4', 'yuv444p', 'bt709', 'tv'],
    ['10 bits', 'yuv420p10le', 'bt709', 'tv'],
    ['4:2:2 of 10 bits', 'yuv422p10le', 'bt709', 'tv'],
    ['full range', 'yuv420p', 'bt709', 'pc'],
    ['BT.601', 'yuv420p', 'smpte170m', 'tv'],
    ['full range of BT.601', 'yuv420p', 'bt470bg', 'pc'],
    ['BT.2020', 'yuv420p10le', 'bt2020nc', 'tv'],
  ])('air %s in the channel colours', async (_, pixels, matrix, range) => {
    const scaled = matrix === 'bt2020nc' ? 'bt2020' : matrix === 'bt470bg' ? 'bt470' : matrix;
    const convert = `format=gbrp,scale=out_color_matrix=${scaled}:out_range=${range},format=${pixels}`;
    const tags = ['-colorspace', matrix, '-color_range', range, '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '4'];
    const path = await make('green.mkv', ...lavfi(GREEN), '-vf', convert, ...tags);
    expectGreen(await colourOf(new FileProducer(partOf(path, 5, { hasSound: false }), tools)));
  });

  it('air RGB in the channel colours', async () => {
    const path = await make('green.mkv', ...lavfi(GREEN), '-c:v', 'libx264rgb', '-preset', 'ultrafast', '-qp', '4');
    expectGreen(await colourOf(new FileProducer(partOf(path, 5, { hasSound: false }), tools)));
  });

  it.each(['still.png', 'still.jpg', 'still 100%d.png'])('air %s for as long as its item lasts', async (name) => {
    const made = await make(`made${extname(name)}`, ...lavfi(GREEN), '-vf', 'format=rgb24', '-frames:v', '1', '-q:v', '1');
    const path = join(dirname(made), name);
    await rename(made, path);
    const part = partOf(path, 70, { hasSound: false });
    expectGreen(await colourOf(new StillProducer(part, tools)));
    const producer = new StillProducer(part, tools);
    const { pictures } = await drainProducer(producer, RATE, 1000);
    await producer.close();
    expect([pictures.length, new Set(pictures).size]).toEqual([70, 1]);
  });

  it('airs a photograph upright, in every way that a camera can be held', async () => {
    const corner = 'drawbox=x=0:y=0:w=80:h=45:color=white:t=fill';
    const plain = await readFile(await make('plain.jpg', ...lavfi(`color=c=gray:s=160x90,${corner}`), '-frames:v', '1', '-q:v', '1'));
    const folder = await temporaryFolder();
    const seen: string[] = [];
    // Upright, upside down, and on either side.
    for (const orientation of [1, 3, 6, 8]) {
      const path = join(folder, `${orientation}.jpg`);
      await writeFile(path, tagOrientation(plain, orientation));
      seen.push(await whereIsWhite(new StillProducer(partOf(path, 5, { hasSound: false }), tools)));
    }
    expect(seen).toEqual(['landscape, top left', 'landscape, bottom right', 'portrait, top right', 'portrait, bottom left']);
  });

  it.skipIf(!canToneMap)(
    'air the white of high dynamic range brighter than its code values would be (needs zscale and tonemap)',
    async () => {
      // 100 cd/m2 in PQ is half of its scale: shown as it is, white would be a middle grey of 127.
      const grey = 'color=c=0x818181:s=160x90:r=25:d=0.32,format=gbrp';
      const tags = ['-color_primaries', 'bt2020', '-color_trc', 'smpte2084', '-colorspace', 'bt2020nc', '-color_range', 'tv'];
      const convert = 'scale=out_color_matrix=bt2020:out_range=tv,format=yuv420p10le';
      const path = await make('hdr.mkv', ...lavfi(grey), '-vf', convert, ...tags, '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '4');
      const [luma = 0, cb, cr] = await colourOf(new FileProducer(partOf(path, 5, { hasSound: false }), tools));
      expect(luma).toBeGreaterThan(145);
      expect(luma).toBeLessThanOrEqual(235);
      expect([cb, cr]).toEqual([128, 128]);
    },
  );
});

describe('sound of any kind', () => {
  it.each(['mono', 'stereo', '2.1', 'quad', '5.0', '5.1', '6.1', '7.1'])('airs %s on both channels, whole', async (layout) => {
    const sound = ['-af', `aformat=channel_layouts=mono,pan=${layout}|${channelsOf(layout)}`, '-c:a', 'pcm_s16le', '-c:v', 'mpeg4'];
    const path = await make('tone.mkv', ...lavfi(GREEN, TONE), ...sound);
    const { pictures, sound: heard } = await drainWhole(path);
    expect(pictures).toHaveLength(8);
    for (const channel of [0, 1] as const) {
      expect(level(heard, channel, 1, 7)).toBeGreaterThan(0.03);
      expect(level(heard, channel, 1, 7)).toBeLessThan(0.6);
    }
  });

  it('airs the track that is marked as the usual one, and rather the one in the language of the station', async () => {
    const tracks = ['-map', '0:v', '-map', '2:a', '-map', '1:a', '-disposition:a:0', '0', '-disposition:a:1', 'default'];
    const languages = ['-metadata:s:a:0', 'language=fre', '-metadata:s:a:1', 'language=eng'];
    const sounds = lavfi(GREEN, TONE, 'anullsrc=r=48000:cl=mono:d=0.32');
    const path = await make('two.mkv', ...sounds, ...tracks, ...languages, '-c:v', 'mpeg4', '-c:a', 'flac');
    expect(level((await drainWhole(path)).sound, 0, 1, 7)).toBeGreaterThan(0.03);
    expect(level((await drainWhole(path, 0, 'fra')).sound, 0, 1, 7)).toBe(0);
  });

  it('is silent where sound is shorter than its picture, and no longer than it', async () => {
    const codecs = ['-c:v', 'mpeg4', '-c:a', 'pcm_s16le'];
    const short = await make('short.mkv', ...lavfi(GREEN, 'sine=frequency=440:sample_rate=48000:duration=0.2'), ...codecs);
    const heard = await drainWhole(short);
    expect(heard.pictures).toHaveLength(8);
    expect(level(heard.sound, 0, 1, 4)).toBeGreaterThan(0.03);
    expect(level(heard.sound, 0, 6, 8)).toBe(0);
    const long = await make('long.mkv', ...lavfi(GREEN, 'sine=frequency=440:sample_rate=48000:duration=2'), ...codecs);
    expect((await drain(partOf(long, 100))).pictures).toHaveLength(8);
  });

  it('airs sound without a picture under a card, cover art or not', async () => {
    const cover = ['-map', '0:a', '-map', '1:v', '-frames:v', '1', '-c:v', 'png', '-disposition:v', 'attached_pic'];
    const path = await make('song.mp3', ...lavfi(TONE, GREEN), ...cover);
    const { pictures, sound } = await drain(partOf(path, 7, { hasPicture: false }));
    expect([pictures.length, new Set(pictures).size]).toEqual([7, 1]);
    expect(level(sound, 1, 2, 7)).toBeGreaterThan(0.03);
  });

  it('is turned down by the gain of its item', async () => {
    const path = await make('tone.mkv', ...lavfi(GREEN, TONE), '-c:v', 'mpeg4', '-c:a', 'pcm_s16le');
    const [plain, quiet] = [await drainWhole(path), await drainWhole(path, -6.02)];
    expect(level(quiet.sound, 0, 1, 7) / level(plain.sound, 0, 1, 7)).toBeCloseTo(0.5, 2);
  });
});

/** The same tone on every channel of a layout. */
function channelsOf(layout: string): string {
  const counts: Readonly<Record<string, number>> = { mono: 1, stereo: 2, '2.1': 3, quad: 4, '5.0': 5, '5.1': 6, '6.1': 7, '7.1': 8 };
  return Array.from({ length: counts[layout] ?? 0 }, (_, channel) => `c${channel}=c0`).join('|');
}
