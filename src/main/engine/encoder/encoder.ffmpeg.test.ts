import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { engineConfigSchema } from '../../../shared/engine-protocol/index.ts';
import { frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { isProcessAlive } from '../folder/process-identity.ts';
import { type Burst, StreamHub } from '../hub/index.ts';
import { pictureBytes } from '../producers/frame-format.ts';
import { FramePool } from '../producers/picture-frame.ts';
import { LivingChildren, silentLog } from '../testing/engine-parts.ts';
import { Encoder, type EncoderLoss } from './encoder.ts';
import { EPOCH_PTS_SECONDS } from './encoder-arguments.ts';

const RATE = parseFrameRate('25/1');
const FORMAT = { width: 320, height: 180, rate: RATE };
const SOUND = Buffer.alloc(1920 * 4);
const FFMPEG = process.env.FFMPEG_PATH ?? 'ffmpeg';
const PATIENT = { timeout: 60_000, interval: 20 };
/** Hardware that no FFmpeg of this system can know. */
const FOREIGN = process.platform === 'darwin' ? 'amf' : 'videotoolbox';

/** Keeps the numbers of the pictures that came out, in the order in which they are shown. */
class Viewer {
  readonly id = 'viewer';
  readonly type = 'hls';
  readonly #seen: number[] = [];
  receive({ stream, frame }: Burst): void {
    if (stream === 'video') this.#seen.push(frame);
  }
  restart(): void {
    this.#seen.length = 0;
  }
  status() {
    return { id: this.id, type: this.type, state: 'running', detail: '', bytesSent: 0, waitingBytes: 0 } as const;
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
  get seen(): readonly number[] {
    return [...this.#seen].sort((a, b) => a - b);
  }
}

/** An encoder whose time is the frames that it was given, into a hub with somebody who watches. */
function encoder(video: object = {}, ffmpegPath = FFMPEG) {
  const losses: EncoderLoss[] = [];
  const children = new LivingChildren();
  const viewer = new Viewer();
  const hub = new StreamHub({ rate: RATE, epochFrame: frames(0), epochPtsSeconds: EPOCH_PTS_SECONDS, log: silentLog });
  hub.attach(viewer);
  let now = 0;
  const config = engineConfigSchema.parse({ width: 320, height: 180, video: { preset: 'ultrafast', ...video }, ffmpegPath });
  const made = new Encoder({
    config,
    format: FORMAT,
    epochFrame: frames(0),
    children,
    now: () => milliseconds(now),
    log: silentLog,
    onBytes: (bytes) => hub.write(bytes),
    onRestarted: (loss) => {
      losses.push(loss);
      hub.encoderRestarted();
    },
  });
  const picture = new FramePool(pictureBytes(FORMAT), 1).take();
  picture.bytes.fill(100);
  const write = (from: number, to: number): void => {
    for (let frame = from; frame < to; frame++) {
      now += 40;
      made.write(frames(frame), picture, SOUND);
    }
  };
  const feed = async (from: number, to: number): Promise<void> => {
    for (let frame = from; frame < to; frame++) {
      write(frame, frame + 1);
      await made.notReady();
    }
  };
  const close = async (next: number) => {
    const lost = await made.close(frames(next));
    await hub.close();
    expect(children.pids.size).toBe(0);
    return lost;
  };
  return { made, config, losses, children, write, feed, close, viewer };
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, index) => from + index);

describe('Encoder', () => {
  it('says that it is starting before it has its first frame, and not that it is down', async () => {
    const { made, close } = encoder();
    expect(made.lamp).toEqual({ state: 'off', detail: 'The encoder is starting' });
    expect(await close(0)).toBeNull();
  });

  it('gives up an encoder that hangs, and hands what waited for it to another one: less than a second is lost', async () => {
    const { made, losses, children, write, feed, close, viewer } = encoder();
    await feed(0, 60);
    await expect.poll(() => viewer.seen.length, PATIENT).toBeGreaterThan(0);
    const [hung] = children.named('encoder');
    process.kill(hung ?? 0, 'SIGSTOP');
    for (let frame = 60; frame < 110; frame++) {
      write(frame, frame + 1);
      await turn();
    }
    expect(losses).toMatchObject([{ detail: 'it hung' }]);
    const { frame, lostFrames } = losses[0] as EncoderLoss;
    await expect.poll(() => isProcessAlive(hung ?? 0), PATIENT).toBe(false);
    await expect.poll(() => made.notReady(), PATIENT).toBeNull();
    await feed(110, 150);
    expect(await close(150)).toBeNull();
    expect(lostFrames).toBeLessThan(25);
    expect(viewer.seen.filter((seen) => seen >= frame)).toEqual(range(frame, 150));
    expect(viewer.seen.filter((seen) => seen < frame).length).toBeGreaterThanOrEqual(frame - lostFrames - 1);
  });

  it('encodes without a tune and a profile that x264 refuses, and says so', async () => {
    const { made, losses, write, feed, close, viewer } = encoder({ tune: 'nonsense' });
    let next = 0;
    // An FFmpeg that refused reads on until it has been given something: only frames that keep coming let it go.
    const lamp = () => {
      write(next, next + 1);
      next += 1;
      return made.lamp.state;
    };
    // An encoder's time is its frames, and with five seconds of them it would count as hung: a busy machine is given more real time for each.
    await expect.poll(lamp, { ...PATIENT, interval: 100 }).toBe('warning');
    const end = next + 60;
    await feed(next, end);
    expect(made.lamp).toEqual({ state: 'warning', detail: 'x264 did not take the tune or the profile and encodes without them' });
    expect(losses).toMatchObject([{ detail: expect.stringContaining('did not take the tune') }]);
    expect(losses[0]?.lostFrames).toBe(losses[0]?.frame);
    await close(end);
    expect(viewer.seen).toEqual(range(losses[0]?.frame ?? 0, end));
  });

  it('has x264 stand in for hardware that is not there, at once', async () => {
    const { made, losses, feed, close, viewer } = encoder({ encoder: FOREIGN });
    await feed(0, 1);
    await expect.poll(() => made.lamp.state, PATIENT).toBe('fault');
    await feed(1, 40);
    expect(made.choice).toMatchObject({ inUse: 'x264', standsInFor: FOREIGN });
    expect(made.lamp).toMatchObject({ state: 'warning', detail: expect.stringContaining('x264 stands in for it') });
    expect(losses[0]?.lostFrames).toBeLessThan(25);
    await close(40);
    expect(viewer.seen).toEqual(range(losses[0]?.frame ?? 0, 40));
  });

  it('changes its settings on air without losing a frame', async () => {
    const { made, config, losses, feed, close, viewer, children } = encoder();
    await feed(0, 70);
    const [old] = children.named('encoder');
    made.use({ ...config, video: { ...config.video, bitrateKbps: 500 } });
    await feed(70, 99);
    expect(children.named('encoder')).toEqual([old]);
    await feed(99, 130);
    await expect.poll(() => losses, PATIENT).toEqual([{ frame: 100, lostFrames: 0, detail: 'its settings were changed' }]);
    await feed(130, 160);
    expect(await close(160)).toBeNull();
    expect(viewer.seen).toEqual(range(0, 160));
    expect(made.restarts).toBe(0);
  });

  it('tells what was lost when it dies while it is to finish', async () => {
    const { feed, close, children, viewer, write } = encoder();
    await feed(0, 50);
    await expect.poll(() => viewer.seen.length, PATIENT).toBeGreaterThan(0);
    const [pid] = children.named('encoder');
    process.kill(pid ?? 0, 'SIGSTOP');
    write(50, 60);
    process.kill(pid ?? 0, 'SIGKILL');
    const lost = await close(60);
    expect(lost).toMatchObject({ frame: 60, detail: 'it ended with SIGKILL' });
    expect(lost?.lostFrames).toBeGreaterThanOrEqual(10);
  });

  it('tries again, not all the time, when there is no FFmpeg at all, and says so', async () => {
    const { made, losses, write, close } = encoder({}, '/nonexistent/ffmpeg');
    write(0, 1);
    await expect.poll(() => made.lamp.state, PATIENT).toBe('fault');
    write(1, 10);
    expect(made.lamp.state).toBe('fault');
    expect(losses).toEqual([]);
    write(10, 40);
    expect(losses).toHaveLength(1);
    await close(40);
  });
});
