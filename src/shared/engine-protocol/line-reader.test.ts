import { describe, expect, it } from 'vitest';
import { LineReader } from './line-reader.ts';

describe('LineReader', () => {
  it('puts lines together however they are cut, through the middle of a character too', () => {
    const bytes = new TextEncoder().encode('{"a":"ä€"}\n\n{"b":2}\n{"c"');
    for (let size = 1; size <= bytes.length; size += 1) {
      const reader = new LineReader();
      const lines: string[] = [];
      for (let at = 0; at < bytes.length; at += size) lines.push(...reader.push(bytes.subarray(at, at + size)));
      expect(lines).toEqual(['{"a":"ä€"}', '{"b":2}']);
      expect(reader.push(new TextEncoder().encode(':3}\n'))).toEqual(['{"c":3}']);
    }
  });

  it('gives up a line that has no end', () => {
    const reader = new LineReader();
    const piece = new Uint8Array(16 * 1024 * 1024).fill(0x61);
    for (let pieces = 0; pieces < 4; pieces += 1) expect(reader.push(piece)).toEqual([]);
    expect(() => reader.push(piece)).toThrow(RangeError);
  });
});
