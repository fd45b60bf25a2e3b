/**
 * Pushes: the channel sent as it is to places elsewhere, over RTMP(S), SRT or UDP.
 *
 * - One FFmpeg for each (`-c copy`), fed with the hub's TS from a key frame on, with PAT and PMT first.
 * - What waits for it is bounded in bytes. What does not fit is left out in whole pictures, up to a key frame.
 * - One that ends or takes nothing is ended and started again after 1 to 30 s. It never holds anybody up.
 * - Keys are in FFmpeg's arguments and nowhere else: not in the status, not in the log.
 */
export { PushSink } from './push-sink.ts';
