import { type AmfValue, encodeAmf } from './amf0.ts';
import { SENT_CHUNK_SIZE } from './chunk-writer.ts';
import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';

/** The one stream in a connection that pictures and sound travel in. */
export const MEDIA_STREAM_ID = 1;

/** Bytes after which a peer should acknowledge. */
const WINDOW_BYTES = 2_500_000;

/** What a server says before it answers `connect`: window, bandwidth, chunk size (Adobe RTMP 1.0, 5.4). */
export function openingMessages(): readonly RtmpMessage[] {
  const bandwidth = Buffer.alloc(5);
  bandwidth.writeUInt32BE(WINDOW_BYTES, 0);
  bandwidth.writeUInt8(2, 4);
  return [
    control(MESSAGE.windowSize, uint32(WINDOW_BYTES)),
    control(MESSAGE.peerBandwidth, bandwidth),
    control(MESSAGE.setChunkSize, uint32(SENT_CHUNK_SIZE)),
  ];
}

/** A command, or the answer to one. */
export function commandMessage(streamId: number, values: readonly AmfValue[]): RtmpMessage {
  return { type: MESSAGE.command, streamId, timestampMs: 0, payload: encodeAmf(values) };
}

/** What became of a request about the stream (7.2.2, onStatus). */
export function statusMessage(level: 'status' | 'error', code: string, description: string): RtmpMessage {
  return commandMessage(MEDIA_STREAM_ID, ['onStatus', 0, null, { level, code, description }]);
}

/** Says that the stream begins (7.1.7, Stream Begin). */
export function streamBeginMessage(): RtmpMessage {
  return control(MESSAGE.userControl, Buffer.concat([Buffer.of(0, 0), uint32(MEDIA_STREAM_ID)]));
}

/** The answer to a ping (7.1.7, Ping Response); null when the payload of a user control message is no ping. */
export function pongMessage(payload: Buffer): RtmpMessage | null {
  if (payload.length < 6 || payload.readUInt16BE(0) !== 6) return null;
  return control(MESSAGE.userControl, Buffer.concat([Buffer.of(0, 7), payload.subarray(2, 6)]));
}

/** Says how many bytes came from a peer (5.4.3); the number comes round after 4 GB. */
export function acknowledgementMessage(bytes: number): RtmpMessage {
  return control(MESSAGE.acknowledgement, uint32(bytes % 2 ** 32));
}

function control(type: number, payload: Buffer): RtmpMessage {
  return { type, streamId: 0, timestampMs: 0, payload };
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value, 0);
  return bytes;
}
