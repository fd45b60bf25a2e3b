import { describe, expect, it } from 'vitest';
import { CoalescedJob } from './coalesced-job.ts';

describe('CoalescedJob', () => {
  it('gives those who ask during a run one more run together', async () => {
    const finish: (() => void)[] = [];
    let runs = 0;
    const job = new CoalescedJob(() => {
      runs += 1;
      const number = runs;
      return new Promise<number>((resolve) => finish.push(() => resolve(number)));
    });
    const first = job.run();
    const second = job.run();
    const third = job.run();
    finish[0]?.();
    expect(await first).toBe(1);
    finish[1]?.();
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    expect(runs).toBe(2);
  });

  it('runs again after a failure', async () => {
    let runs = 0;
    const job = new CoalescedJob(async () => {
      runs += 1;
      if (runs === 1) throw new Error('first');
      return runs;
    });
    const results = await Promise.allSettled([job.run(), job.run()]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled']);
    await job.settled();
  });
});
