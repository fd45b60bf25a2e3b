import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import type { HeardStatus } from '../ports/engine.ts';
import { EngineStrain } from './engine-strain.ts';

function strain() {
  let now = 1_000;
  let heard: HeardStatus | null = null;
  const gauge = new EngineStrain({ lastStatus: () => heard }, { now: () => milliseconds(now) });
  return {
    isStrained: gauge.isStrained,
    hear: (lateMs: number, heldFrames: number) => {
      heard = { status: { statistics: { lateMs, heldFrames, underruns: 0 } }, heardAt: milliseconds(now) } as HeardStatus;
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('EngineStrain', () => {
  it('sees none before the engine was heard, and none while it is in time', () => {
    const { isStrained, hear } = strain();
    expect(isStrained()).toBe(false);
    hear(3, 7);
    expect(isStrained()).toBe(false);
  });

  it('sees it while the engine is late', () => {
    const { isStrained, hear } = strain();
    hear(25, 0);
    expect(isStrained()).toBe(true);
    hear(2, 0);
    expect(isStrained()).toBe(false);
  });

  it('sees it for five seconds after a frame was held, and not because an engine was replaced', () => {
    const { isStrained, hear, pass } = strain();
    hear(0, 4);
    isStrained();
    hear(0, 5);
    expect(isStrained()).toBe(true);
    pass(4_999);
    expect(isStrained()).toBe(true);
    pass(1);
    expect(isStrained()).toBe(false);
    hear(0, 0);
    expect(isStrained()).toBe(false);
  });
});
