import { type FrameRate, frameDueAt, type Milliseconds, milliseconds } from '../../../../shared/time/index.ts';
import { TICKS_PER_SECOND } from '../../hub/index.ts';
import { dateFragment, type Fragment } from './fragment.ts';
import type { PreviewFormat } from './preview-format.ts';

/** Who is this far behind when a key frame comes goes on with that. */
const MOST_LAG_TICKS = TICKS_PER_SECOND;
const MOST_QUEUED_BYTES = 16 * 1024 * 1024;
/** Key frames that may come while nothing at all is taken. */
const MOST_MISSED_KEY_FRAMES = 5;

/** A key frame this far from where the channel's grid has it comes from a clock that was set. */
const MOST_DRIFT_MS = 1000;

/** The way to a viewer. */
export interface ViewerLink {
  /** Says what will come, and the instant (UTC) at which the channel had time 0 of it on air. Called once, ahead of everything. */
  begin(contentType: string, zeroAt: Milliseconds): void;
  /** Returns whether there is room for more; `onRoom` is called when there is again. */
  write(bytes: Buffer): boolean;
  onRoom(listener: () => void): void;
  /** Ends the connection at once. */
  cut(): void;
}

/**
 * One who watches the preview. Time is counted from the viewer's own beginning. A slow one leaves out all up to the newest key frame, so that
 * what it sees stays near to the air; one that takes nothing loses its connection.
 */
export class PreviewViewer {
  readonly #link: ViewerLink;
  readonly #rate: FrameRate;
  #format: PreviewFormat | null = null;
  #beginsAt = 0;
  #zeroAt = milliseconds(0);
  #queue: Fragment[] = [];
  #queuedBytes = 0;
  #hasRoom = true;
  #missedKeyFrames = 0;

  /** `rate`: the channel's. */
  constructor(link: ViewerLink, rate: FrameRate) {
    this.#link = link;
    this.#rate = rate;
    link.onRoom(() => {
      this.#hasRoom = true;
      this.#missedKeyFrames = 0;
      this.#pump();
    });
  }

  /** What waits for the viewer's connection. */
  get waitingBytes(): number {
    return this.#queuedBytes;
  }

  /**
   * Sends a fragment on, or keeps it for later; the first is a key frame, those before it are left out. A stream that is no longer what the viewer
   * was told, or on another clock, ends the connection: whoever watches asks again. Returns the bytes that are now sent or kept.
   */
  push(fragment: Fragment, format: PreviewFormat): number {
    if (this.#format === null && !this.#beginWith(fragment, format)) return 0;
    if (this.#format !== format || this.#wasClockSet(fragment)) {
      this.cut();
      return 0;
    }
    if (fragment.isKeyFrame) this.#catchUp(fragment);
    // Sound from before the viewer's first picture has no place on its clock.
    if (this.#timeOf(fragment) < 0 || this.#queuedBytes > MOST_QUEUED_BYTES) return 0;
    this.#queue.push(fragment);
    this.#queuedBytes += fragment.bytes.length;
    this.#pump();
    return fragment.bytes.length;
  }

  /** Ends the viewer's connection. */
  cut(): void {
    this.#drop();
    this.#link.cut();
  }

  #beginWith(fragment: Fragment, format: PreviewFormat): boolean {
    if (!fragment.isKeyFrame) return false;
    this.#format = format;
    this.#beginsAt = fragment.decodeTime;
    this.#zeroAt = this.#decodedAt(fragment);
    this.#link.begin(format.contentType, this.#zeroAt);
    this.#hasRoom = this.#link.write(format.initialSegment);
    return true;
  }

  #catchUp(keyFrame: Fragment): void {
    const oldest = this.#queue.find(({ track }) => track === 'video');
    if (oldest === undefined || keyFrame.decodeTime - oldest.decodeTime <= MOST_LAG_TICKS) return;
    this.#drop();
    this.#missedKeyFrames += 1;
    if (this.#missedKeyFrames >= MOST_MISSED_KEY_FRAMES) this.#link.cut();
  }

  #wasClockSet(fragment: Fragment): boolean {
    if (!fragment.isKeyFrame) return false;
    const elapsedMs = (this.#timeOf(fragment) * 1000) / fragment.timescale;
    return Math.abs(this.#decodedAt(fragment) - this.#zeroAt - elapsedMs) > MOST_DRIFT_MS;
  }

  /** The instant (UTC) at which the channel's grid has a fragment's decode time. */
  #decodedAt({ frame, shownAfter, timescale }: Fragment): Milliseconds {
    return milliseconds(frameDueAt(frame, this.#rate) - (shownAfter * 1000) / timescale);
  }

  #timeOf({ decodeTime, timescale }: Fragment): number {
    return decodeTime - Math.round((this.#beginsAt * timescale) / TICKS_PER_SECOND);
  }

  #drop(): void {
    this.#queue = [];
    this.#queuedBytes = 0;
  }

  #pump(): void {
    while (this.#hasRoom) {
      const fragment = this.#queue.shift();
      if (fragment === undefined) return;
      this.#queuedBytes -= fragment.bytes.length;
      this.#hasRoom = this.#link.write(dateFragment(fragment, this.#timeOf(fragment)));
    }
  }
}
