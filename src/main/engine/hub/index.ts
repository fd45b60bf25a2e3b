/**
 * The hub: from the encoder's bytes to any number of sinks.
 *
 * - The encoder's MPEG-TS is cut into bursts, one whole PES packet each; a burst that begins a key frame opens with PAT
 *   and PMT. Nothing half made leaves the hub.
 * - However many encoders there were, sinks see one stream: packets are numbered afresh for each PID, timestamps never wrap.
 * - A sink is fed from a key frame on. When it throws it goes dark by itself and is fed again after a back-off; the encoder and
 *   the other sinks never notice.
 * - Bursts are views of the encoder's own bytes. Nothing is copied or allocated for each packet.
 */
export { SAMPLES_PER_AAC_FRAME, splitAdts } from './adts.ts';
export { splitAnnexB } from './annex-b.ts';
export { writeAvcConfiguration, writeLengthPrefixed } from './avc-configuration.ts';
export { BackOff } from './back-off.ts';
export { BoundedFeed, type FeedPipe } from './bounded-feed.ts';
export type { Burst } from './burst.ts';
export { readElementaryStream } from './elementary-stream.ts';
export type { EngineLog } from './engine-log.ts';
export { KeyFrameRun } from './key-frame-run.ts';
export { isPartOfPicture, ParameterSets } from './parameter-sets.ts';
export type { Sink, SinkStatus } from './sink.ts';
export { readPictureSize } from './sps-size.ts';
export { describeStream, type StreamFormat, StreamFormatReader } from './stream-format.ts';
export { StreamHub } from './stream-hub.ts';
export { TICKS_PER_SECOND } from './stream-timeline.ts';
