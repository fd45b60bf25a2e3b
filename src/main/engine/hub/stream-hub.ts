import type { Burst } from './burst.ts';
import { BurstAssembler } from './burst-assembler.ts';
import { ContinuityCounters } from './continuity-counters.ts';
import type { EngineLog } from './engine-log.ts';
import { PacketFramer } from './packet-framer.ts';
import type { Sink, SinkStatus } from './sink.ts';
import { StreamTimeline, type TimelineOrigin } from './stream-timeline.ts';
import { SupervisedSink } from './supervised-sink.ts';

/** Where the stream's timestamps meet the channel's frames, and where trouble is written. */
export interface StreamHubOptions extends TimelineOrigin {
  readonly log: EngineLog;
}

/** Hands the encoded stream to any number of sinks, as one unbroken stream however many encoders made it. */
export class StreamHub {
  readonly #options: StreamHubOptions;
  readonly #framer = new PacketFramer();
  readonly #counters = new ContinuityCounters();
  readonly #assembler: BurstAssembler;
  readonly #outlets = new Map<string, SupervisedSink>();
  #isInSync = true;
  #isClosed = false;

  constructor(options: StreamHubOptions) {
    this.#options = options;
    this.#assembler = new BurstAssembler(new StreamTimeline(options), options.log);
  }

  /**
   * Takes the encoder's next bytes, cut anywhere, and feeds the sinks before it returns. The hub owns `bytes` from
   * here on: it writes to them and keeps views of them. Never throws.
   */
  write(bytes: Buffer): void {
    if (this.#isClosed) return;
    const skippedBefore = this.#framer.skippedBytes;
    for (const run of this.#framer.push(bytes)) this.#distribute(this.#assembler.push(run));
    this.#watchSync(this.#framer.skippedBytes - skippedBefore);
  }

  /** Says that the next bytes come from a new encoder. What the old one left unfinished is dropped. */
  encoderRestarted(): void {
    this.#framer.reset();
    this.#assembler.drop();
  }

  /** Feeds a sink from the next key frame on. @throws Error when one of that id is attached. */
  attach(sink: Sink): void {
    if (this.#outlets.has(sink.id)) throw new Error(`A sink named ${sink.id} is attached already`);
    this.#outlets.set(sink.id, new SupervisedSink(sink, this.#options.rate, this.#options.log));
  }

  /** Stops feeding a sink and closes it. Resolves when it is closed; never rejects. An id that is not attached is passed over. */
  async detach(id: string): Promise<void> {
    const outlet = this.#outlets.get(id);
    this.#outlets.delete(id);
    await outlet?.close();
  }

  /** How every attached sink does, in the order they were attached. */
  statuses(): SinkStatus[] {
    return [...this.#outlets.values()].map((outlet) => outlet.status());
  }

  /** Hands on what is held back, closes every sink and takes nothing more. Resolves when all sinks are closed. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#distribute(this.#assembler.flush());
    await Promise.all([...this.#outlets.values()].map((outlet) => outlet.close()));
  }

  #distribute(bursts: readonly Burst[]): void {
    for (const burst of bursts) {
      for (const packets of burst.packets) this.#counters.renumber(packets);
      for (const outlet of this.#outlets.values()) outlet.receive(burst);
    }
  }

  /** Logs where sync is lost, not every chunk while it is. */
  #watchSync(skippedBytes: number): void {
    if (skippedBytes > 0 && this.#isInSync) this.#options.log.warn('The encoder sent bytes that are no stream', { skippedBytes });
    this.#isInSync = skippedBytes === 0;
  }
}
