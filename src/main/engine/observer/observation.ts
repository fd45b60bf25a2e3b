import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { Sign } from './parse-signs.ts';

/** Share of dark pixels, in per cent, from which on a picture is black. */
const BLACK_PERCENT = 98;

/** A segment that was handed to the observer's child. */
export interface FedSegment {
  /** When it was on air, UTC. */
  readonly startsAt: Milliseconds;
  readonly endsAt: Milliseconds;
  /** Since when the picture stood still at its end; null: nobody looked that closely. */
  readonly stillSince: Milliseconds | null;
}

/** Something that has been so from `since` up to `until` at least, UTC. */
export interface Finding {
  readonly since: Milliseconds;
  readonly until: Milliseconds;
}

/** What viewers have before them, as far as it was seen; null where nothing is wrong. */
export interface Findings {
  readonly black: Finding | null;
  readonly frozen: Finding | null;
  readonly silent: Finding | null;
}

/** Puts together what a closer look at segments told and what the child says of their key frames and their sound. Holds one run of the child, over segments that follow each other. */
export class Observation {
  #waiting: readonly FedSegment[] = [];
  #startsAt: Milliseconds | null = null;
  #judged: FedSegment | null = null;
  #before: FedSegment | null = null;
  #stillSince: Milliseconds | null = null;
  #isBlack = false;
  #blackSince: Milliseconds | null = null;
  #isEqual = false;
  #equalSince: Milliseconds | null = null;
  #silentSince: Milliseconds | null = null;

  /** Notes what the child was given. */
  feed(segment: FedSegment): void {
    this.#startsAt ??= segment.startsAt;
    this.#waiting = [...this.#waiting, segment];
  }

  /** Segments of which the child has said nothing yet. */
  get unjudged(): number {
    return this.#waiting.length;
  }

  /** Takes in a word of the child. */
  hear(sign: Sign): void {
    if (sign.type === 'key-frame') this.#beginKeyFrame();
    else if (sign.type === 'black') this.#isBlack = sign.percent >= BLACK_PERCENT;
    else if (sign.type === 'freeze-started') this.#isEqual = true;
    else if (sign.type === 'freeze-ended') this.#isEqual = false;
    else if (sign.type === 'silence-started') this.#silentSince = milliseconds((this.#startsAt ?? 0) + sign.seconds * 1000);
    else this.#silentSince = null;
  }

  /** What was found up to the last key frame that the child spoke of. To be asked when the child has finished its sentence; null before its first word. */
  conclude(): Findings | null {
    const segment = this.#judged;
    if (segment === null) return null;
    this.#blackSince = this.#isBlack ? (this.#blackSince ?? segment.startsAt) : null;
    this.#equalSince = this.#isEqual && !movedWithin(this.#before) ? (this.#equalSince ?? this.#before?.startsAt ?? null) : null;
    const stillSince = this.#stillOf(segment);
    const isWholeStill = stillSince !== null && stillSince <= segment.startsAt;
    const black =
      this.#blackSince === null || !isWholeStill
        ? findingOf(this.#blackSince, segment.startsAt)
        : { since: milliseconds(Math.min(this.#blackSince, stillSince)), until: segment.endsAt };
    const frozen = longer(findingOf(stillSince, segment.endsAt), findingOf(this.#equalSince, segment.startsAt));
    return { black, frozen: black === null ? frozen : null, silent: findingOf(this.#silentSince, segment.endsAt) };
  }

  /** The picture is known to have changed since the key frame before when the two differ. */
  #stillOf(segment: FedSegment): Milliseconds | null {
    if (this.#stillSince === null || this.#isEqual || this.#before === null) return this.#stillSince;
    return milliseconds(Math.max(this.#stillSince, segment.startsAt));
  }

  #beginKeyFrame(): void {
    this.conclude();
    const [segment, ...waiting] = this.#waiting;
    if (segment === undefined) return;
    this.#before = this.#judged;
    this.#judged = segment;
    this.#waiting = waiting;
    const isWholeStill = segment.stillSince !== null && segment.stillSince <= segment.startsAt;
    this.#stillSince = isWholeStill ? (this.#stillSince ?? segment.stillSince) : segment.stillSince;
  }
}

/** Whether the picture is known to have changed within a segment, though the key frames around it may be equal: a clock, a speaker. */
function movedWithin(segment: FedSegment | null): boolean {
  return segment !== null && segment.stillSince !== null && segment.stillSince > segment.startsAt;
}

function findingOf(since: Milliseconds | null, until: Milliseconds): Finding | null {
  return since === null || since >= until ? null : { since, until };
}

function longer(a: Finding | null, b: Finding | null): Finding | null {
  if (a === null || b === null) return a ?? b;
  return b.until - b.since > a.until - a.since ? b : a;
}
