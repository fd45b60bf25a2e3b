import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import {
  type EngineConfig,
  type EngineStatus,
  type Statistics,
  type StatisticsGrain,
  statisticsSchema,
} from '../../shared/engine-protocol/index.ts';
import { type Frames, milliseconds, parseFrameRate } from '../../shared/time/index.ts';
import { AlarmBoard, type DiskCondition, watchEngine } from './alarms/index.ts';
import type { ChannelGauges } from './channel/assemble-channel.ts';
import type { FrameWatch } from './channel/channel-parts.ts';
import type { Encoder } from './encoder/encoder.ts';
import type { EnginePaths } from './folder/engine-paths.ts';
import type { FileChildRegistry } from './folder/file-child-registry.ts';
import { LatestFile } from './folder/latest-file.ts';
import { readAlarms } from './folder/read-engine-files.ts';
import type { EngineLog } from './hub/index.ts';
import { LoudnessMeter, SoundMeter } from './meters/index.ts';
import type { MixedFrame } from './mixer/mixer.ts';
import { Observer, OrderedRests } from './observer/index.ts';
import { ChildrenWatch, FrameTally, KeptSeries, MOST_KEPT, readProcessFigures, Statistician } from './statistics/index.ts';

const SECOND_MS = 1000;
/** Free space below which the disk is low, and below which it is as good as full. */
const LOW_BYTES = 5e9;
const FULL_BYTES = 200e6;

/** What monitoring stands on. */
export interface MonitoringBase {
  readonly config: EngineConfig;
  readonly paths: EnginePaths;
  readonly children: FileChildRegistry;
  readonly log: EngineLog;
}

/** What it looks at, once there is a channel. */
export interface Monitored {
  readonly gauges: ChannelGauges;
  readonly encoder: Encoder;
  readonly status: () => EngineStatus;
  readonly isEvidenceWaiting: () => boolean;
  /** Where the stream is watched. */
  readonly hls: () => string;
}

/** Statistics as they are kept over restarts. */
type Kept = Readonly<Record<StatisticsGrain, KeptSeries<Statistics>>>;

/** All that watches the engine and its air: statistics, meters, the observer and the alarms that come of them. None of it can harm the channel. */
export class Monitoring implements FrameWatch {
  readonly meter: SoundMeter;
  readonly alarms: AlarmBoard;
  readonly #base: MonitoringBase;
  readonly #tally = new FrameTally();
  readonly #loudness: LoudnessMeter;
  readonly #rests: OrderedRests;
  readonly #series: Kept;
  readonly #alarmFile: LatestFile;
  #encodedBytes = 0;
  #freeBytes: number | null = null;
  #isTroubled = false;
  #statistician: Statistician | null = null;
  #observer: Observer | null = null;
  #timer: NodeJS.Timeout | null = null;

