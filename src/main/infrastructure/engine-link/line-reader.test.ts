import { expect, it } from 'vitest';
import { LineReader } from './line-reader.ts';

it('puts lines together however they are cut', () => {
  const text = '{"a":"ä"}\n\n{"b":2}\n{"c"';
  for (let size = 1; size < 9; size += 1) {
    const lines: string[] = [];
    const reader = new LineReader((line) => lines.push(line));
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
    expect(lines).toEqual(['{"a":"ä"}', '{"b":2}']);
  }
});
