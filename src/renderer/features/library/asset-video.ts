import { type Frames, frames } from '../../../shared/time/index.ts';
import { feedVideo, videoTime, type WatchedAsset } from './part-feed.ts';

/** Whether the picture at the playhead can be seen in the video. `none`: the stills serve, because nothing else came. */
export type VideoState = 'opening' | 'shown' | 'none';

/** What a video tells of itself. */
export interface VideoEvents {
  /** A frame came into sight while it plays. */
  readonly onFrame: (frame: Frames) => void;
  readonly onEnded: () => void;
  readonly onState: (state: VideoState) => void;
}

/** While the playhead is dragged, the station is not asked for every place it passes. */
const SETTLE_MS = 150;
/** A part that did not come is asked for again: a crowded station has more urgent things to make at first. */
const ASK_AGAIN_MS = { first: 1000, most: 16_000 };

/**
 * An asset in a video element, exact to the frame: still it shows the very picture at the playhead, and played it moves the playhead frame by
 * frame. Backwards there is no video.
 */
export class AssetVideo {
  readonly #video: HTMLVideoElement;
  readonly #asset: WatchedAsset;
  readonly #events: VideoEvents;
  readonly #closing = new AbortController();
  #feeding = new AbortController();
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** The frame that is in sight, or is to be; null while it plays backwards. */
  #frame: Frames | null = null;
  /** The frame that came into sight last; null: none of the place that is watched. */
  #seen: Frames | null = null;
  #askAgainMs = ASK_AGAIN_MS.first;

  constructor(video: HTMLVideoElement, asset: WatchedAsset, events: VideoEvents) {
    this.#video = video;
    this.#asset = asset;
    this.#events = events;
    video.addEventListener('ended', () => events.onEnded(), { signal: this.#closing.signal });
    // The picture may come into sight before the element says that it has arrived there; no further one comes then.
    video.addEventListener('seeked', () => this.#tellStanding(), { signal: this.#closing.signal });
    this.#watchFrames();
  }

  /** Follows the playhead and the speed (see `PreviewStore`). */
  follow({ playhead, speed }: { readonly playhead: Frames; readonly speed: number }): void {
    if (speed < 0) {
      this.#video.pause();
      this.#frame = null;
      this.#events.onState('none');
      return;
    }
    if (playhead !== this.#frame) this.#goTo(playhead, speed);
    if (speed > 0) this.#play(speed);
    else if (!this.#video.paused) this.#stand(playhead);
  }

  /** Lets the element and the station go. */
  close(): void {
    this.#closing.abort();
    this.#feeding.abort(new Error('The player was closed'));
    clearTimeout(this.#settling);
    this.#video.pause();
    this.#video.removeAttribute('src');
    this.#video.load();
  }

  #play(speed: number): void {
    this.#video.playbackRate = speed;
    // Refused when the element is emptied for another place at that moment; it plays when the picture of that place has come.
    if (this.#video.paused) this.#video.play().catch(() => undefined);
  }

  /** The element may be a picture further than the last one that it told of. */
  #stand(frame: Frames): void {
    this.#video.pause();
    this.#video.currentTime = videoTime(frame + 0.5, this.#asset.rate);
  }

  #goTo(frame: Frames, speed: number): void {
    this.#frame = frame;
    clearTimeout(this.#settling);
    const time = videoTime(frame + 0.5, this.#asset.rate);
    if (isHeld(this.#video.buffered, time)) {
      this.#video.currentTime = time;
      return;
    }
    this.#seen = null;
    this.#events.onState('opening');
    this.#askAgainMs = ASK_AGAIN_MS.first;
    this.#feeding.abort(new Error('Another place is watched'));
    this.#settling = setTimeout(() => void this.#feed(frame), speed > 0 ? 0 : SETTLE_MS);
  }

  async #feed(frame: Frames): Promise<void> {
    const feeding = new AbortController();
    this.#feeding = feeding;
    try {
      await feedVideo(this.#video, this.#asset, frame, feeding.signal);
    } catch {
      if (!feeding.signal.aborted) this.#askAgain();
    }
  }

  /** The stills go on meanwhile. Another place is tried at once. */
  #askAgain(): void {
    this.#events.onState('none');
    this.#settling = setTimeout(() => {
      if (this.#frame !== null) void this.#feed(this.#frame);
    }, this.#askAgainMs);
    this.#askAgainMs = Math.min(2 * this.#askAgainMs, ASK_AGAIN_MS.most);
  }

  #watchFrames(): void {
    this.#video.requestVideoFrameCallback((_now, { mediaTime }) => {
      if (this.#closing.signal.aborted) return;
      this.#watchFrames();
      const { rate } = this.#asset;
      const frame = frames(Math.round((mediaTime * rate.num) / rate.den));
      this.#seen = frame;
      if (this.#video.paused) this.#tellStanding();
      else if (this.#frame !== null && !this.#video.seeking) {
        this.#frame = frame;
        this.#events.onState('shown');
        this.#events.onFrame(frame);
      }
    });
  }

  /** Tells that the picture at the playhead is in sight, once the element stands there. */
  #tellStanding(): void {
    const { paused, seeking } = this.#video;
    if (paused && !seeking && this.#frame !== null && this.#seen === this.#frame) this.#events.onState('shown');
  }
}

function isHeld(held: TimeRanges, time: number): boolean {
  return Array.from({ length: held.length }, (_, index) => index).some((index) => held.start(index) <= time && time < held.end(index));
}
