import type { FeedPipe } from '../hub/index.ts';

/** Somebody who reads a live source, encoded, from the next key frame on. */
export interface LiveReader extends FeedPipe {
  /** The source is gone. Nothing follows. */
  end(): void;
}

/** A live source as it comes in. A reader that is slow leaves out up to a key frame; the source never notices. */
export interface LiveStream {
  /** What FFmpeg calls its container. */
  readonly format: 'flv' | 'mpegts';
  /** Begins to feed a reader. While nothing comes it waits. */
  attach(reader: LiveReader): void;
  /** Stops feeding a reader; one that is not attached is passed over. */
  detach(reader: LiveReader): void;
}
