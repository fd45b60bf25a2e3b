import type { OutputOf } from '../../../../shared/engine-protocol/index.ts';
import { type FrameRate, frameDueAt, type Milliseconds, milliseconds } from '../../../../shared/time/index.ts';
import type { Burst, EngineLog, Sink, SinkStatus } from '../../hub/index.ts';
import { isDiskFull } from '../hls/index.ts';
import { expiredRecordings, oldestRecordingsFirst, type Retention, recordingName, recordingSlot } from './recording.ts';
import type { OpenRecording, RecordingStore } from './recording-folder.ts';

/** What may wait for a slow disk. Beyond it the recording leaves pictures out, up to a key frame. */
const MOST_WAITING_BYTES = 32 * 1024 * 1024;
/** How often the disk is looked at, and how soon trouble is tried again, in the channel's own time. */
const CHECK_EVERY_MS = 10_000;
const GIGABYTE = 1e9;
const DAY_MS = 86_400_000;

const PAUSED = 'The disk is nearly full: recording pauses until there is room.';

/** What a recorder needs besides its output's settings. */
export interface RecorderParts {
  readonly store: RecordingStore;
  readonly rate: FrameRate;
  readonly log: EngineLog;
}

/** A recording that is open, and the part of the clock that it is for. */
interface CurrentRecording {
  readonly name: string;
  readonly slot: number;
  readonly file: OpenRecording;
  byteLength: number;
}

/** Records the channel to files that begin at key frames and change by the clock. All disk work is behind a bounded queue. */
export class RecorderSink implements Sink {
  readonly id: string;
  readonly type = 'recorder';
  readonly #output: OutputOf<'recorder'>;
  readonly #parts: RecorderParts;
  readonly #retention: Retention;
  #waiting: Burst[] = [];
  #waitingBytes = 0;
  #isSkipping = false;
  #work: Promise<void> | null = null;
  #isPrepared = false;
  #current: CurrentRecording | null = null;
  #checkAt = milliseconds(Number.NEGATIVE_INFINITY);
  #state: SinkStatus['state'] = 'starting';
  #detail = 'Waiting for a key frame.';
  #bytesWritten = 0;

