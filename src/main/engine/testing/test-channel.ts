import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import {
  type EngineConfig,
  type Evidence,
  type EvidenceBody,
  engineConfigSchema,
  type Rundown,
} from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames, type Milliseconds, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { assembleChannel } from '../channel/assemble-channel.ts';
import type { Channel } from '../channel/channel.ts';
import type { Ticked } from '../clock/frame-clock.ts';
import { FreeRunningClock } from '../clock/free-running-clock.ts';
import { StreamLine } from '../clock/stream-line.ts';
import { EPOCH_PTS_SECONDS } from '../encoder/encoder-arguments.ts';
import type { EvidenceLog } from '../evidence/evidence-log.ts';
import type { LiveInputs } from '../inputs/index.ts';
import { RealignedHub } from '../realigned-hub.ts';
import { openHlsSink } from '../sinks/hls/index.ts';
import { LivingChildren, NO_INPUTS, silentLog } from './engine-parts.ts';

/** The first frame of a test's channel: items in a test count from here. */
export const FIRST = 1000;

/** Evidence that is only remembered. */
export class RememberedEvidence implements EvidenceLog {
  readonly bodies: EvidenceBody[] = [];
  /** A test's disk may be slow. */
  isWritten = true;

  get seq(): number {
    return this.bodies.length;
  }

  append(body: EvidenceBody): number {
    return this.bodies.push(body);
  }

  read(): Promise<readonly Evidence[]> {
    return Promise.resolve([]);
  }

  /** The bodies of one type. */
  of<T extends EvidenceBody['type']>(type: T): Extract<EvidenceBody, { type: T }>[] {
    return this.bodies.filter((body): body is Extract<EvidenceBody, { type: T }> => body.type === type);
  }
}

/** The wall clock is set by so many frames (of 40 ms) when `at` frames have been made. */
interface ClockStep {
  readonly at: number;
  readonly byFrames: number;
}

/** A clock that calls a test's own steps between two frames, and ends the channel when the last frame is made. */
class ScriptedClock extends FreeRunningClock {
  readonly #before: (made: number) => void;
  readonly #step: ClockStep | null;
  #made = 0;
  #isFollowed = false;

  constructor(rate: string, step: ClockStep | null, before: (made: number) => void) {
    super(parseFrameRate(rate), frames(FIRST));
    this.#step = step;
    this.#before = before;
  }

  override get stepMs(): Milliseconds {
    const { at, byFrames } = this.#step ?? { at: Number.POSITIVE_INFINITY, byFrames: 0 };
    return milliseconds(this.#made >= at && !this.#isFollowed ? byFrames * 40 : 0);
  }

  override realign(): Frames {
    this.#isFollowed = true;
    return this.goOnFrom(frames(super.realign() + (this.#step?.byFrames ?? 0)));
  }

  override start(first: Frames, ticked: Ticked): void {
    super.start(first, {
      notReady: (frame) => ticked.notReady(frame),
      tick: (frame, lateMs) => {
        ticked.tick(frame, lateMs);
        this.#made += 1;
        this.#before(this.#made);
      },
    });
  }
}

/** What a test does with the channel just before frame `at` (counted from the first one). */
export interface Step {
  readonly at: number;
  readonly act: (channel: Channel, children: LivingChildren) => void;
}

/** Runs a channel for `length` frames as fast as it goes, into a file, and leaves the air. */
export async function runChannel(options: {
  readonly rundown: Rundown;
  readonly length: number;
  readonly output: string;
  readonly steps?: readonly Step[];
  readonly config?: Partial<EngineConfig>;
  readonly clockStep?: ClockStep;
  /** The first frame that an engine before did not air. */
  readonly lostFrom?: Frames;
  /** Where the stream is cut up for HLS as well. */
  readonly hlsFolder?: string;
  readonly inputs?: LiveInputs;
  readonly evidence?: RememberedEvidence;
  /** Hears each frame that a next engine would know of. */
  readonly onPosition?: (frame: Frames) => void;
}): Promise<{ readonly evidence: RememberedEvidence; readonly restarts: number }> {
  const config = engineConfigSchema.parse({ width: 320, height: 180, video: { preset: 'ultrafast', bitrateKbps: 800 }, ...options.config });
  const evidence = options.evidence ?? new RememberedEvidence();
  const children = new LivingChildren();
  const file = createWriteStream(options.output);
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const clock = new ScriptedClock(config.rate, options.clockStep ?? null, (at) => {
    for (const step of options.steps ?? []) if (step.at === at) step.act(assembled.channel, children);
    if (at === options.length) {
      clock.stop();
      finish();
    }
  });
  const line = new StreamLine();
  const rate = parseFrameRate(config.rate);
  const hub = new RealignedHub({ rate, epochFrame: frames(FIRST), epochPtsSeconds: EPOCH_PTS_SECONDS, log: silentLog }, line);
  if (options.hlsFolder !== undefined)
    hub.attach(await openHlsSink({ id: 'hls', dir: options.hlsFolder, rate, ...config.hls, master: null, log: silentLog }));
  const assembled = assembleChannel({
    ...{ config, clock, line },
    epochFrame: frames(FIRST),
    state: { rundown: options.rundown, changedAtSeq: 0, override: null },
    evidence,
    memory: { saveRundown: () => undefined, savePosition: (frame) => options.onPosition?.(frame) },
    children,
    log: silentLog,
    onBytes: (bytes) => {
      // The hub writes to what it is given.
      file.write(Buffer.from(bytes));
      hub.write(bytes);
    },
    onEncoderRestarted: () => hub.encoderRestarted(),
    watch: { saw: () => undefined },
    sinks: () => [],
    inputs: options.inputs ?? NO_INPUTS,
  });
  assembled.channel.start(frames(FIRST), options.lostFrom ?? null);
  await done;
  await assembled.channel.leaveAir('test');
  await hub.close();
  file.end();
  await finished(file);
  if (children.pids.size > 0) throw new Error(`${children.pids.size} children were left`);
  return { evidence, restarts: assembled.encoder.restarts };
}
