import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type EncoderFinding, VIDEO_ENCODERS, type VideoEncoder } from '../../../../shared/engine-protocol/index.ts';
import type { EngineLog } from '../../hub/index.ts';
import type { ChildRegistry } from '../../processes/child-registry.ts';
import { SupervisedProcess } from '../../processes/supervised-process.ts';
import { type FrameFormat, framesIn } from '../../producers/frame-format.ts';
import { PictureCounter } from '../picture-counter.ts';
import { FFMPEG_ENCODERS, type VideoSettings } from '../video-arguments.ts';
import { listedEncoders } from './listed-encoders.ts';
import { probeArguments } from './probe-arguments.ts';
import { notListed, readProbeFailure } from './probe-failure.ts';

const TRIAL_MS = 1000;
/** A device that takes longer to get going is of no use after a loss. */
const PATIENCE_MS = 10_000;

/** What trials need of the engine. */
export interface ProbeParts {
  readonly ffmpegPath: string;
  readonly format: FrameFormat;
  readonly video: VideoSettings;
  /** The picture to encode. */
  readonly slate: Buffer;
  readonly children: ChildRegistry;
  readonly log: EngineLog;
}

/** Finds out, once, what this machine can encode with. */
export class EncoderProbe {
  readonly #parts: ProbeParts;
  readonly #findings = new Map<VideoEncoder, EncoderFinding>();
  #running: SupervisedProcess | null = null;
  #isStopped = false;

  constructor(parts: ProbeParts) {
    this.#parts = parts;
  }

  /** What was found so far, one for each encoder. */
  get findings(): readonly EncoderFinding[] {
    return VIDEO_ENCODERS.map((encoder) => this.#findings.get(encoder) ?? { encoder, state: 'untried', reason: '' });
  }

  /** Tries one encoder after the other, `afterMs` from now. Settles when all were tried, or at `stop`. Never rejects. */
  async run(afterMs: number): Promise<void> {
    await pause(afterMs, null, { ref: false });
    if (this.#isStopped) return;
    const listed = await this.#list();
    for (const encoder of VIDEO_ENCODERS) {
      if (this.#isStopped) return;
      const reason = listed.has(FFMPEG_ENCODERS[encoder]) ? await this.#try(encoder) : notListed(encoder);
      if (!this.#isStopped) this.#findings.set(encoder, { encoder, state: reason === '' ? 'available' : 'unavailable', reason });
    }
    this.#parts.log.info('The encoders of this machine were tried', { findings: this.findings });
  }

  /** Ends a trial that is under way; no other begins. */
  stop(): void {
    this.#isStopped = true;
    this.#running?.kill();
  }

  async #list(): Promise<ReadonlySet<string>> {
    const chunks: Buffer[] = [];
    const process = this.#start(['-hide_banner', '-encoders'], (chunk) => chunks.push(chunk));
    await this.#ended(process);
    return listedEncoders(Buffer.concat(chunks).toString('utf8'));
  }

  /** Encodes a second of the slate. Returns why it could not; empty when it could. */
  async #try(encoder: VideoEncoder): Promise<string> {
    const { video, format, slate } = this.#parts;
    const counter = new PictureCounter();
    const settings = { ...video, encoder, tune: '', profile: '' };
    const process = this.#start(probeArguments(settings, format), (chunk) => counter.see(chunk));
    const count = framesIn(TRIAL_MS, format.rate);
    for (let frame = 0; frame < count; frame++) process.child.stdin?.write(slate);
    process.child.stdin?.end();
    const { code, lastWords } = await this.#ended(process);
    return code === 0 && counter.count >= count ? '' : readProbeFailure(lastWords);
  }

  #start(args: readonly string[], hear: (chunk: Buffer) => void): SupervisedProcess {
    const { ffmpegPath, children } = this.#parts;
    const process = new SupervisedProcess({
      ...{ name: 'encoder trial', command: ffmpegPath, args, stdin: 'pipe', stdout: 'pipe', furtherPipes: 0, children },
    });
    this.#running = process;
    process.child.stdout?.on('data', hear);
    yieldToTheChannel(process.child.pid);
    return process;
  }

  async #ended(process: SupervisedProcess) {
    const limit = setTimeout(() => process.kill(), PATIENCE_MS);
    const exit = await process.exited;
    clearTimeout(limit);
    this.#running = null;
    return exit;
  }
}

function yieldToTheChannel(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already.
  }
}
