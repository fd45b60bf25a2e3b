import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

/** A job whose runs end when they are told to. */
function job() {
  const ends: (() => void)[] = [];
  const ask = inTurn(() => new Promise<void>((end) => void ends.push(end)));
  const end = (run: number) => ends[run]?.();
  return { ask, end, begun: () => ends.length };
}

describe('inTurn', () => {
  it('runs once more for all who asked while it was under way', async () => {
    const { ask, end, begun } = job();
    const first = ask();
    const [second, third] = [ask(), ask()];
    expect(begun()).toBe(1);
    end(0);
    await first;
    await Promise.resolve();
    expect(begun()).toBe(2);
    end(1);
    await Promise.all([second, third]);
    expect(begun()).toBe(2);
  });

  it('answers nobody with a run that began before they asked', async () => {
    const { ask, end } = job();
    const first = ask();
    let isAnswered = false;
    const second = ask().then(() => (isAnswered = true));
    end(0);
    await first;
    expect(isAnswered).toBe(false);
    await Promise.resolve();
    end(1);
    await second;
  });

  it('begins at once again when nothing is under way', async () => {
    const { ask, end, begun } = job();
    const first = ask();
    end(0);
    await first;
    void ask();
    expect(begun()).toBe(2);
  });
});
