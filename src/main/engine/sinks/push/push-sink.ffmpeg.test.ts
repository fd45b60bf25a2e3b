import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outputSchema } from '../../../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../../../shared/time/index.ts';
import { startRtmpServer } from '../../stream-server/index.ts';
import { freePort, PacedChannel } from '../testing/paced-channel.ts';
import { readReceived, startReceiver, type TestReceiver } from '../testing/test-receiver.ts';
import { DOOR_CERTIFICATE, openTlsDoor } from '../testing/tls-door.ts';
import { isPushOutput } from './push-arguments.ts';
import { PushSink } from './push-sink.ts';

let channel: PacedChannel;
beforeEach(async () => {
  channel = await PacedChannel.open();
});
afterEach(async () => {
  await channel.remove();
  expect(channel.children.pids.size).toBe(0);
});

const PATIENCE = { timeout: 60_000, interval: 50 };
const becomes = (id: string, words: RegExp) => vi.waitFor(() => expect(channel.statusOf(id)).toMatch(words), PATIENCE);
const has = (receiver: TestReceiver, pictures: number) =>
  vi.waitFor(async () => expect((await readReceived(receiver.file)).pictures).toBeGreaterThan(pictures), {
    timeout: 60_000,
    interval: 500,
  });

function push(fields: object, tools = channel.tools): PushSink {
  const output = outputSchema.parse({ name: 'A', ...fields });
  if (!isPushOutput(output)) throw new Error('Not a push');
  const sink = new PushSink(output, tools);
  channel.hub.attach(sink);
  return sink;
}

