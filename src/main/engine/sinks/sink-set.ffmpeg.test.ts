import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outputsSchema } from '../../../shared/engine-protocol/index.ts';
import { SinkSet } from './sink-set.ts';
import { freePort, PacedChannel } from './testing/paced-channel.ts';
import { readReceived, startReceiver } from './testing/test-receiver.ts';
import { startWebServer } from './testing/test-web-server.ts';

let channel: PacedChannel;
let set: SinkSet;
beforeEach(async () => {
  channel = await PacedChannel.open();
  const { hub, rate } = channel;
  set = new SinkSet({ ...channel.tools, hub, rate, keyFrameSeconds: 1, recordingsFolder: join(channel.dir, 'recordings') });
});
afterEach(async () => {
  await set.close();
  await channel.remove();
  expect(channel.children.pids.size).toBe(0);
});

const becomes = (id: string, words: RegExp) =>
  vi.waitFor(() => expect(channel.statusOf(id)).toMatch(words), { timeout: 60_000, interval: 50 });

describe('the outputs of a channel on air', () => {
  it('come, change and go without touching one another', async () => {
    const [rtmpPort, udpPort, otherPort] = [await freePort(), await freePort(), await freePort()];
    const web = await startWebServer(0);
    const rtmp = startReceiver(['-listen', '1', '-f', 'flv', '-i', `rtmp://127.0.0.1:${rtmpPort}/live/key`], join(channel.dir, 'rtmp.ts'));
    const udp = startReceiver(['-i', `udp://127.0.0.1:${otherPort}`], join(channel.dir, 'udp.ts'));
    const wanted = [
      { id: 'rtmp-1', name: 'Platform', type: 'rtmp', url: `rtmp://127.0.0.1:${rtmpPort}/live/key` },
      { id: 'udp-1', name: 'Hall', type: 'udp', url: `udp://127.0.0.1:${udpPort}` },
      { id: 'web-1', name: 'Web', type: 'hls-put', url: `http://127.0.0.1:${web.port}/channel.m3u8`, segmentSeconds: 1 },
      { id: 'log', name: 'Log', type: 'recorder', leastFreeGigabytes: 0 },
      { id: 'gone', name: 'Gone', type: 'rtmp', url: `rtmp://127.0.0.1:${await freePort()}/live/key` },
      { id: 'off', name: 'Off', type: 'udp', url: 'udp://127.0.0.1:9', enabled: false },
    ];
    await set.apply(outputsSchema.parse(wanted));
    for (const id of ['rtmp-1', 'udp-1', 'web-1', 'log']) await becomes(id, /^running/);
    await becomes('gone', /^backing-off/);
    expect(channel.statusOf('off')).toBe('');
    const [, ...others] = wanted.slice(0, 4);
    const [hall, ...rest] = others;
    await set.apply(outputsSchema.parse([wanted[0], { ...hall, url: `udp://127.0.0.1:${otherPort}` }, ...rest]));
    expect(channel.statusOf('gone')).toBe('');
    await becomes('udp-1', new RegExp(`^running: Sending to udp://127.0.0.1:${otherPort}`));
    for (const { file } of [udp, rtmp])
      await vi.waitFor(async () => expect((await readReceived(file)).pictures).toBeGreaterThan(25), { timeout: 60_000, interval: 500 });
    const putSegments = () => [...web.files.keys()].filter((name) => name.endsWith('.ts')).length;
    await expect.poll(putSegments).toBeGreaterThan(2);
    await set.apply([]);
    expect(channel.hub.statuses().map(({ id }) => id)).toEqual(['witness', 'hls']);
    const received = await readReceived(rtmp.file);
    expect(received).toMatchObject({ keyFirst: true, complaints: '' });
    expect(await readdir(join(channel.dir, 'recordings', 'log'))).toEqual([expect.stringMatching(/^log-\d{8}T\d{6}\.\d{3}Z\.ts$/)]);
    const { aired, seenOverHls } = await channel.end();
    expect(seenOverHls).toBe(aired);
  });

  it('do nothing any more once they are closed', async () => {
    await set.close();
    await set.apply(outputsSchema.parse([{ id: 'log', name: 'Log', type: 'recorder' }]));
    expect(channel.statusOf('log')).toBe('');
  });
});
