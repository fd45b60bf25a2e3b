import { beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import type { StationCalls } from '../../station-client/index.ts';
import { armedFor, openBreakInDesk, stageOf, useBreakIn } from './break-in-store.ts';

const slate = { type: 'slate' } as const;

function deskAt(now: { ms: number }) {
  const armed: unknown[] = [];
  const timers: { readonly at: number; readonly act: () => void }[] = [];
  const calls = { air: { arm: async ({ source }: { source: unknown }) => armed.push(source) } } as unknown as StationCalls;
  const desk = openBreakInDesk(
    calls,
    () => milliseconds(now.ms),
    (ms, act) => timers.push({ at: now.ms + ms, act }),
  );
  const goTo = (ms: number) => {
    now.ms = ms;
    for (const timer of timers) if (timer.at <= ms) timer.act();
  };
  return { desk, armed, goTo };
}

describe('arming', () => {
  beforeEach(() => useBreakIn.setState({ source: null, reason: '', armedAt: null }));

  it('needs a source and a reason', () => {
    const at = milliseconds(0);
    expect(stageOf(useBreakIn.getState(), at)).toBe('none');
    useBreakIn.getState().choose({ source: slate });
    expect(stageOf(useBreakIn.getState(), at)).toBe('none');
    useBreakIn.getState().choose({ reason: 'Fire alarm' });
    expect(stageOf(useBreakIn.getState(), at)).toBe('chosen');
  });

  it('lasts fifteen seconds, then the engine is told to let go', async () => {
    const { desk, armed, goTo } = deskAt({ ms: 1000 });
    useBreakIn.getState().choose({ source: slate, reason: 'Fire alarm' });
    await desk.arm();
    expect(stageOf(useBreakIn.getState(), milliseconds(15_999))).toBe('armed');
    expect(armedFor(useBreakIn.getState().armedAt, milliseconds(11_000))).toBe(5000);
    goTo(16_000);
    expect(stageOf(useBreakIn.getState(), milliseconds(16_000))).toBe('chosen');
    expect(armed).toEqual([slate, null]);
  });

  it('armed anew, lasts fifteen seconds anew', async () => {
    const now = { ms: 0 };
    const { desk, goTo } = deskAt(now);
    useBreakIn.getState().choose({ source: slate, reason: 'Fire alarm' });
    await desk.arm();
    goTo(10_000);
    await desk.arm();
    goTo(15_000);
    expect(stageOf(useBreakIn.getState(), milliseconds(15_000))).toBe('armed');
  });

  it('is over as soon as something else is chosen', async () => {
    const { desk } = deskAt({ ms: 0 });
    useBreakIn.getState().choose({ source: slate, reason: 'Fire alarm' });
    await desk.arm();
    useBreakIn.getState().choose({ source: { type: 'live', inputId: 'studio' } });
    expect(stageOf(useBreakIn.getState(), milliseconds(1))).toBe('chosen');
  });

  it('lets go by hand once', async () => {
    const { desk, armed } = deskAt({ ms: 0 });
    useBreakIn.getState().choose({ source: slate, reason: 'Fire alarm' });
    await desk.arm();
    desk.disarm();
    desk.disarm();
    expect(armed).toEqual([slate, null]);
  });
});
