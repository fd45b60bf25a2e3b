import { describe, expect, it } from 'vitest';
import type { Burst } from './burst.ts';
import type { Sink } from './sink.ts';
import { SupervisedSink } from './supervised-sink.ts';
import { keepLog } from './testing/keep-log.ts';
import { makeBurst, makeBursts } from './testing/make-burst.ts';

const rate = { num: 25, den: 1 };
const GOP = 25;

/** A sink that fails on chosen frames. */
class Fragile implements Sink {
  readonly id = 'fragile';
  readonly type = 'push';
  readonly seen: number[] = [];
  restarts = 0;
  readonly #failsOn: (frame: number) => boolean;
  constructor(failsOn: (frame: number) => boolean) {
    this.#failsOn = failsOn;
  }
  receive(burst: Burst): void {
    if (this.#failsOn(burst.frame)) throw new Error('/secret/path broke');
    this.seen.push(burst.frame);
  }
  restart(): void {
    this.restarts += 1;
  }
  status() {
    return { id: this.id, type: this.type, state: 'running', detail: '', bytesSent: 1, waitingBytes: 0 } as const;
  }
  close(): Promise<void> {
    return Promise.reject(new Error('will not close'));
  }
}

const feed = (outlet: SupervisedSink, from: number, to: number) => {
  for (const burst of makeBursts(from, to, GOP)) outlet.receive(burst);
};

describe('SupervisedSink', () => {
  it('feeds a sink from a key frame on', () => {
    const sink = new Fragile(() => false);
    feed(new SupervisedSink(sink, rate, keepLog()), 10, 60);
    expect(sink.seen[0]).toBe(25);
    expect(sink.seen).toHaveLength(35);
  });

  it('leaves a sink that throws in the dark for a second, then restarts it at a key frame', () => {
    const sink = new Fragile((frame) => frame === 30);
    const outlet = new SupervisedSink(sink, rate, keepLog());
    feed(outlet, 0, 50);
    expect(outlet.status()).toMatchObject({ state: 'backing-off', detail: 'The output failed and will be tried again.' });
    feed(outlet, 50, 100);
    expect(sink.seen.filter((frame) => frame > 30)[0]).toBe(75);
    expect(sink.restarts).toBe(1);
    expect(outlet.status().state).toBe('running');
  });

  it('tries a hopeless sink ever more rarely, but at least every 30 seconds', () => {
    const log = keepLog();
    const attempts: number[] = [];
    const sink = new Fragile((frame) => attempts.push(frame) > 0);
    feed(new SupervisedSink(sink, rate, log), 0, 25 * 200);
    const pauses = attempts.slice(1).map((frame, index) => (frame - (attempts[index] ?? 0)) / 25);
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30, 30]);
    expect(log.lines.filter((line) => line.startsWith('error'))).toHaveLength(attempts.length);
  });

  it('begins with the shortest pause again for a sink that had recovered', () => {
    const sink = new Fragile((frame) => frame === 0 || frame === 2500);
    const outlet = new SupervisedSink(sink, rate, keepLog());
    feed(outlet, 0, 2600);
    expect(sink.seen.filter((frame) => frame > 2500)[0]).toBe(2525);
  });

  it('logs a sink that does not even close, and goes on', async () => {
    const log = keepLog();
    const outlet = new SupervisedSink(new Fragile(() => false), rate, log);
    outlet.receive(makeBurst(0, true));
    await outlet.close();
    expect(log.lines[0]).toContain('An output did not close');
  });
});
