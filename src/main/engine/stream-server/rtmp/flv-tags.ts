import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';

/** How `@setDataFrame`, which asks a server to keep what follows, stands in AMF 0; it is no part of a file. */
const SET_DATA_FRAME = Buffer.from('\x02\x00\x0d@setDataFrame', 'latin1');
const AVC = 7;
const AAC = 10;

/** What an FLV stream with picture and sound begins with (Adobe FLV 10.1, E.2 and E.3). */
export const FLV_HEADER = Buffer.from('FLV\x01\x05\x00\x00\x00\x09\x00\x00\x00\x00', 'latin1');

/** A message as a tag of an FLV stream (E.4.1). */
export function writeFlvTag({ type, timestampMs, payload }: RtmpMessage): Buffer {
  const isPrefixed = type === MESSAGE.data && payload.subarray(0, SET_DATA_FRAME.length).equals(SET_DATA_FRAME);
  const body = isPrefixed ? payload.subarray(SET_DATA_FRAME.length) : payload;
  const head = Buffer.alloc(11);
  head.writeUInt8(type, 0);
  head.writeUIntBE(body.length, 1, 3);
  head.writeUIntBE(timestampMs & 0xffffff, 4, 3);
  head.writeUInt8(timestampMs >>> 24, 7);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(head.length + body.length, 0);
  return Buffer.concat([head, body, size]);
}

/** What a message is to somebody who joins later: something to know ahead, a place to begin, or neither. */
export function readFlvRole({ type, payload }: RtmpMessage): 'metadata' | 'picture-setup' | 'sound-setup' | 'key-frame' | 'other' {
  if (type === MESSAGE.data) return 'metadata';
  const [first = 0, second = 0] = payload;
  if (type === MESSAGE.audio) return first >> 4 === AAC && second === 0 ? 'sound-setup' : 'other';
  if ((first & 15) === AVC && second === 0) return 'picture-setup';
  return first >> 4 === 1 ? 'key-frame' : 'other';
}
