import type { Readable, Writable } from 'node:stream';
import type { AlarmCode } from '../../../shared/engine-protocol/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { AlarmBoard } from '../alarms/alarm-board.ts';
import type { EngineLog } from '../hub/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { lookCloser } from './closer-look.ts';
import { dropConfiguredUsability, dropUsability } from './drop-usability.ts';
import { type Finding, Observation } from './observation.ts';
import { observerArguments, SOUND_SIGNS_FD } from './observer-arguments.ts';
import type { OrderedRests } from './ordered-rests.ts';
import { parseSign } from './parse-signs.ts';
import { type SeenSegment, StreamViewer } from './stream-viewer.ts';
import { thinFragments } from './thin-fragments.ts';
import { type ThinSegment, thinSegment } from './thin-segment.ts';

/** So long something has to last before it is an alarm, and before viewers are gone. */
const ALARM_MS = 2000;
const CRITICAL_MS = 10_000;
/** A segment may come so much later than the one before lasted. */
const LATE_MS = 2000;
/** What a stream may take to begin with. */
const FIRST_SEGMENT_MS = 15_000;
/** The child says what it has to say of a key frame in a few lines; then it is believed. */
const SENTENCE_MS = 100;
/** A child that owes its word on so many segments hangs. */
const MOST_UNJUDGED = 5;
/** The child begins anew before the stream's timestamps, of 26.5 hours, do. */
const LONGEST_RUN_MS = 6 * 3_600_000;
const STOP_MS = 1000;

/** What the observer stands on. */
export interface ObserverParts {
  readonly ffmpegPath: string;
  /** Where the stream is watched. */
  readonly url: () => string;
  readonly rests: OrderedRests;
  readonly alarms: Pick<AlarmBoard, 'report'>;
  readonly children: ChildRegistry;
  readonly log: EngineLog;
  /** A clock that only goes forward. */
  readonly now: () => Milliseconds;
}

/** One run of the child, and what it has been told. */
interface Eye {
  readonly process: SupervisedProcess;
  readonly observation: Observation;
  /** What the child was given ahead of the segments. */
  readonly initial: Buffer | null;
  readonly since: Milliseconds;
  endsAt: Milliseconds;
}

/**
 * Watches the station's own HLS as a viewer would, and raises alarms for what a viewer would complain about: a picture that is black or stands still, no
 * sound, no new segment. What somebody ordered is none. Sound and key frames are decoded; and, where those in between are small enough for the picture to stand
 * still, these as well.
 */
export class Observer {
  readonly #parts: ObserverParts;
  readonly #viewer: StreamViewer;
  #eye: Eye | null = null;
  #heardAt: Milliseconds;
  #targetMs: number | null = null;
  #sentence: NodeJS.Timeout | null = null;
  readonly #stopped = new AbortController();
  /** What has come and was not judged yet, in order. */
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(parts: ObserverParts) {
    this.#parts = parts;
    this.#heardAt = parts.now();
    this.#viewer = new StreamViewer(parts.url, { segment: (segment) => this.#see(segment), nothing: () => this.#watchTime() });
  }

  /** Begins to watch. */
  start(): void {
    this.#heardAt = this.#parts.now();
    this.#viewer.start();
  }

