/** A box of ISO/IEC 14496-12, 4.2: its length, its four letters, its contents. */
export function box(type: string, ...contents: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(
    contents.reduce((sum, { length }) => sum + length, 8),
    0,
  );
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...contents]);
}

/** A box that has a version (8 bits) and flags (24 bits) ahead of its contents. */
export function fullBox(type: string, version: number, flags: number, ...contents: readonly Buffer[]): Buffer {
  return box(type, uint32(version * 2 ** 24 + flags), ...contents);
}

/** Numbers of 32 bits, one behind the other. */
export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

/** Numbers of 16 bits, one behind the other. */
export function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

/** So many zeros: fields that are reserved, or that say "nothing special". */
export function zeros(count: number): Buffer {
  return Buffer.alloc(count);
}
