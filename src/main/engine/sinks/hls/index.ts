/**
 * The HLS sink: the channel as a live playlist of MPEG-TS or fragmented MP4 segments (RFC 8216).
 *
 * - Each segment begins with a key frame (in MPEG-TS after PAT and PMT), and ends where the next begins.
 * - Dates come from frame numbers and lengths from timestamps, never from when something was written.
 * - Nothing half written has a name that is served, and a playlist lists only what is on disk.
 * - Sequence numbers outlive encoders and engines. A new encoder leaves no mark; a new engine leaves one discontinuity.
 * - Trouble with the disk stays here: it shows in the status and is tried again.
 */

export { FolderStorage } from './folder-storage.ts';
export { type HlsSink, openHlsSink, openHlsSinkOn } from './hls-sink.ts';
export { type HlsStorage, isDiskFull } from './hls-storage.ts';
export { type MasterEntry, MasterKeeper } from './master-keeper.ts';
export { PLAYLIST_NAME } from './segment-publisher.ts';
