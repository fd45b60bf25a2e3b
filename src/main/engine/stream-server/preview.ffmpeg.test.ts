import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameDueAt } from '../../../shared/time/index.ts';
import { runTool } from '../hub/testing/test-encoder.ts';
import { PacedChannel } from '../sinks/testing/paced-channel.ts';
import { ZERO_AT_HEADER } from './stream-responder.ts';
import { type RunningServer, startStreamServer } from './stream-server.ts';

let channel: PacedChannel;
let server: RunningServer;
let url: string;
beforeEach(async () => {
  channel = await PacedChannel.open();
  server = await startStreamServer({ dir: channel.dir, host: '127.0.0.1', port: 0, rate: channel.rate, log: channel.log });
  channel.hub.attach(server.preview);
  url = `http://127.0.0.1:${server.port}/preview.mp4`;
});
afterEach(async () => {
  await channel.remove();
  await server.close();
});

/** Watches until so many bytes came, and keeps them. */
async function watch(bytes: number, name: string): Promise<{ file: string; contentType: string | null; zeroAt: string | null }> {
  const abort = new AbortController();
  const response = await fetch(url, { signal: abort.signal });
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= bytes) break;
  }
  abort.abort();
  const file = join(channel.dir, name);
  await writeFile(file, Buffer.concat(chunks));
  return { file, contentType: response.headers.get('content-type'), zeroAt: response.headers.get(ZERO_AT_HEADER) };
}

const numbers = (text: string) => (text.match(/[\d.]+/g) ?? []).map(Number);
const timesOf = async (file: string, stream: 'v' | 'a') =>
  numbers(
    (await runTool('ffprobe', ['-v', 'quiet', '-select_streams', stream, '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', file]))
      .stdout,
  );

describe('the preview over HTTP', () => {
  it('gives several viewers every picture and the sound in step, from a key frame and time 0 on', async () => {
    const [first, second] = await Promise.all([watch(150_000, 'a.mp4'), watch(100_000, 'b.mp4')]);
    expect(first?.contentType).toMatch(/^video\/mp4; codecs="avc1\.[0-9a-f]{6},mp4a\.40\.2"$/);
    for (const { file, zeroAt } of [first, second]) {
      const [pictures, sounds] = [await timesOf(file, 'v'), await timesOf(file, 'a')];
      expect(pictures.length).toBeGreaterThan(30);
      const steps = pictures.slice(1, -4).map((time, index) => Math.round((time - (pictures[index] ?? 0)) * 1000));
      expect(new Set(steps)).toEqual(new Set([40]));
      // The first picture waits for those that are decoded ahead of it; the sound begins with the key frame.
      expect(pictures[0]).toBeLessThanOrEqual(0.08);
      expect(sounds[0]).toBeLessThan(0.2);
      // Key frames come once a second from the channel's first frame on.
      const firstShownAt = Date.parse(zeroAt ?? '') + (pictures[0] ?? 0) * 1000;
      expect((firstShownAt - frameDueAt(channel.firstFrame, channel.rate)) % 1000).toBe(0);
      const soundSteps = sounds.slice(1).map((time, index) => Math.round((time - (sounds[index] ?? 0)) * 48_000));
      expect(soundSteps.every((step) => Math.abs(step - 1024) <= 1)).toBe(true);
      expect(Math.abs((pictures.at(-1) ?? 0) - (sounds.at(-1) ?? 0))).toBeLessThan(0.5);
    }
    const { stderr } = await runTool('ffmpeg', ['-v', 'error', '-i', first.file, '-frames:v', '25', '-f', 'null', '-']);
    expect(stderr).toBe('');
  });

  it('plays in FFmpeg, and leaves others alone when a viewer falls asleep or hangs up', async () => {
    const asleep = connect(server.port, '127.0.0.1');
    asleep.pause();
    asleep.write('GET /preview.mp4 HTTP/1.1\r\nHost: station\r\n\r\n');
    const hangsUp = await fetch(url);
    await hangsUp.body?.cancel();
    const file = join(channel.dir, 'played.mp4');
    const played = await runTool('ffmpeg', ['-v', 'error', '-i', url, '-t', '3', '-c', 'copy', file]);
    expect(played).toMatchObject({ code: 0, stderr: '' });
    expect((await timesOf(file, 'v')).length).toBeGreaterThan(70);
    expect((await readFile(file)).length).toBeGreaterThan(10_000);
    asleep.destroy();
    const { aired, seenOverHls } = await channel.end();
    expect(seenOverHls).toBe(aired);
  });

  it('counts its viewers, and lets go of them when it closes', async () => {
    const watching = await fetch(url);
    expect(channel.statusOf('preview')).toBe('running: 1 watching.');
    const ended = (async () => {
      for await (const chunk of watching.body ?? []) if (chunk.length === 0) return;
    })();
    await channel.hub.detach('preview');
    await expect(ended).rejects.toThrow();
    expect((await fetch(url)).status).toBe(503);
  });

  it('answers what is no GET in due form', async () => {
    expect((await fetch(url, { method: 'OPTIONS' })).status).toBe(204);
    const posted = await fetch(url, { method: 'POST' });
    expect([posted.status, posted.headers.get('access-control-allow-origin')]).toEqual([405, '*']);
  });
});
