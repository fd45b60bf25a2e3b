import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { alarmSchema, metersSchema, statisticsSchema } from '../../shared/engine-protocol/index.ts';
import { decibels, firstFrameFrom, frames, milliseconds, parseFrameRate } from '../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../domain/playout/rundown.arbitrary.ts';
import { enginePaths } from './folder/engine-paths.ts';
import { isProcessAlive } from './folder/process-identity.ts';
import { LinkClient } from './testing/link-client.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const ENTRY = resolve(import.meta.dirname, 'engine.ts');
const RATE = parseFrameRate('25/1');
const CONFIG = {
  ...{ width: 160, height: 90, video: { preset: 'ultrafast', bitrateKbps: 200 }, hls: { segmentSeconds: 1 }, streamPort: 0, rtmpPort: 0 },
  ffmpegPath: process.env.FFMPEG_PATH || 'ffmpeg',
};

/** An engine that airs a black and silent clip. */
async function blackStation() {
  const folder = await temporaryFolder();
  const media = join(folder, 'black.mp4');
  await mkdir(enginePaths(folder).folder);
  await writeFile(enginePaths(folder).config, JSON.stringify(CONFIG));
  const inputs = ['-f', 'lavfi', '-i', 'color=black:s=160x90:r=25', '-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo', '-t', '60'];
  await promisify(execFile)(CONFIG.ffmpegPath, ['-v', 'error', ...inputs, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', media]);
  const engine = spawn(process.execPath, [ENTRY, '--dir', folder], { stdio: 'ignore' });
  onTestFinished(() => void engine.kill('SIGKILL'));
  await expect.poll(() => existsSync(enginePaths(folder).address)).toBe(true);
  const client = await LinkClient.to(enginePaths(folder).address);
  const source = { type: 'file' as const, path: media, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
  const first = firstFrameFrom(milliseconds(Date.now()), RATE);
  await client.call('load', { rundown: rundownOf(rundownItem('black', first, 1500, { source })), basedOnSeq: 0 });
  return { folder, engine, client };
}

it('an engine that airs black and silence raises both, until somebody orders the slate; it tells of levels and of every second', {
  timeout: 90_000,
}, async () => {
  const { folder, engine, client } = await blackStation();
  const raised = async () => (await client.call('status', {})).alarms.map(({ code }) => code);
  await expect.poll(raised).toEqual(expect.arrayContaining(['picture-black', 'sound-silent']));

  const { alarms } = await client.call('readAlarms', {});
  const black = alarms.find(({ code }) => code === 'picture-black');
  const { alarm } = await client.call('acknowledgeAlarm', { id: black?.id ?? '', by: 'anna' });
  expect(alarm.acknowledged?.by).toBe('anna');
  expect(await client.request('acknowledgeAlarm', { id: 'no-such', by: 'anna' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const events = (name: string): unknown[] => client.events.filter(({ event }) => event === name).map(({ data }) => data);
  expect(alarmSchema.array().parse(events('alarm')).length).toBeGreaterThan(1);
  expect(events('meters')).toEqual([]);
  await client.call('watchMeters', {});
  await expect.poll(() => events('meters').length).toBeGreaterThan(2);
  expect(metersSchema.array().parse(events('meters')).at(-1)?.rmsDbfs).toEqual([-120, -120]);

  const { records } = await client.call('readStatistics', { grain: 'seconds', from: milliseconds(0) });
  expect(
    statisticsSchema
      .array()
      .parse(records)
      .some(({ frames: made, bitrateKbps }) => made > 0 && bitrateKbps > 0),
  ).toBe(true);

  await client.call('panic', { cause: 'anna' });
  await expect.poll(raised).not.toEqual(expect.arrayContaining(['sound-silent']));
  const children: { pid: number }[] = JSON.parse(await readFile(enginePaths(folder).children, 'utf8'));
  engine.kill('SIGTERM');
  expect(await once(engine, 'exit')).toEqual([0, null]);
  expect(JSON.parse(await readFile(enginePaths(folder).alarms, 'utf8')).length).toBeGreaterThan(1);
  expect(children.filter(({ pid }) => isProcessAlive(pid))).toEqual([]);
});
