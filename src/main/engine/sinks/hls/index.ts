/**
 * The HLS sink: the channel as a live playlist of MPEG-TS segments (RFC 8216).
 *
 * - Each segment begins with PAT, PMT and a key frame, and ends where the next begins.
 * - Dates and lengths come from frame numbers, never from when something was written.
 * - Nothing half written has a name that is served, and a playlist lists only what is on disk.
 * - Sequence numbers outlive encoders and engines. A new encoder leaves no mark; a new engine leaves one discontinuity.
 * - Trouble with the disk stays here: it shows in the status and is tried again.
 */
export { type HlsSink, openHlsSink, openHlsSinkOn } from './hls-sink.ts';
export { type HlsStorage, isDiskFull } from './hls-storage.ts';
