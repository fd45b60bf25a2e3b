import { describe, expect, it } from 'vitest';
import { outputSchema } from '../../../../shared/engine-protocol/index.ts';
import { keepLog } from '../../hub/testing/keep-log.ts';
import { makeBursts } from '../../hub/testing/make-burst.ts';
import { startWebServer } from '../testing/test-web-server.ts';
import { type HlsPutSink, openHlsPutSink } from './hls-put-sink.ts';

const GOP = 50;
const log = keepLog();

async function open(url: string, fields: object = {}): Promise<HlsPutSink> {
  const output = outputSchema.parse({ id: 'web', name: 'Web', type: 'hls-put', url, segmentSeconds: 3, windowSegments: 3, ...fields });
  if (output.type !== 'hls-put') throw new Error('Not this kind');
  return openHlsPutSink(output, { rate: { num: 25, den: 1 }, keyFrameSeconds: 2, log });
}

const feed = (sink: HlsPutSink, from: number, to: number) => {
  for (const burst of makeBursts(from, to, GOP)) sink.receive(burst);
};

describe('HLS by HTTP PUT', () => {
  it('puts segments of whole key frame distances and a playlist of the name that the address has', async () => {
    const server = await startWebServer(0);
    const sink = await open(`http://127.0.0.1:${server.port}/up/channel.m3u8?cid=1`);
    feed(sink, 0, 301);
    await sink.close();
    expect([...server.files.keys()].sort()).toEqual([
      '/up/channel.m3u8?cid=1',
      '/up/segment-0-0.ts?cid=1',
      '/up/segment-1-100.ts?cid=1',
      '/up/segment-2-200.ts?cid=1',
      '/up/segment-3-300.ts?cid=1',
    ]);
    expect(server.files.get('/up/segment-1-100.ts?cid=1')?.length).toBe(100 * 188);
    const playlist = server.files.get('/up/channel.m3u8?cid=1')?.toString() ?? '';
    expect(playlist).toContain('#EXT-X-TARGETDURATION:4');
    expect(playlist.match(/segment-.*/g)).toEqual(['segment-1-100.ts', 'segment-2-200.ts', 'segment-3-300.ts']);
  });

  it('signs in with the user and password of the address, and shows neither', async () => {
    const server = await startWebServer(0);
    const sink = await open(`http://me:secret-word@127.0.0.1:${server.port}/channel.m3u8`);
    feed(sink, 0, 101);
    await expect.poll(() => sink.status().state).toBe('running');
    expect(sink.status().detail).toBe(`Sending to http://127.0.0.1:${server.port}/…`);
    await sink.close();
    expect(server.requests[0]).toBe(`PUT /segment-0-0.ts Basic ${Buffer.from('me:secret-word').toString('base64')} video/mp2t`);
    expect(log.lines.join('\n')).not.toContain('secret-word');
  });

  it.each([
    [403, 'The other side does not accept the key or the password.'],
    [404, 'The other side takes no files at this address.'],
    [507, 'The other side has no room.'],
    [500, 'The other side answers with error 500.'],
  ])('tells that the server answers %i', async (answer, detail) => {
    const server = await startWebServer(0);
    server.answer = answer;
    const sink = await open(`http://127.0.0.1:${server.port}/channel.m3u8`);
    feed(sink, 0, 101);
    await expect.poll(() => sink.status()).toMatchObject({ state: 'backing-off', detail });
    await sink.close();
  });

  it('keeps segments for a server that is away and puts them when it is back', async () => {
    const server = await startWebServer(0);
    const { port } = server;
    await server.close();
    const sink = await open(`http://127.0.0.1:${port}/channel.m3u8`);
    feed(sink, 0, 101);
    await expect.poll(() => sink.status()).toMatchObject({ state: 'backing-off', detail: 'Nobody takes connections at this address.' });
    const again = await startWebServer(port);
    feed(sink, 101, 201);
    await expect.poll(() => sink.status().state).toBe('running');
    await sink.close();
    expect([...again.files.keys()]).toContain('/segment-0-0.ts');
  });

  it('closes although a server never answers', async () => {
    const server = await startWebServer(0);
    server.answer = 0;
    const sink = await open(`http://127.0.0.1:${server.port}/channel.m3u8`);
    feed(sink, 0, 301);
    await sink.close();
    expect(sink.status().state).toBe('stopped');
  });
});