  /** Stops, and waits until no child is left. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    if (this.#sentence !== null) clearTimeout(this.#sentence);
    await this.#viewer.stop();
    await this.#work;
    await this.#eye?.process.stop(STOP_MS);
  }

  #watchTime(): void {
    const allowed = this.#targetMs === null ? FIRST_SEGMENT_MS : this.#targetMs + LATE_MS;
    if (this.#parts.now() - this.#heardAt > allowed) this.#parts.alarms.report('stream-late', '', 'critical');
  }

  #see(segment: SeenSegment): void {
    this.#heardAt = this.#parts.now();
    this.#targetMs = segment.targetMs;
    this.#parts.alarms.report('stream-late', '', null);
    const { startsAt, bytes, initial } = segment;
    const thin = initial === null ? thinSegment(bytes) : thinFragments(bytes);
    // What carries no date, or is nothing that the station writes, can only be seen to come.
    if (startsAt === null || thin === null) return;
    this.#waiting += 1;
    this.#work = this.#work
      .then(() => this.#judge(segment, startsAt, thin))
      .catch((error: Error) => this.#parts.log.warn('The observer could not judge a segment', { error: error.message }))
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  async #judge(segment: SeenSegment, startsAt: Milliseconds, { whole, kept }: ThinSegment): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    const endsAt = milliseconds(startsAt + segment.lengthMs);
    const isOrdered = this.#parts.rests.unexplainedMs(startsAt, endsAt) === 0;
    // Segments that wait for a closer look at the one before are those of a machine that has no time for it.
    const changedAfter = whole === null || isOrdered || this.#waiting > 1 ? null : await this.#lookCloser(whole, segment.initial);
    if (this.#stopped.signal.aborted) return;
    const eye = this.#eyeFor(segment, startsAt);
    eye.endsAt = endsAt;
    eye.observation.feed({ startsAt, endsAt, stillSince: changedAfter === null ? null : milliseconds(startsAt + changedAfter) });
    if (segment.initial === null) dropUsability(segment.bytes);
    for (const run of kept) eye.process.child.stdin?.write(run);
  }

  #lookCloser(whole: Buffer, initial: Buffer | null): Promise<Milliseconds | null> {
    const { ffmpegPath, children } = this.#parts;
    return lookCloser(whole, initial, { ffmpegPath, children, signal: this.#stopped.signal });
  }

  /** The child that can go on with a segment: the one before only if nothing is missing in between. */
  #eyeFor(segment: SeenSegment, startsAt: Milliseconds): Eye {
    const eye = this.#eye;
    const now = this.#parts.now();
    const goesOn = eye?.process.isRunning && eye.initial === segment.initial && segment.isNext && Math.abs(eye.endsAt - startsAt) < 500;
    if (eye !== null && goesOn && eye.observation.unjudged < MOST_UNJUDGED && now - eye.since < LONGEST_RUN_MS) return eye;
    eye?.process.kill();
    const next = this.#open(now, segment.initial);
    this.#eye = next;
    return next;
  }

  #open(now: Milliseconds, initial: Buffer | null): Eye {
    const { ffmpegPath, children, log } = this.#parts;
    const process = new SupervisedProcess({
      name: 'observer',
      command: ffmpegPath,
      args: observerArguments(initial === null ? 'mpegts' : 'mp4'),
      ...{ stdin: 'pipe', stdout: 'pipe', furtherPipes: 1, children },
    });
    const eye: Eye = { process, observation: new Observation(), initial, since: now, endsAt: milliseconds(0) };
    for (const pipe of [process.child.stdout, process.child.stdio[SOUND_SIGNS_FD] as Readable | null]) this.#listen(eye, pipe);
    if (initial !== null) process.child.stdin?.write(dropConfiguredUsability(initial));
    void process.exited.then((exit) => {
      if (this.#eye === eye && !this.#stopped.signal.aborted) log.warn('The observer ended and begins anew', { ...exit });
    });
    return eye;
  }

  #listen(eye: Eye, pipe: Readable | Writable | null): void {
    let rest = '';
    pipe?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const sign = parseSign(line);
        if (sign !== null && this.#eye === eye) eye.observation.hear(sign);
      }
      if (this.#eye !== eye || this.#stopped.signal.aborted) return;
      this.#sentence ??= setTimeout(() => this.#conclude(), SENTENCE_MS);
    });
  }

  #conclude(): void {
    this.#sentence = null;
    const findings = this.#eye?.observation.conclude() ?? null;
    if (findings === null) return;
    this.#report('picture-black', findings.black, 'critical');
    this.#report('picture-frozen', findings.frozen, 'warning');
    this.#report('sound-silent', findings.silent, 'warning');
  }

  #report(code: AlarmCode, finding: Finding | null, atFirst: 'warning' | 'critical'): void {
    const { rests, alarms } = this.#parts;
    const lasted = finding === null ? 0 : rests.unexplainedMs(finding.since, finding.until);
    const severity = lasted >= CRITICAL_MS ? 'critical' : atFirst;
    alarms.report(code, '', lasted >= ALARM_MS - 1 ? severity : null);
  }
}