  constructor(output: OutputOf<'recorder'>, parts: RecorderParts) {
    this.id = output.id;
    this.#output = output;
    this.#parts = parts;
    const { keepDays, keepGigabytes } = output;
    this.#retention = {
      keepMs: keepDays === null ? null : milliseconds(keepDays * DAY_MS),
      keepBytes: keepGigabytes === null ? null : keepGigabytes * GIGABYTE,
    };
  }

  receive(burst: Burst): void {
    if (this.#isSkipping && !(burst.isKeyFrame && this.#waitingBytes <= MOST_WAITING_BYTES / 2)) return;
    this.#isSkipping = this.#waitingBytes + burst.byteLength > MOST_WAITING_BYTES;
    if (this.#isSkipping) {
      this.#parts.log.warn('The disk is too slow for a recording; some is left out', { sink: this.id, frame: burst.frame });
      return;
    }
    this.#waiting.push(burst);
    this.#waitingBytes += burst.byteLength;
    this.#work ??= this.#recordWaiting().finally(() => {
      this.#work = null;
    });
  }

  restart(): void {
    this.#isSkipping = true;
  }

  status(): SinkStatus {
    const [bytesSent, waitingBytes] = [this.#bytesWritten, this.#waitingBytes];
    return { id: this.id, type: this.type, state: this.#state, detail: this.#detail, bytesSent, waitingBytes };
  }

  /** Resolves when all that was received so far is on disk, or lost. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /** Writes what waits and finishes the recording. */
  async close(): Promise<void> {
    await this.settled();
    await this.#attempt(milliseconds(0), () => this.#finish());
    this.#report('stopped', 'Closed.');
  }

  /** Never rejects. */
  async #recordWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch();
      const [first] = batch;
      if (first === undefined) return;
      const dueAt = frameDueAt(first.frame, this.#parts.rate);
      await this.#attempt(dueAt, async () => {
        if (first.isKeyFrame) await this.#comeToKeyFrame(dueAt);
        await this.#append(batch);
      });
    }
  }

  /** The first that waits and all up to the next key frame. */
  #takeBatch(): readonly Burst[] {
    const next = this.#waiting.findIndex(({ isKeyFrame }, index) => index > 0 && isKeyFrame);
    const batch = this.#waiting.splice(0, next < 0 ? this.#waiting.length : next);
    this.#waitingBytes -= batch.reduce((sum, { byteLength }) => sum + byteLength, 0);
    return batch;
  }

  async #append(batch: readonly Burst[]): Promise<void> {
    if (this.#current === null) return;
    await this.#current.file.append(batch.flatMap(({ packets }) => packets));
    const bytes = batch.reduce((sum, { byteLength }) => sum + byteLength, 0);
    this.#current.byteLength += bytes;
    this.#bytesWritten += bytes;
  }

  /** A recording may end or begin here. */
  async #comeToKeyFrame(dueAt: Milliseconds): Promise<void> {
    const slot = recordingSlot(dueAt, this.#output.segmentMinutes);
    const isOver = this.#current !== null && this.#current.slot !== slot;
    if (isOver) await this.#finish();
    if (isOver || dueAt >= this.#checkAt) await this.#lookAfterDisk(dueAt);
    if (this.#state !== 'backing-off' && this.#current === null) await this.#begin(dueAt, slot);
  }

  async #begin(dueAt: Milliseconds, slot: number): Promise<void> {
    const name = recordingName(this.id, dueAt);
    this.#current = { name, slot, file: await this.#parts.store.create(name), byteLength: 0 };
    this.#report('running', `Recording ${name}`);
  }

  async #finish(): Promise<void> {
    const { file } = this.#current ?? { file: null };
    this.#current = null;
    await file?.finish();
  }

  /** Removes what need not be kept, and more when the disk is nearly full. Pauses when even that is not enough. */
  async #lookAfterDisk(dueAt: Milliseconds): Promise<void> {
    const { store } = this.#parts;
    this.#checkAt = milliseconds(dueAt + CHECK_EVERY_MS);
    if (!this.#isPrepared) await store.prepare();
    this.#isPrepared = true;
    const recordings = await store.list();
    const expired = expiredRecordings(recordings, this.#retention, dueAt, this.#current?.byteLength ?? 0);
    await this.#remove(
      expired.map(({ name }) => name),
      'Old recordings are removed',
    );
    const kept = oldestRecordingsFirst(recordings).filter((recording) => !expired.includes(recording));
    if (await this.#makeRoom(kept.map(({ name }) => name))) this.#resume();
    else await this.#pause();
  }

  /** Returns whether there is room now. */
  async #makeRoom(oldestFirst: readonly string[]): Promise<boolean> {
    const least = this.#output.leastFreeGigabytes * GIGABYTE;
    for (const name of oldestFirst) {
      if ((await this.#parts.store.freeBytes()) >= least) return true;
      await this.#remove([name], 'The disk is nearly full; the oldest recording makes room');
    }
    return (await this.#parts.store.freeBytes()) >= least;
  }

  async #remove(names: readonly string[], why: string): Promise<void> {
    for (const name of names) await this.#parts.store.remove(name);
    if (names.length > 0) this.#parts.log.warn(why, { sink: this.id, names });
  }

  #resume(): void {
    if (this.#state === 'backing-off') this.#report('starting', 'Waiting for a key frame.');
  }

  async #pause(): Promise<void> {
    this.#report('backing-off', PAUSED);
    await this.#finish();
  }

  /** Does some disk work; when it fails, recording is off until it is tried again. Never rejects. */
  async #attempt(dueAt: Milliseconds, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#checkAt = milliseconds(dueAt + CHECK_EVERY_MS);
      this.#report('backing-off', isDiskFull(error) ? PAUSED : 'The folder can not be written; recording is tried again.');
      this.#parts.log.error('A recording failed', { sink: this.id, cause: String(error) });
      await this.#finish().catch((further: unknown) => {
        this.#parts.log.error('A recording could not be finished', { sink: this.id, cause: String(further) });
      });
    }
  }

  #report(state: SinkStatus['state'], detail: string): void {
    this.#state = state;
    this.#detail = detail;
  }
}
