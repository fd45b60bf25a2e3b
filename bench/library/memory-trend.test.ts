import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendOf } from './memory-trend.ts';
import { readMetrics, readStatusField } from './read-metrics.ts';

const samplesOf = (values: readonly number[]) => values.map((value, index) => ({ atMs: index * 10_000, figures: { bytes: value } }));

describe('the trend of a figure', () => {
  it('is what a straight line grows by in an hour, with the medians of its first and last quarter', () => {
    const { first, last, perHour } = trendOf(samplesOf([100, 110, 120, 130, 140, 150, 160, 170]), 'bytes');
    expect([first, last]).toEqual([105, 165]);
    expect(perHour).toBeCloseTo(3600);
  });

  it('leaves the warm-up of the first quarter out of the slope, however high it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 2 }), (warmUp) => {
        expect(trendOf(samplesOf([...warmUp, 7, 7, 7, 7, 7, 7]), 'bytes')).toMatchObject({ last: 7, perHour: 0 });
      }),
    );
  });

  it('does not see one outlier in its medians', () => {
    expect(trendOf(samplesOf([1, 1, 900, 1, 1, 1, 1, 1, 1, 1, 900, 1]), 'bytes')).toMatchObject({ first: 1, last: 1 });
  });

  it('can not be told from fewer than four samples', () => {
    expect(() => trendOf(samplesOf([1, 2, 3]), 'bytes')).toThrow(RangeError);
  });
});

describe('what systems tell of memory', () => {
  it('is read from the metrics, those with labels left out', () => {
    const text =
      '# HELP perpetua_main_heap_used_bytes x\n# TYPE y gauge\nperpetua_main_heap_used_bytes 60000\nperpetua_info{version="1"} 1\n';
    expect([...readMetrics(text)]).toEqual([['perpetua_main_heap_used_bytes', 60_000]]);
  });

  it('is read from /proc/PID/status', () => {
    const text = 'Name:\tnode\nVmRSS:\t   64512 kB\nRssAnon:\t   21504 kB\nThreads:\t11\n';
    expect(['VmRSS', 'RssAnon', 'Threads', 'RssFile'].map((field) => readStatusField(text, field))).toEqual([
      66_060_288, 22_020_096, 11, 0,
    ]);
  });
});
