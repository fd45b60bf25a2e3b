import type { MediaMessage } from './media-message.ts';
import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';
import { MEDIA_STREAM_ID } from './server-message.ts';

/** What may wait for a slow player: about 20 s of a 3 Mbit/s stream. Beyond it pictures are left out up to a key frame. */
const MOST_QUEUED_BYTES = 8 * 1024 * 1024;
/** Key frames that may pass a player by before it is given up. */
const MOST_MISSED_KEY_FRAMES = 5;

/** The way to a player. */
export interface PlayerLink {
  send(message: RtmpMessage): void;
  /** Bytes that were sent but that the network has not taken yet. */
  queuedBytes(): number;
  /** Cuts the connection at once. */
  cut(): void;
}

/** One who watches. A slow one loses pictures, then its connection; what waits for it never grows beyond a bound. */
export class RtmpPlayer {
  readonly #link: PlayerLink;
  #beginsAtMs: number | null = null;
  #missedKeyFrames = 0;
  #isSkipping = false;

  constructor(link: PlayerLink) {
    this.#link = link;
  }

  /** What the player's connection has not taken yet. */
  get waitingBytes(): number {
    return this.#link.queuedBytes();
  }

  /** Sends a message on, if the player keeps up. Returns the bytes sent: 0 when it was left out. */
  push(message: MediaMessage): number {
    if (this.#isSkipping && !this.#resumesWith(message)) return 0;
    if (this.#link.queuedBytes() > MOST_QUEUED_BYTES) {
      this.#isSkipping = true;
      return 0;
    }
    // Time starts with the first picture; sound from before it would come out late.
    if (this.#beginsAtMs === null && message.type === MESSAGE.video) this.#beginsAtMs = message.timeMs;
    const timestampMs = Math.max(0, message.timeMs - (this.#beginsAtMs ?? message.timeMs)) % 2 ** 32;
    this.#link.send({ type: message.type, streamId: MEDIA_STREAM_ID, timestampMs, payload: message.payload });
    return message.payload.length;
  }

  /** Ends the player's connection. */
  cut(): void {
    this.#link.cut();
  }

  #resumesWith(message: MediaMessage): boolean {
    if (!message.isKeyFrame) return false;
    if (this.#link.queuedBytes() <= MOST_QUEUED_BYTES / 2) {
      this.#isSkipping = false;
      this.#missedKeyFrames = 0;
      return true;
    }
    this.#missedKeyFrames += 1;
    if (this.#missedKeyFrames >= MOST_MISSED_KEY_FRAMES) this.#link.cut();
    return false;
  }
}
