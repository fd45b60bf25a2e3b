import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';

/** The size of the chunks that the station sends: most pictures fit in one, so that their bytes need no copying. */
export const SENT_CHUNK_SIZE = 65_536;

const EXTENDED = 0xffffff;

/** Cuts a message into chunks of at most `chunkSize` (Adobe RTMP 1.0, 5.3). The payload's bytes are views, not copies. */
export function writeChunks(message: RtmpMessage, chunkSize: number): readonly Buffer[] {
  const isExtended = message.timestampMs >= EXTENDED;
  const id = chunkStreamOf(message.type);
  const buffers: Buffer[] = [writeFirstHeader(message, id, isExtended)];
  for (let at = 0; at < message.payload.length; at += chunkSize) {
    if (at > 0) buffers.push(writeNextHeader(message, id, isExtended));
    buffers.push(message.payload.subarray(at, at + chunkSize));
  }
  return buffers;
}

function writeFirstHeader(message: RtmpMessage, id: number, isExtended: boolean): Buffer {
  const header = Buffer.alloc(isExtended ? 16 : 12);
  header.writeUInt8(id, 0);
  header.writeUIntBE(isExtended ? EXTENDED : message.timestampMs, 1, 3);
  header.writeUIntBE(message.payload.length, 4, 3);
  header.writeUInt8(message.type, 7);
  header.writeUInt32LE(message.streamId, 8);
  if (isExtended) header.writeUInt32BE(message.timestampMs, 12);
  return header;
}

/** Every later chunk repeats the extended timestamp (5.3.1.3), as all players expect. */
function writeNextHeader(message: RtmpMessage, id: number, isExtended: boolean): Buffer {
  const header = Buffer.alloc(isExtended ? 5 : 1);
  header.writeUInt8(0xc0 | id, 0);
  if (isExtended) header.writeUInt32BE(message.timestampMs, 1);
  return header;
}

function chunkStreamOf(type: number): number {
  switch (type) {
    case MESSAGE.audio:
      return 4;
    case MESSAGE.data:
      return 5;
    case MESSAGE.video:
      return 6;
    case MESSAGE.command:
      return 3;
    default:
      return 2;
  }
}
