/** A message of the stream, the same for every player but for the timestamp, which each counts from its own beginning. */
export interface MediaMessage {
  /** As in `MESSAGE`: audio, video or data. */
  readonly type: number;
  /** When it is decoded, in milliseconds of the stream's own time; never wraps. */
  readonly timeMs: number;
  readonly payload: Buffer;
  /** Whether a player can begin here. */
  readonly isKeyFrame: boolean;
}
