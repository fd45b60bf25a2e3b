import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';
import { RtmpViolation } from './rtmp-violation.ts';

const FIRST_CHUNK_SIZE = 128;
const MOST_CHUNK_STREAMS = 32;
const EXTENDED = 0xffffff;
/** Bytes of the message header by chunk format (Adobe RTMP 1.0, 5.3.1.2). */
const HEADER_BYTES = [11, 7, 3, 0] as const;

/** What one chunk stream carries over from chunk to chunk. */
interface ChunkStream {
  timestampMs: number;
  deltaMs: number;
  isExtended: boolean;
  length: number;
  type: number;
  streamId: number;
  parts: Buffer[];
  received: number;
}

/** Where a chunk's parts lie in the buffer. */
interface ChunkHead {
  readonly format: number;
  readonly id: number;
  readonly headerAt: number;
}

/** Puts messages together from a client's chunks (Adobe RTMP 1.0, 5.3), cut anywhere. Follows the client's chunk size by itself. */
export class ChunkReader {
  #mostMessageBytes: number;
  readonly #streams = new Map<number, ChunkStream>();
  #buffer: Buffer = Buffer.alloc(0);
  #chunkSize = FIRST_CHUNK_SIZE;

  /** `mostMessageBytes`: the longest message that is taken from a client. */
  constructor(mostMessageBytes: number) {
    this.#mostMessageBytes = mostMessageBytes;
  }

  /** Takes messages of another length from now on. */
  allow(mostMessageBytes: number): void {
    this.#mostMessageBytes = mostMessageBytes;
  }

  /** Takes bytes and gives the messages that are whole now. @throws RtmpViolation on what can't be RTMP, or is too long. */
  push(bytes: Buffer): readonly RtmpMessage[] {
    this.#buffer = this.#buffer.length === 0 ? bytes : Buffer.concat([this.#buffer, bytes]);
    const messages: RtmpMessage[] = [];
    for (let used = this.#readChunk(messages); used > 0; used = this.#readChunk(messages)) this.#buffer = this.#buffer.subarray(used);
    return messages;
  }

  /** Reads one chunk. Returns its length; 0 when it is not all there yet. */
  #readChunk(messages: RtmpMessage[]): number {
    const head = readHead(this.#buffer);
    if (head === null) return 0;
    const stream = this.#streamOf(head);
    const headerEnd = head.headerAt + (HEADER_BYTES[head.format] ?? 0);
    if (headerEnd > this.#buffer.length) return 0;
    const hasExtended = head.format === 3 ? stream.isExtended : this.#buffer.readUIntBE(head.headerAt, 3) === EXTENDED;
    const dataAt = headerEnd + (hasExtended ? 4 : 0);
    const length = head.format < 2 ? this.#buffer.readUIntBE(head.headerAt + 3, 3) : stream.length;
    if (length > this.#mostMessageBytes) throw new RtmpViolation('A message is too long');
    const received = head.format === 3 ? stream.received : 0;
    const end = dataAt + Math.min(this.#chunkSize, length - received);
    if (end > this.#buffer.length) return 0;
    this.#begin(stream, head, hasExtended);
    this.#add(stream, Buffer.from(this.#buffer.subarray(dataAt, end)), messages);
    return end;
  }

  #streamOf(head: ChunkHead): ChunkStream {
    const known = this.#streams.get(head.id);
    if (known) return known;
    if (head.format !== 0 && head.format !== 1) throw new RtmpViolation('A chunk stream begins in its middle');
    if (this.#streams.size >= MOST_CHUNK_STREAMS) throw new RtmpViolation('Too many chunk streams');
    const stream = { timestampMs: 0, deltaMs: 0, isExtended: false, length: 0, type: 0, streamId: 0, parts: [], received: 0 };
    this.#streams.set(head.id, stream);
    return stream;
  }

  /** Takes over what the header says about the message that begins or goes on here. */
  #begin(stream: ChunkStream, head: ChunkHead, hasExtended: boolean): void {
    const bytes = this.#buffer;
    const at = head.headerAt;
    if (head.format === 3) {
      if (stream.received === 0) stream.timestampMs = (stream.timestampMs + stream.deltaMs) >>> 0;
      return;
    }
    const time = hasExtended ? bytes.readUInt32BE(at + (HEADER_BYTES[head.format] ?? 0)) : bytes.readUIntBE(at, 3);
    stream.isExtended = hasExtended;
    stream.deltaMs = head.format === 0 ? 0 : time;
    stream.timestampMs = head.format === 0 ? time : (stream.timestampMs + time) >>> 0;
    if (head.format < 2) {
      stream.length = bytes.readUIntBE(at + 3, 3);
      stream.type = bytes.readUInt8(at + 6);
    }
    if (head.format === 0) stream.streamId = bytes.readUInt32LE(at + 7);
    forgetParts(stream);
  }

  #add(stream: ChunkStream, part: Buffer, messages: RtmpMessage[]): void {
    stream.parts.push(part);
    stream.received += part.length;
    if (stream.received < stream.length) return;
    const { type, streamId, timestampMs } = stream;
    const message = { type, streamId, timestampMs, payload: Buffer.concat(stream.parts) };
    forgetParts(stream);
    if (!this.#obey(message)) messages.push(message);
  }

  /** Follows messages that are about chunks themselves. */
  #obey(message: RtmpMessage): boolean {
    if (message.type !== MESSAGE.setChunkSize && message.type !== MESSAGE.abort) return false;
    if (message.payload.length < 4) throw new RtmpViolation('A control message is too short');
    const value = message.payload.readUInt32BE(0);
    if (message.type === MESSAGE.abort) {
      const stream = this.#streams.get(value);
      if (stream) forgetParts(stream);
    } else if (value < 1 || value > EXTENDED) throw new RtmpViolation('A chunk size is out of range');
    else this.#chunkSize = value;
    return true;
  }
}

function forgetParts(stream: ChunkStream): void {
  stream.parts = [];
  stream.received = 0;
}

/** The basic header (5.3.1.1): 1 to 3 bytes. */
function readHead(bytes: Buffer): ChunkHead | null {
  const first = bytes[0];
  if (first === undefined) return null;
  const format = first >> 6;
  const short = first & 63;
  if (short > 1) return { format, id: short, headerAt: 1 };
  const headerAt = short === 0 ? 2 : 3;
  if (bytes.length < headerAt) return null;
  return { format, id: 64 + (short === 0 ? bytes.readUInt8(1) : bytes.readUInt16LE(1)), headerAt };
}
