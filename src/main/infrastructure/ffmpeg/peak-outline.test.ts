import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { PeakOutline } from './peak-outline.ts';

/** 100 samples a second: 2 in each part of 20 ms. */
function outline(samples: readonly number[], cutAt: readonly number[]): readonly number[] {
  const bytes = new Uint8Array(Int16Array.from(samples).buffer);
  const taken = new PeakOutline(milliseconds(samples.length * 10), 100);
  let from = 0;
  for (const until of [...cutAt, bytes.length]) {
    taken.take(bytes.subarray(from, until));
    from = until;
  }
  return taken.peaks();
}

describe('PeakOutline', () => {
  it('keeps the highest sample of each part, whichever way it points', () => {
    expect(outline([0, 16384, -32768, 8192], [])).toEqual([0, 0.5, 1, 0.25]);
  });

  it('does not care where the bytes are cut', () => {
    expect(outline([0, 16384, -32768, 8192], [1, 4, 5, 6])).toEqual([0, 0.5, 1, 0.25]);
  });
});
