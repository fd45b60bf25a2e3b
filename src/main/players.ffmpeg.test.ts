import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { killAllOn, RunningStation } from './testing/running-station.ts';

const PICTURES = 50;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-players-'));
});
afterEach(() => {
  killAllOn(folder);
  rmSync(folder, { recursive: true, force: true });
});

/** What FFmpeg decodes of a stream, as any player would: where its pictures and its sound begin, counted in their own units. */
interface Played {
  readonly pictures: readonly number[];
  readonly sounds: readonly number[];
  /** Its complaints. */
  readonly said: string;
}

async function play(url: string): Promise<Played> {
  const streams = ['-map', '0:v:0', '-map', '0:a:0', '-frames:v', String(PICTURES), '-frames:a', String(PICTURES)];
  const args = ['-nostdin', '-v', 'error', '-i', url, ...streams, '-fps_mode', 'passthrough', '-f', 'framecrc', '-'];
  const { stdout, stderr } = await promisify(execFile)(process.env.FFMPEG_PATH ?? 'ffmpeg', args);
  const rows = stdout.split('\n').filter((line) => /^\d/.test(line));
  const startsOf = (stream: string) => rows.map((row) => row.split(',')).flatMap(([of, , pts]) => (of === stream ? [Number(pts)] : []));
  return { pictures: startsOf('0'), sounds: startsOf('1'), said: stderr };
}

it('hands players a playlist whose stream plays, under the name by which the guide tells of it', { timeout: 120_000 }, async () => {
  const station = await RunningStation.onAir(folder, []);
  const read = async (path: string) => (await fetch(`${station.addresses.api}${path}`)).text();
  const [head, info, url] = (await read('/channel.m3u')).split('\n');
  expect([head, url]).toEqual(['#EXTM3U', station.addresses.hls]);
  const channel = /tvg-id="([^"]+)"/.exec(info ?? '')?.[1];
  expect(await read('/guide.xml')).toContain(`<channel id="${channel}"><display-name>Test</display-name></channel>`);

  const { pictures, sounds, said } = await play(url ?? '');
  expect(said).toBe('');
  const [first = Number.NaN] = pictures;
  expect(pictures).toEqual(Array.from({ length: PICTURES }, (_, index) => first + index));
  expect(sounds).toHaveLength(PICTURES);
  expect(await station.end('SIGTERM')).toBe(0);
});
