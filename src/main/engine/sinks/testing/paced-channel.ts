import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frames, milliseconds } from '../../../../shared/time/index.ts';
import { type Burst, type Sink, StreamHub } from '../../hub/index.ts';
import { type KeptLog, keepLog } from '../../hub/testing/keep-log.ts';
import { runTool, startTestEncoder } from '../../hub/testing/test-encoder.ts';
import { LivingChildren } from '../../testing/engine-parts.ts';
import { openHlsSink } from '../hls/index.ts';

const rate = { num: 25, den: 1 };
const FIRST = frames(2_000_000_000);
const EPOCH_PTS_SECONDS = 10;

/** Remembers which frames the hub handed out. */
class FrameWitness implements Sink {
  readonly id = 'witness';
  readonly type = 'preview';
  readonly shown = new Set<number>();
  receive(burst: Burst): void {
    if (burst.stream === 'video') this.shown.add(burst.frame);
  }
  restart(): void {
    this.shown.clear();
  }
  status() {
    return { id: this.id, type: this.type, state: 'running', detail: '', bytesSent: 0, waitingBytes: 0 } as const;
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** A channel of a test picture at real time's pace, with an HLS sink beside whatever a test attaches. */
export class PacedChannel {
  readonly rate = rate;
  readonly firstFrame = FIRST;
  readonly dir: string;
  readonly log: KeptLog;
  readonly hub: StreamHub;
  readonly children = new LivingChildren();
  readonly #witness = new FrameWitness();
  readonly #encoder: ReturnType<typeof startTestEncoder>;
  readonly #encoderEnded: Promise<unknown>;

  private constructor(dir: string) {
    this.dir = dir;
    this.log = keepLog();
    this.hub = new StreamHub({ rate, epochFrame: FIRST, epochPtsSeconds: EPOCH_PTS_SECONDS, log: this.log });
    this.hub.attach(this.#witness);
    this.#encoder = startTestEncoder({ rate, gopFrames: 25, frameCount: 5000, ptsSeconds: EPOCH_PTS_SECONDS, isPaced: true });
    this.#encoderEnded = once(this.#encoder, 'close');
    this.#encoder.stderr.resume();
  }

  /** Opens a channel that is on air already. */
  static async open(): Promise<PacedChannel> {
    const channel = new PacedChannel(await mkdtemp(join(tmpdir(), 'perpetua-sinks-')));
    const options = {
      id: 'hls',
      dir: join(channel.dir, 'hls'),
      rate,
      segmentSeconds: 1,
      windowSegments: 600,
      format: 'ts' as const,
      master: null,
      log: channel.log,
    };
    channel.hub.attach(await openHlsSink(options));
    channel.#encoder.stdout.on('data', (bytes: Buffer) => channel.hub.write(bytes));
    return channel;
  }

  /** What pushes need, with a clock that never steps. */
  get tools() {
    const now = () => milliseconds(performance.now());
    return { ffmpegPath: process.env.FFMPEG_PATH ?? 'ffmpeg', children: this.children, now, log: this.log };
  }

  /** The state and words of an output; nothing for one that is not attached. */
  statusOf(id: string): string {
    const status = this.hub.statuses().find((each) => each.id === id);
    return status === undefined ? '' : `${status.state}: ${status.detail}`;
  }

  /** Takes the channel off the air and tells how many frames it had and how many of them a viewer of its HLS can decode. */
  async end(): Promise<{ aired: number; seenOverHls: number }> {
    this.#encoder.kill('SIGTERM');
    await this.#encoderEnded;
    await this.hub.close();
    const playlist = join(this.dir, 'hls', 'index.m3u8');
    await writeFile(playlist, `${await readFile(playlist, 'utf8')}#EXT-X-ENDLIST\n`);
    const shown = ['-select_streams', 'v', '-show_entries', 'frame=best_effort_timestamp', '-of', 'csv=p=0'];
    const probe = await runTool('ffprobe', ['-v', 'error', '-live_start_index', '0', ...shown, playlist]);
    return { aired: this.#witness.shown.size, seenOverHls: (probe.stdout.match(/\d+/g) ?? []).length };
  }

  /** Ends all that is left and removes what the channel wrote. */
  async remove(): Promise<void> {
    this.#encoder.kill('SIGKILL');
    await this.#encoderEnded;
    await this.hub.close();
    await rm(this.dir, { recursive: true });
  }
}

/** A TCP port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
