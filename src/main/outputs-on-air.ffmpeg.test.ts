import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Air, ChannelSetup, OutputList } from '../shared/contract/index.ts';
import { freePort } from './engine/sinks/testing/paced-channel.ts';
import { readReceived, startReceiver } from './engine/sinks/testing/test-receiver.ts';
import { killAllOn, RunningStation } from './testing/running-station.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-outputs-'));
});
afterEach(() => {
  killAllOn(folder);
  rmSync(folder, { recursive: true, force: true });
});

it('adds an output on air and takes it away, and changes the channel with and without a restart of the engine', {
  timeout: 240_000,
}, async () => {
  const station = await RunningStation.onAir(folder, []);
  const port = await freePort();
  const receiver = startReceiver(
    ['-listen', '1', '-f', 'flv', '-i', `rtmp://127.0.0.1:${port}/live/secret-key`],
    join(folder, 'pushed.ts'),
  );
  const push = { id: 'platform', name: 'Platform', type: 'rtmp', url: `rtmp://127.0.0.1:${port}/live`, key: 'secret-key' };
  const pushed = async () => (await station.get<OutputList>('/api/outputs')).items[0]?.health;

  await expect(station.put('/api/outputs', { outputs: [push, push] })).rejects.toThrow(/answered 400.*"field":"outputs\.1\.id"/s);
  await expect(station.put('/api/outputs', { outputs: [{ ...push, url: 'http://nowhere' }] })).rejects.toThrow(/"field":"outputs\.0\.url"/);
  const added = await station.put<OutputList>('/api/outputs', { outputs: [push] });
  expect(JSON.stringify(added)).not.toContain('secret-key');
  await station.until('sending', async () => (await pushed())?.state === 'running');
  // What was shown, sent back, is no change: the push goes on.
  await station.put('/api/outputs', { outputs: added.items.map(({ output }) => output), revision: added.revision });
  await expect(station.put('/api/outputs', { outputs: [], revision: added.revision })).rejects.toThrow(/answered 409.*"STALE_REVISION"/s);
  await station.until('sending on', async () => ((await pushed())?.bytesSent ?? 0) > 50_000);
  expect(JSON.parse(readFileSync(join(folder, 'station.json'), 'utf8')).outputs).toMatchObject([{ id: 'platform', key: 'secret-key' }]);
  // What was handed over may still be on its way.
  await station.until('received from a key frame on', async () => (await readReceived(receiver.file)).keyFirst);
  expect(await station.put('/api/outputs', { outputs: [] })).toMatchObject({ items: [] });

  const lighter = await station.put<ChannelSetup>('/api/channel', { video: { bitrateKbps: 200 }, hls: { windowSegments: 40 } });
  expect(lighter).toMatchObject({
    settings: {
      width: 320,
      video: { encoder: 'x264', preset: 'ultrafast', bitrateKbps: 200 },
      hls: { segmentSeconds: 1, windowSegments: 40 },
    },
    waiting: { forEngine: [], forStation: [] },
    hasRestarted: false,
  });
  const smaller = await station.put<ChannelSetup>('/api/channel', {
    ...{ width: 192, height: 108, name: 'Another' },
    hls: { format: 'fmp4', renditions: [{ height: 90, bitrateKbps: 80 }] },
  });
  expect(smaller.waiting).toEqual({ forEngine: ['width', 'height', 'hls.format', 'hls.renditions'], forStation: ['name'] });
  expect(smaller.encoders?.inUse).toBe('x264');
  expect(await hlsFile(station, 'index.m3u8')).not.toContain('EXT-X-DISCONTINUITY\n');
  expect(await station.put('/api/channel', { applyNow: true })).toMatchObject({ hasRestarted: true });
  const isBack = async () => {
    const { encoders, waiting } = await station.get<ChannelSetup>('/api/channel');
    return encoders !== null && waiting.forEngine.length === 0;
  };
  await station.until('back', isBack);
  await station.until('listed in both sizes', async () =>
    (await hlsFile(station, 'index.m3u8')).includes('RESOLUTION=192x108,FRAME-RATE=25.000\nmain.m3u8'),
  );
  await station.until('seen in the smaller size', async () => (await hlsFile(station, '90p/index.m3u8')).includes('.m4s'));
  expect(await station.end('SIGTERM')).toBe(0);
});

/** A file of the channel's HLS; empty when it is not there. With any free port the engine listens on another one after its restart. */
async function hlsFile(station: RunningStation, name: string): Promise<string> {
  const { addresses } = await station.get<Air>('/api/air');
  const response = addresses === null ? null : await fetch(new URL(name, addresses.hls));
  return response?.ok ? response.text() : '';
}