  private constructor(base: MonitoringBase, alarms: AlarmBoard, alarmFile: LatestFile, series: Kept) {
    const { config, children, log } = base;
    this.#base = base;
    this.alarms = alarms;
    this.#alarmFile = alarmFile;
    this.#series = series;
    this.#rests = new OrderedRests(parseFrameRate(config.rate));
    this.#loudness = new LoudnessMeter({
      ...{ ffmpegPath: config.ffmpegPath, children, log, now: monotonic },
      isWatched: () => this.meter.isWanted,
    });
    this.meter = new SoundMeter(monotonic, () => this.#loudness.latest);
  }

  /** Opens what was kept. Never fails: what can't be read is not there. */
  static async open(base: MonitoringBase): Promise<Monitoring> {
    const { paths, log } = base;
    const open = (grain: StatisticsGrain) => KeptSeries.open(paths[grain], statisticsSchema, MOST_KEPT[grain], log);
    const alarmFile = new LatestFile(paths.alarms, 'whole', log);
    const alarms = new AlarmBoard({
      memory: { save: (known) => alarmFile.save([...known]) },
      kept: await readAlarms(paths.alarms, log),
      now: utc,
      newId: randomUUID,
    });
    return new Monitoring(base, alarms, alarmFile, { seconds: await open('seconds'), minutes: await open('minutes') });
  }

  /** The figures; null before there is a channel. */
  get statistics(): Statistician | null {
    return this.#statistician;
  }

  saw(frame: Frames, lateMs: Parameters<FrameWatch['saw']>[1], { shown, sound }: MixedFrame, isOrderedRest: boolean): void {
    this.#tally.count(lateMs, shown);
    this.#rests.note(frame, isOrderedRest);
    this.meter.hear(frame, sound);
    this.#loudness.hear(sound);
  }

  /** Counts what the encoder gave. */
  encoded(bytes: Buffer): void {
    this.#encodedBytes += bytes.length;
  }

  /** Adds what is known here to the engine's state. */
  complete(status: EngineStatus): EngineStatus {
    return { ...status, second: this.#statistician?.latest ?? null, alarms: [...this.alarms.raised] };
  }

  /** Begins to look. */
  start(monitored: Monitored): void {
    const { config, children, log } = this.#base;
    const rate = parseFrameRate(config.rate);
    const statistician = new Statistician({
      tally: this.#tally,
      counters: () => this.#counters(monitored),
      gauges: () => this.#gauges(monitored),
      children: new ChildrenWatch(readProcessFigures),
      childPids: () => children.pids,
      series: this.#series,
      framesPerSecond: rate.num / rate.den,
      now: utc,
    });
    this.#statistician = statistician;
    this.#timer = setInterval(() => void this.#second(statistician, monitored), SECOND_MS);
    if (!config.observer) return;
    const parts = { ffmpegPath: config.ffmpegPath, url: monitored.hls, rests: this.#rests, alarms: this.alarms, children, log };
    this.#observer = new Observer({ ...parts, now: monotonic });
    this.#observer.start();
  }

  /** Stops, and waits until nothing is left to write and no child is left. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await Promise.all([this.#observer?.stop(), this.#loudness.stop()]);
    await Promise.all([this.#statistician?.settled(), this.#alarmFile.settled()]);
  }

  /** Never rejects. Trouble is told once, not every second. */
  async #second(statistician: Statistician, monitored: Monitored): Promise<void> {
    try {
      const { bavail, bsize } = await statfs(this.#base.paths.folder);
      this.#freeBytes = bavail * bsize;
      await statistician.closeSecond();
      const { latest } = statistician;
      if (latest !== null) watchEngine(this.alarms, latest, monitored.status(), this.#disk(monitored));
      this.#isTroubled = false;
    } catch (error) {
      if (!this.#isTroubled) this.#base.log.warn('The engine can not be looked at', { cause: String(error) });
      this.#isTroubled = true;
    }
  }

  #disk({ isEvidenceWaiting }: Monitored): DiskCondition {
    const free = this.#freeBytes;
    const level = free === null || free >= LOW_BYTES ? 'well' : free >= FULL_BYTES ? 'low' : 'full';
    return { level, isEvidenceWaiting: isEvidenceWaiting() };
  }

  #counters({ gauges, encoder, status }: Monitored) {
    const { user, system } = process.cpuUsage();
    const recorders = status().sinks.filter(({ type }) => type === 'recorder');
    return {
      decodedPictures: gauges.decodedPictures(),
      encodedPictures: encoder.picturesGiven,
      encoderRestarts: encoder.restarts,
      encodedBytes: this.#encodedBytes,
      recordedBytes: recorders.reduce((sum, { bytesSent }) => sum + bytesSent, 0),
      engineCpuSeconds: (user + system) / 1e6,
    };
  }

  #gauges({ gauges, encoder, status }: Monitored) {
    const { sinks } = status();
    const { queueFrames, insideFrames } = encoder.load;
    const memory = process.memoryUsage();
    return {
      cueMaxMs: gauges.cueTimes.take(),
      openItems: gauges.openItems(),
      encoderQueueFrames: queueFrames,
      encoderInsideFrames: insideFrames,
      sinksRunning: sinks.filter(({ state }) => state === 'running').length,
      sinksTroubled: sinks.filter(({ state }) => state === 'backing-off').length,
      sinkQueueBytes: Object.fromEntries(sinks.map(({ id, waitingBytes }) => [id, waitingBytes])),
      loudnessLufs: this.#loudness.latest?.shortTerm ?? null,
      engineRssBytes: memory.rss,
      heapUsedBytes: memory.heapUsed,
      diskFreeBytes: this.#freeBytes,
    };
  }
}

function monotonic() {
  return milliseconds(performance.now());
}

function utc() {
  return milliseconds(Date.now());
}
