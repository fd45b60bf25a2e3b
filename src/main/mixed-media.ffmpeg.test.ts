import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type ClipSpec,
  makeCodedClip,
  makeCorruptFile,
  makeTruncatedCopy,
  type PictureReading,
  readCodedStream,
} from '../../test-media/index.ts';
import type { AsRunRow, Import } from '../shared/contract/index.ts';
import { type Frames, firstFrameFrom, frames, milliseconds, parseFrameRate } from '../shared/time/index.ts';
import { killAllOn, RunningStation } from './testing/running-station.ts';
import { stockLibrary } from './testing/stock-library.ts';

const CHANNEL_RATE = parseFrameRate('25');

/** Five files as a station gets them: four rates, four sizes, one without sound. */
const CLIPS: Readonly<Record<string, ClipSpec>> = {
  'Twenty Five': { clipId: 1, frames: 100, rate: parseFrameRate('25'), width: 320, height: 180, audio: 'stereo' },
  'Film Rate': { clipId: 2, frames: 96, rate: parseFrameRate('24'), width: 640, height: 360, audio: 'mono' },
  'American Rate': {
    clipId: 3,
    frames: 120,
    rate: parseFrameRate('30000/1001'),
    width: 426,
    height: 240,
    audio: 'stereo',
    sampleRate: 44_100,
  },
  'Double Rate': { clipId: 4, frames: 200, rate: parseFrameRate('50'), width: 480, height: 360, audio: 'stereo' },
  'Without Sound': { clipId: 5, frames: 100, rate: parseFrameRate('25'), width: 320, height: 180, audio: 'none' },
};

let folder: string;
let media: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-mixed-'));
  media = mkdtempSync(join(tmpdir(), 'perpetua-media-'));
  mkdirSync(join(media, 'programmes'));
});
afterEach(() => {
  killAllOn(folder);
  rmSync(folder, { recursive: true, force: true });
  rmSync(media, { recursive: true, force: true });
});

async function makeMedia(): Promise<void> {
  const pathOf = (title: string) => join(media, 'programmes', `${title}.mp4`);
  for (const [title, clip] of Object.entries(CLIPS)) await makeCodedClip({ path: pathOf(title), ...clip });
  await makeCorruptFile(pathOf('Noise'), 60_000);
  await makeTruncatedCopy(pathOf('Twenty Five'), pathOf('Cut Short'), 0.6);
}

/** Waits until each of the films has aired whole at least once. @returns the rows so far */
async function airAll(station: RunningStation): Promise<readonly AsRunRow[]> {
  let rows: readonly AsRunRow[] = [];
  await station.until('through all films', async () => {
    rows = (await station.get<{ items: AsRunRow[] }>('/api/as-run')).items;
    const aired = new Set(rows.filter(({ outcome }) => outcome === 'aired').map(({ title }) => title));
    return Object.keys(CLIPS).every((title) => aired.has(title));
  });
  return rows;
}

/**
 * A copy of an HLS playlist that does not move on, kept as soon as it reaches up to a frame: a live one may lose its oldest segment before a
 * player has opened it. The segments of either stay for another window's length.
 */
async function keepPlaylist(station: RunningStation, end: Frames) {
  let text = '';
  let first = frames(0);
  await station.until('through the last row in the playlist', async () => {
    text = await (await fetch(station.addresses.hls)).text();
    first = firstFrameFrom(milliseconds(Date.parse(/#EXT-X-PROGRAM-DATE-TIME:(\S+)/.exec(text)?.[1] ?? '')), CHANNEL_RATE);
    const seconds = [...text.matchAll(/#EXTINF:([\d.]+)/g)].reduce((sum, [, length]) => sum + Number(length), 0);
    return first + Math.round(seconds * 25) >= end;
  });
  const path = join(folder, 'kept.m3u8');
  writeFileSync(path, `${text.replace(/^segment-.*$/gm, (name) => new URL(name, station.addresses.hls).href)}\n#EXT-X-ENDLIST\n`);
  return { path, first };
}

const standIns = ({ heldFrames, slatedFrames }: AsRunRow) => heldFrames + slatedFrames;

/** How many pictures of a row are not the ones that were due. @param seen what aired, from the row's first frame on */
function strays(row: AsRunRow, seen: readonly PictureReading[]): number {
  const pictures = seen.slice(0, row.durationFrames);
  const clip = CLIPS[row.title];
  if (clip === undefined) return pictures.filter(({ kind }) => kind === 'coded').length;
  const rate = clip.rate.num / clip.rate.den / 25;
  const due = firstFrameFrom(milliseconds(Date.parse(row.plannedStartsAt ?? row.startsAt)), CHANNEL_RATE);
  const isDue = (picture: PictureReading, index: number) =>
    picture.kind === 'coded' &&
    picture.clipId === clip.clipId &&
    // Of two pictures of another rate either may be the nearest.
    Math.abs(picture.frameNumber - (row.startFrame - due + index) * rate) < (rate === 1 ? 1 : 2);
  return pictures.filter((picture, index) => !isDue(picture, index)).length;
}

it('airs files of every rate, size and sound frame by frame as its log says, and refuses the damaged ones', async () => {
  await makeMedia();
  const importId = await stockLibrary(folder, media);
  const station = await RunningStation.onAir(folder, []);
  const rows = await airAll(station);
  const imported = await station.get<Import>(`/api/library/imports/${importId}`);
  const refused = Object.fromEntries(imported.failed.map(({ path, reason }) => [basename(path), reason]));
  expect(Object.keys(refused).sort()).toEqual(['Cut Short.mp4', 'Noise.mp4']);
  for (const reason of Object.values(refused)) expect(reason).toMatch(/^[A-Z].{20,}\.$/);

  const end = frames(Math.max(...rows.map(({ startFrame, durationFrames }) => startFrame + durationFrames)));
  const { path, first } = await keepPlaylist(station, end);
  const offered = rows.filter(({ startFrame }) => startFrame >= first);
  const clipRates = Object.fromEntries(Object.values(CLIPS).map(({ clipId, rate }) => [clipId, rate]));
  const report = await readCodedStream(path, {
    channel: { rate: CHANNEL_RATE, clipRates },
    inputArguments: ['-protocol_whitelist', 'file,http,tcp'],
    maxFrames: end - first,
  });

  expect(offered.length).toBeGreaterThanOrEqual(Object.keys(CLIPS).length);
  expect(report.frames).toHaveLength(end - first);
  // A machine that can't keep up holds the picture before, over a seam too, or shows the slate, and the log owns up to each one.
  for (const row of offered) expect(strays(row, report.frames.slice(row.startFrame - first)), row.title).toBeLessThanOrEqual(standIns(row));
  const held = offered.reduce((sum, { heldFrames }) => sum + heldFrames, 0);
  expect(report.repeats.length).toBeLessThanOrEqual(held);
  expect(report.jumps.length).toBeLessThanOrEqual(held);
  expect(report.timeBreaks).toEqual([]);
  expect(await station.end('SIGTERM')).toBe(0);
}, 300_000);
