/** Message type ids (Adobe RTMP 1.0, 5.4 and 7.1). */
export const MESSAGE = {
  setChunkSize: 1,
  abort: 2,
  acknowledgement: 3,
  userControl: 4,
  windowSize: 5,
  peerBandwidth: 6,
  audio: 8,
  video: 9,
  commandAmf3: 17,
  data: 18,
  command: 20,
} as const;

/** A message, whole. */
export interface RtmpMessage {
  readonly type: number;
  /** 0: about the connection itself. */
  readonly streamId: number;
  /** Milliseconds, 32 bits: comes round after 49.7 days. */
  readonly timestampMs: number;
  readonly payload: Buffer;
}
