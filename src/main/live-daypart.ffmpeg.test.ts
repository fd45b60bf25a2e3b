import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Air, AsRunRow, Plan, PlaylogItem } from '../shared/contract/index.ts';
import { killAllOn, processesOn, RunningStation } from './testing/running-station.ts';

const STUDIO = { id: 'studio', name: 'Studio', type: 'rtmp-publish', key: 'studio-key', stableAfterSeconds: 1 };
const SETTINGS = {
  channel: { name: 'Test', width: 160, height: 90, rate: '25/1' },
  encoding: { video: { preset: 'ultrafast', bitrateKbps: 300 } },
  schedule: { lockWindowSeconds: 5 },
  inputs: [STUDIO],
};
const EVERY_DAY = { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-live-daypart-'));
  writeFileSync(join(folder, 'station.json'), JSON.stringify(SETTINGS));
});
afterEach(() => {
  killAllOn(folder);
  rmSync(folder, { recursive: true, force: true });
});

/** Publishes a moving picture with a tone until the test is over. */
function publishTo(address: string): void {
  const sources = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25', '-f', 'lavfi', '-i', 'sine=r=48000'];
  const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25', '-c:a', 'aac', '-f', 'flv', address];
  const child = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-v', 'error', '-re', ...sources, ...coded], { stdio: 'ignore' });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  });
}

it('airs a live input because the plan names it, tells of it in guide and log, and leaves it for the slate when it is removed', async () => {
  const station = await RunningStation.onAir(folder, []);
  const shows = (title: string, picture: string) =>
    station.until(`showing ${title} (${picture})`, async () => {
      const { status } = await station.get<Air>('/api/air');
      return status?.onAir?.item?.title === title && status.onAir.picture === picture;
    });
  publishTo(station.addresses.rtmp.replace(/[^/]+$/, STUDIO.key));
  const { revision: _, ...plan } = await station.get<Plan & { revision: number }>('/api/schedule/plan');
  const live = (inputId: string) => {
    const daypart = { id: 'council', name: 'Council', when: EVERY_DAY, from: '06:00', to: '06:00', selection: { type: 'live', inputId } };
    return station.put('/api/schedule/plan', { ...plan, dayparts: [daypart] });
  };
  await expect(live('nobody')).rejects.toThrow('dayparts.0.selection.inputId');
  await live('studio');
  const planned = (await station.get<{ items: PlaylogItem[] }>('/api/playlog')).items.filter(({ inputId }) => inputId === 'studio');
  expect(planned.length).toBeGreaterThan(0);
  expect(await (await fetch(`${station.addresses.api}/guide.xml`)).text()).toContain('<title>Studio</title>');
  await shows('Studio', 'item');

  await station.put('/api/inputs', { inputs: [] });
  await shows('Slate', 'item');
  await station.until('logging it', async () => {
    const { items } = await station.get<{ items: AsRunRow[] }>('/api/as-run');
    return items.some(({ title, kind, assetId }) => title === 'Studio' && kind === 'programme' && assetId === null);
  });
  expect((await station.get<{ items: PlaylogItem[] }>('/api/playlog')).items.filter(({ inputId }) => inputId === 'studio')).toEqual([]);
  expect(await station.end('SIGTERM')).toBe(0);
  await expect.poll(() => processesOn(folder)).toEqual([]);
}, 180_000);