describe('a push to a real receiver', () => {
  it.each([
    ['when it is told to trust its authority', (authoritiesFile: string) => ({ authoritiesFile })],
    ['when it is told to verify nobody', () => ({ verifyCertificate: false })],
  ])('sends over RTMPS to a server that signed its own certificate %s', async (_, trust) => {
    const port = await freePort();
    const door = await openTlsDoor(port);
    const authorities = join(channel.dir, 'authorities.pem');
    await writeFile(authorities, DOOR_CERTIFICATE);
    const input = ['-listen', '1', '-f', 'flv', '-i', `rtmp://127.0.0.1:${port}/live/secret-key`];
    const receiver = startReceiver(input, join(channel.dir, 'received.ts'));
    push({ id: 'a', type: 'rtmp', url: `rtmps://localhost:${door}/live`, key: 'secret-key', ...trust(authorities) });
    await becomes('a', /^running: Sending to rtmps:/);
    await has(receiver, 25);
    expect(await readReceived(receiver.file)).toMatchObject({ keyFirst: true, complaints: '' });
    expect(channel.log.lines.join('\n')).not.toContain('secret-key');
  });

  it('sends nothing over RTMPS to a server that nobody vouches for, or that goes by another name than its certificate', async () => {
    const door = await openTlsDoor(await freePort());
    const authoritiesFile = join(channel.dir, 'authorities.pem');
    await writeFile(authoritiesFile, DOOR_CERTIFICATE);
    const output = { type: 'rtmp', key: 'secret-key' };
    push({ ...output, id: 'stranger', url: `rtmps://localhost:${door}/live` });
    push({ ...output, id: 'other-name', url: `rtmps://127.0.0.1:${door}/live`, authoritiesFile });
    await becomes('stranger', /^backing-off: The other side's certificate is not trusted/);
    await becomes('other-name', /^backing-off: The other side's certificate is not trusted/);
  });

  it('sends FLV over RTMP, and again when the receiver died and came back; HLS loses nothing', async () => {
    const port = await freePort();
    const input = ['-listen', '1', '-f', 'flv', '-i', `rtmp://127.0.0.1:${port}/live/secret-key`];
    push({ id: 'a', type: 'rtmp', url: `rtmp://127.0.0.1:${port}/live`, key: 'secret-key' });
    await becomes('a', /^backing-off: Nobody takes connections at this address/);
    const first = startReceiver(input, join(channel.dir, 'first.ts'));
    await becomes('a', /^running/);
    await has(first, 25);
    await first.kill();
    await becomes('a', /^backing-off: The other side ended the connection/);
    const second = startReceiver(input, join(channel.dir, 'second.ts'));
    await becomes('a', /^running/);
    await has(second, 25);
    const received = [await readReceived(first.file), await readReceived(second.file)];
    expect(received.map(({ keyFirst, complaints }) => ({ keyFirst, complaints }))).toEqual([
      { keyFirst: true, complaints: '' },
      { keyFirst: true, complaints: '' },
    ]);
    expect(received[1]?.sounds).toBeGreaterThan(10);
    const { aired, seenOverHls } = await channel.end();
    expect(seenOverHls).toBe(aired);
    expect(channel.log.lines.join('\n')).not.toContain('secret-key');
  });

  it('sends TS over SRT to a receiver that listens, with a passphrase that is nowhere told', async () => {
    const port = await freePort();
    const secret = 'a-long-secret';
    const receiver = startReceiver(['-i', `srt://127.0.0.1:${port}?mode=listener&passphrase=${secret}`], join(channel.dir, 'srt.ts'));
    push({ id: 'a', type: 'srt', url: `srt://127.0.0.1:${port}`, passphrase: secret });
    push({ id: 'wrong', type: 'srt', url: `srt://127.0.0.1:${await freePort()}`, passphrase: secret });
    await has(receiver, 25);
    await becomes('a', /^running: Sending to srt:\/\/127\.0\.0\.1:\d+$/);
    await becomes('wrong', /^backing-off: The other side can not be reached/);
    await receiver.kill();
    await becomes('a', /^backing-off: The other side ended the connection/);
    expect((await readReceived(receiver.file)).keyFirst).toBe(true);
    expect(channel.log.lines.join('\n')).not.toContain(secret);
  });

  it('waits as an SRT listener for a receiver to call, and begins with what is on air then', async () => {
    const port = await freePort();
    push({ id: 'a', type: 'srt', mode: 'listener', url: `srt://127.0.0.1:${port}` });
    await becomes('a', /^starting: Waiting for a receiver to call/);
    const receiver = startReceiver(
      ['-i', `srt://127.0.0.1:${port}?mode=caller&connect_timeout=${PATIENCE.timeout}`],
      join(channel.dir, 'srt.ts'),
    );
    await has(receiver, 25);
    await becomes('a', /^running/);
  });

  it('sends TS over UDP', async () => {
    const port = await freePort();
    const receiver = startReceiver(['-i', `udp://127.0.0.1:${port}`], join(channel.dir, 'udp.ts'));
    push({ id: 'a', type: 'udp', url: `udp://127.0.0.1:${port}` });
    await has(receiver, 25);
    await becomes('a', /^running/);
  });

  it('tells when the key is not accepted, and when there is no FFmpeg', async () => {
    const server = await startRtmpServer({ host: '127.0.0.1', port: 0, playKey: 'x', log: channel.log });
    push({ id: 'key', type: 'rtmp', url: `rtmp://127.0.0.1:${server.port}/live`, key: 'secret-key' });
    push({ id: 'none', type: 'udp', url: 'udp://127.0.0.1:9' }, { ...channel.tools, ffmpegPath: '/nowhere/ffmpeg' });
    await becomes('key', /^backing-off: The other side does not accept the key/);
    await becomes('none', /^backing-off: FFmpeg can not be started/);
    await server.close();
    expect(channel.log.lines.join('\n')).not.toContain('secret-key');
  });

  it('cuts off an FFmpeg that takes nothing any more, starts another, and leaves HLS alone', async () => {
    const port = await freePort();
    const receiver = startReceiver(['-i', `udp://127.0.0.1:${port}`], join(channel.dir, 'udp.ts'));
    // The push's own clock runs ahead of its patience as soon as its child sleeps.
    let aheadMs = 0;
    const now = () => milliseconds(performance.now() + aheadMs);
    const sink = push({ id: 'a', type: 'udp', url: `udp://127.0.0.1:${port}` }, { ...channel.tools, now });
    await becomes('a', /^running/);
    const [sleeper = 0] = channel.children.pids;
    process.kill(sleeper, 'SIGSTOP');
    const before = sink.status().bytesSent;
    await vi.waitFor(
      () => {
        aheadMs += 1000;
        expect(channel.statusOf('a')).toMatch(/^backing-off: The other side stopped taking the stream/);
      },
      { timeout: 60_000, interval: 200 },
    );
    await becomes('a', /^running/);
    expect(channel.children.pids).not.toContain(sleeper);
    await has(receiver, 50);
    expect(sink.status().bytesSent).toBeGreaterThan(before);
    const { aired, seenOverHls } = await channel.end();
    expect(seenOverHls).toBe(aired);
  });
});
