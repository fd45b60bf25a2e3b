import type { Statistics, StatisticsGrain } from '../../../shared/engine-protocol/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { ChildrenWatch } from './children-usage.ts';
import type { FrameTally } from './frame-tally.ts';
import type { KeptSeries } from './kept-series.ts';
import { mergeStatistics, rounded } from './merge-statistics.ts';

/** Seconds kept: ten minutes. Minutes kept: a day. */
export const MOST_KEPT: Readonly<Record<StatisticsGrain, number>> = { seconds: 600, minutes: 1440 };
const SECONDS_IN_MINUTE = 60;

/** What counts up for as long as the engine runs. */
export interface Counters {
  readonly decodedPictures: number;
  readonly encodedPictures: number;
  readonly encoderRestarts: number;
  readonly encodedBytes: number;
  readonly recordedBytes: number;
  /** CPU time of the engine's own process. */
  readonly engineCpuSeconds: number;
}

/** What is looked at once a second as it is. */
export type Gauges = Pick<
  Statistics,
  | 'cueMaxMs'
  | 'openItems'
  | 'encoderQueueFrames'
  | 'encoderInsideFrames'
  | 'sinksRunning'
  | 'sinksTroubled'
  | 'sinkQueueBytes'
  | 'loudnessLufs'
  | 'engineRssBytes'
  | 'heapUsedBytes'
  | 'diskFreeBytes'
>;

/** Where the figures come from and where they are kept. */
export interface StatisticianParts {
  readonly tally: FrameTally;
  readonly counters: () => Counters;
  readonly gauges: () => Gauges;
  readonly children: ChildrenWatch;
  readonly childPids: () => readonly number[];
  readonly series: Readonly<Record<StatisticsGrain, KeptSeries<Statistics>>>;
  /** Frames that are due in a second. */
  readonly framesPerSecond: number;
  /** UTC. */
  readonly now: () => Milliseconds;
}

/** Makes a record of every second, and of every minute, beside the channel's tick: a tick only counts. */
export class Statistician {
  readonly #parts: StatisticianParts;
  #since: Milliseconds;
  #last: Counters;
  #minute: Statistics[] = [];
  #latest: Statistics | null = null;
  #isLooking = false;

  constructor(parts: StatisticianParts) {
    this.#parts = parts;
    this.#since = parts.now();
    this.#last = parts.counters();
  }

  /** The last second; null before the first one is over. */
  get latest(): Statistics | null {
    return this.#latest;
  }

  /** Records that began at `from` (UTC) or later, oldest first. */
  read(grain: StatisticsGrain, from: Milliseconds): readonly Statistics[] {
    return this.#parts.series[grain].records.filter(({ at }) => at >= from);
  }

  /** Closes the second that is over. To be called once a second; a call while one is under way is passed over. */
  async closeSecond(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      this.#keep(await this.#look());
    } finally {
      this.#isLooking = false;
    }
  }

  /** Settles when everything is written. */
  async settled(): Promise<void> {
    await Promise.all([this.#parts.series.seconds.settled(), this.#parts.series.minutes.settled()]);
  }

  async #look(): Promise<Statistics> {
    const { tally, counters, gauges, children, childPids, framesPerSecond, now } = this.#parts;
    const at = this.#since;
    // A wall clock that was set makes a span of any length; a second it was all the same.
    const measuredMs = now() - at;
    const spanMs = milliseconds(measuredMs > 0 && measuredMs < 10_000 ? Math.round(measuredMs) : 1000);
    this.#since = now();
    const frames = tally.take();
    const [last, next] = [this.#last, counters()];
    this.#last = next;
    const seconds = spanMs / 1000;
    const per = (name: keyof Counters, unit: number): number => rounded((next[name] - last[name]) / (seconds * unit));
    const looked = gauges();
    const usage = await children.look(childPids(), seconds);
    return {
      at: milliseconds(Math.round(at)),
      spanMs,
      ...frames,
      lateMaxMs: milliseconds(rounded(frames.lateMaxMs)),
      lateP95Ms: milliseconds(rounded(frames.lateP95Ms)),
      ...looked,
      decoderSpeed: per('decodedPictures', framesPerSecond),
      encoderSpeed: per('encodedPictures', framesPerSecond),
      encoderRestarts: next.encoderRestarts - last.encoderRestarts,
      bitrateKbps: per('encodedBytes', 125),
      recordingKbps: per('recordedBytes', 125),
      engineCpu: per('engineCpuSeconds', 1),
      ...usage,
      childrenCpu: usage.childrenCpu === null ? null : rounded(usage.childrenCpu),
    };
  }

  #keep(second: Statistics): void {
    const { seconds, minutes } = this.#parts.series;
    this.#latest = second;
    seconds.add(second);
    this.#minute.push(second);
    if (this.#minute.length < SECONDS_IN_MINUTE) return;
    minutes.add(mergeStatistics(this.#minute));
    this.#minute = [];
  }
}
