import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RundownItem } from '../shared/engine-protocol/index.ts';
import { type Decibels, frames, milliseconds } from '../shared/time/index.ts';
import { judgeFile } from './application/library/judge-file.ts';
import { type Loudness, staticGain } from './domain/library/index.ts';
import { rundownItem, rundownOf } from './domain/playout/rundown.arbitrary.ts';
import { FIRST, runChannel } from './engine/testing/test-channel.ts';
import { FfmpegMediaProbe } from './infrastructure/ffmpeg/ffmpeg-media-probe.ts';
import { TEST_PROGRAMS } from './infrastructure/ffmpeg/imported-library.fixture.ts';
import { runFfmpeg } from './infrastructure/ffmpeg/tiny-media.ts';

/** Sounds as FFmpeg makes them, from a whisper to what no broadcaster would send. */
const SOUNDS: Readonly<Record<string, string>> = {
  'a tone': 'sine=f=997:r=48000:d=4,aformat=channel_layouts=stereo',
  'quiet noise': 'anoisesrc=c=pink:a=0.02:s=7:r=48000:d=4,aformat=channel_layouts=stereo',
  'loud noise at 44.1 kHz': 'anoisesrc=c=pink:a=0.6:s=3:r=44100:d=4,aformat=channel_layouts=stereo',
  'something like speech': 'anoisesrc=c=brown:a=0.5:s=5:r=48000:d=4,tremolo=f=3:d=0.9,aformat=channel_layouts=stereo',
  'a tone with long pauses': "aevalsrc='0.3*sin(2*PI*440*t)*lt(mod(t,2),0.7)|0.2*sin(2*PI*550*t)*lt(mod(t,2),0.7)':s=48000:d=6",
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-loudness-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function makeFilm(name: string, sound: string): string {
  const path = join(folder, `${name}.mkv`);
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=25:d=6', '-f', 'lavfi', '-i', sound, '-shortest'];
  runFfmpeg([...picture, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'pcm_s16le', path]);
  return path;
}

async function loudnessOf(path: string): Promise<Loudness> {
  const judged = await judgeFile(
    { probe: new FfmpegMediaProbe(TEST_PROGRAMS), stillLength: milliseconds(10_000) },
    path,
    new AbortController().signal,
  );
  if (!judged.ok || judged.value.media.loudness === null) throw new Error('There is no loudness of it');
  return judged.value.media.loudness;
}

/** FFmpeg's own report on a stretch of a file's sound: its integrated loudness and true peak. */
function ownReport(path: string, from = 0, seconds = 60): { readonly integrated: number; readonly peak: number } {
  const range = ['-ss', String(from), '-t', String(seconds)];
  const args = ['-nostdin', '-i', path, ...range, '-map', '0:a:0', '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'];
  const { stderr } = spawnSync(TEST_PROGRAMS.ffmpegPath, args, { encoding: 'utf8' });
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  return { integrated: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1]), peak: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1]) };
}

/** Both are told in whole tenths. */
const tenthsApart = (a: number, b: number) => Math.abs(Math.round(a * 10) - Math.round(b * 10));

describe('the loudness of an import', () => {
  it.each(Object.keys(SOUNDS))('is what FFmpeg reports, to 0.1 LU, for %s', async (name) => {
    const path = makeFilm(name, SOUNDS[name] ?? '');
    const measured = await loudnessOf(path);
    const reported = ownReport(path);
    expect(tenthsApart(measured.integratedLufs, reported.integrated)).toBeLessThanOrEqual(1);
    expect(tenthsApart(measured.truePeakDb, reported.peak)).toBeLessThanOrEqual(1);
  });
});

describe('the loudness on air', () => {
  /** Frames an item is on air, and what of it is measured: without the half second around a seam. */
  const LENGTH = 125;
  const SECONDS = { item: 5, margin: 0.5, measured: 4 } as const;

  function item(path: string, index: number, gainDb: Decibels): RundownItem {
    const source = { type: 'file' as const, path, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb };
    return rundownItem(`item-${index}`, FIRST + index * LENGTH, LENGTH, { source, startMode: 'follow' });
  }

  it('steps by 1 LU or less from a quiet programme to a loud spot and back, in the encoded stream', async () => {
    const programme = makeFilm('programme', 'anoisesrc=c=pink:a=0.05:s=1:r=48000:d=6,aformat=channel_layouts=stereo');
    const spot = makeFilm('spot', 'anoisesrc=c=white:a=0.9:s=2:r=48000:d=6,alimiter=limit=0.7,aformat=channel_layouts=stereo');
    const [quiet, loud] = [await loudnessOf(programme), await loudnessOf(spot)];
    expect(loud.integratedLufs - quiet.integratedLufs).toBeGreaterThan(15);
    const output = join(folder, 'air.ts');
    const items = [programme, spot, programme].map((path, index) => item(path, index, staticGain(path === spot ? loud : quiet)));
    await runChannel({ rundown: rundownOf(...items), length: 3 * LENGTH, output, config: { width: 160, height: 90 } });
    const aired = items.map((_, index) => ownReport(output, index * SECONDS.item + SECONDS.margin, SECONDS.measured).integrated);
    for (const level of aired) expect(level).toBeLessThan(-20);
    for (const [index, level] of aired.entries()) if (index > 0) expect(Math.abs(level - (aired[index - 1] ?? 0))).toBeLessThanOrEqual(1);
  });
});
