import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import {
  type EngineConfig,
  type Evidence,
  type EvidenceBody,
  engineConfigSchema,
  type Rundown,
} from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { assembleChannel } from '../channel/assemble-channel.ts';
import type { Channel } from '../channel/channel.ts';
import type { Ticked } from '../clock/frame-clock.ts';
import { FreeRunningClock } from '../clock/free-running-clock.ts';
import type { EvidenceLog } from '../evidence/evidence-log.ts';
import { LivingChildren, silentLog } from './engine-parts.ts';

/** The first frame of a test's channel: items in a test count from here. */
export const FIRST = 1000;

/** Evidence that is only remembered. */
export class RememberedEvidence implements EvidenceLog {
  readonly bodies: EvidenceBody[] = [];

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

/** A clock that calls a test's own steps between two frames, and ends the channel when the last frame is made. */
class ScriptedClock extends FreeRunningClock {
  readonly #before: (frame: number) => void;

  constructor(rate: string, before: (frame: number) => void) {
    super(parseFrameRate(rate), frames(FIRST));
    this.#before = before;
  }

  override start(first: Frames, ticked: Ticked): void {
    super.start(first, {
      notReady: (frame) => ticked.notReady(frame),
      tick: (frame, lateMs) => {
        ticked.tick(frame, lateMs);
        this.#before(frame + 1 - FIRST);
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
}): Promise<{ readonly evidence: RememberedEvidence; readonly restarts: number }> {
  const config = engineConfigSchema.parse({ width: 320, height: 180, video: { preset: 'ultrafast', bitrateKbps: 800 }, ...options.config });
  const evidence = new RememberedEvidence();
  const children = new LivingChildren();
  const file = createWriteStream(options.output);
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const clock = new ScriptedClock(config.rate, (at) => {
    for (const step of options.steps ?? []) if (step.at === at) step.act(assembled.channel, children);
    if (at === options.length) {
      clock.stop();
      finish();
    }
  });
  const assembled = assembleChannel({
    config,
    clock,
    epochFrame: frames(FIRST),
    state: { rundown: options.rundown, changedAtSeq: 0, isPanicking: false },
    evidence,
    memory: { saveRundown: () => undefined, savePosition: () => undefined },
    children,
    log: silentLog,
    onBytes: (bytes) => file.write(bytes),
    onEncoderRestarted: () => undefined,
    sinks: () => [],
  });
  assembled.channel.start(frames(FIRST), null);
  await done;
  await assembled.channel.leaveAir('test');
  file.end();
  await finished(file);
  if (children.pids.size > 0) throw new Error(`${children.pids.size} children were left`);
  return { evidence, restarts: assembled.encoder.restarts };
}
