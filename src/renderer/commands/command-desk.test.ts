import { beforeEach, describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../shared/time/index.ts';
import { createCommandDesk } from './command-desk.ts';
import { holdOf, runOf, useCommandRuns } from './command-runs.ts';
import { ALLOWED, type Desk, type OperatorCommand, refused, type Situation } from './operator-command.ts';

const situation = {} as Situation;

/** A desk whose time goes on only when told to. */
function deskAt() {
  const timers: { readonly at: number; readonly act: () => void }[] = [];
  let now = 0;
  const time = { now: () => now, after: (ms: number, act: () => void) => void timers.push({ at: now + ms, act }) };
  const goOn = (ms: number) => {
    now += ms;
    for (const due of timers.filter((timer) => timer.at <= now)) {
      timers.splice(timers.indexOf(due), 1);
      due.act();
    }
  };
  return { desk: createCommandDesk(() => situation, { airUsed: () => (used += 1) } as unknown as Desk, time), goOn };
}

let performed = 0;
let used = 0;
const held: OperatorCommand = {
  id: 'held',
  label: 'Held',
  key: null,
  holdMs: milliseconds(500),
  group: 'Air',
  scope: null,
  guard: () => ALLOWED,
  perform: async () => {
    performed += 1;
    return { type: 'at-frame', frame: frames(42) };
  },
};

beforeEach(() => {
  performed = 0;
  used = 0;
  useCommandRuns.setState({ runs: {}, holds: {} });
});

describe('a held command at the desk', () => {
  it('is performed once after its time, and keeps the frame it happened at', async () => {
    const { desk, goOn } = deskAt();
    desk.press(held, false);
    goOn(501);
    goOn(501);
    await Promise.resolve();
    expect(performed).toBe(1);
    expect(used).toBe(1);
    expect(runOf(useCommandRuns.getState(), held)).toEqual({ state: 'done', frame: 42 });
  });

  it('is not performed when it was let go in time, even if it is pressed again', () => {
    const { desk, goOn } = deskAt();
    desk.press(held, false);
    goOn(400);
    desk.release(held);
    desk.press(held, false);
    goOn(200);
    expect(performed).toBe(0);
    expect(holdOf(useCommandRuns.getState(), held).state).toBe('holding');
  });

  it('is called off when the window loses the focus', () => {
    const { desk, goOn } = deskAt();
    desk.press(held, false);
    desk.loseFocus([held]);
    goOn(1000);
    expect(performed).toBe(0);
  });
});

describe('a command at the desk', () => {
  const pressed: OperatorCommand = { ...held, id: 'pressed', holdMs: null };

  it('ignores the repeats of a key', () => {
    deskAt().desk.press(pressed, true);
    expect(performed).toBe(0);
  });

  it('is not performed against its guard', () => {
    deskAt().desk.press({ ...pressed, guard: () => refused('no') }, false);
    expect(performed).toBe(0);
  });

  it('says so when the station cannot be reached', async () => {
    const broken: OperatorCommand = { ...pressed, perform: () => Promise.reject(new TypeError('Failed to fetch')) };
    await useCommandRuns.getState().run(broken, {} as Desk);
    expect(runOf(useCommandRuns.getState(), broken)).toEqual({ state: 'refused', code: 'UNREACHABLE' });
  });
});
