import { RtmpViolation } from './rtmp-violation.ts';

/** A value of AMF 0, the notation of RTMP's commands (Adobe, Action Message Format AMF 0). */
export type AmfValue = number | boolean | string | null | readonly AmfValue[] | { readonly [name: string]: AmfValue };

const TYPE = {
  number: 0,
  boolean: 1,
  string: 2,
  object: 3,
  null: 5,
  undefined: 6,
  ecmaArray: 8,
  end: 9,
  strictArray: 10,
  date: 11,
  longString: 12,
};
const DEEPEST = 8;
const MOST_VALUES = 1000;

/** Writes values one after the other. Objects are written as objects; strings are taken to be short of 64 KiB. */
export function encodeAmf(values: readonly AmfValue[]): Buffer {
  return Buffer.concat(values.map(encodeValue));
}

function encodeValue(value: AmfValue): Buffer {
  if (value === null) return Buffer.of(TYPE.null);
  if (typeof value === 'boolean') return Buffer.of(TYPE.boolean, value ? 1 : 0);
  if (typeof value === 'string') return Buffer.concat([Buffer.of(TYPE.string), encodeText(value)]);
  if (typeof value === 'number') return encodeNumber(value);
  if (Array.isArray(value)) return encodeArray(value);
  const fields = Object.entries(value).flatMap(([name, field]) => [encodeText(name), encodeValue(field as AmfValue)]);
  return Buffer.concat([Buffer.of(TYPE.object), ...fields, Buffer.of(0, 0, TYPE.end)]);
}

function encodeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

function encodeArray(values: readonly AmfValue[]): Buffer {
  const head = Buffer.alloc(5, TYPE.strictArray);
  head.writeUInt32BE(values.length, 1);
  return Buffer.concat([head, ...values.map(encodeValue)]);
}

function encodeText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const head = Buffer.alloc(2);
  head.writeUInt16BE(bytes.length, 0);
  return Buffer.concat([head, bytes]);
}

/** Reads all values in `bytes`. Undefined reads as null, a date as its milliseconds. @throws RtmpViolation on anything malformed, too deep or too much. */
export function decodeAmf(bytes: Buffer): readonly AmfValue[] {
  const reader = new AmfReader(bytes);
  const values: AmfValue[] = [];
  while (reader.hasMore()) values.push(reader.readValue(0));
  return values;
}

class AmfReader {
  readonly #bytes: Buffer;
  #at = 0;
  #count = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  hasMore(): boolean {
    return this.#at < this.#bytes.length;
  }

  readValue(depth: number): AmfValue {
    this.#count += 1;
    if (depth > DEEPEST || this.#count > MOST_VALUES) throw new RtmpViolation('AMF is nested too deep or too long');
    const type = this.#take(1).readUInt8(0);
    switch (type) {
      case TYPE.number:
        return this.#take(8).readDoubleBE(0);
      case TYPE.boolean:
        return this.#take(1).readUInt8(0) !== 0;
      case TYPE.string:
        return this.#readText(this.#take(2).readUInt16BE(0));
      case TYPE.longString:
        return this.#readText(this.#take(4).readUInt32BE(0));
      case TYPE.null:
      case TYPE.undefined:
        return null;
      case TYPE.date:
        return this.#take(10).readDoubleBE(0);
      case TYPE.ecmaArray:
        this.#take(4);
        return this.#readObject(depth);
      case TYPE.object:
        return this.#readObject(depth);
      case TYPE.strictArray:
        return this.#readArray(depth);
      default:
        throw new RtmpViolation(`AMF type ${type} is not known`);
    }
  }

  #readObject(depth: number): AmfValue {
    const fields = new Map<string, AmfValue>();
    for (;;) {
      const name = this.#readText(this.#take(2).readUInt16BE(0));
      if (name === '' && this.#bytes[this.#at] === TYPE.end) break;
      fields.set(name, this.readValue(depth + 1));
    }
    this.#take(1);
    return Object.fromEntries(fields);
  }

  #readArray(depth: number): AmfValue {
    const values: AmfValue[] = [];
    const length = this.#take(4).readUInt32BE(0);
    while (values.length < length) values.push(this.readValue(depth + 1));
    return values;
  }

  #readText(length: number): string {
    return this.#take(length).toString('utf8');
  }

  #take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RtmpViolation('AMF ends too early');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}
