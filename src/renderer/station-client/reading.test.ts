import { describe, expect, it } from 'vitest';
import { type Reading, readAnew, UNREAD } from './reading.ts';

function access() {
  let reading: Reading<string> = UNREAD;
  return { get: () => reading, set: (next: Reading<string>) => (reading = next) };
}

describe('readAnew', () => {
  it('keeps the last good data, with its time, when a later try fails', async () => {
    const kept = access();
    await readAnew(
      kept,
      async () => 'good',
      () => 7,
    );
    await readAnew(
      kept,
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => 9,
    );
    expect(kept.get()).toMatchObject({ data: 'good', readAt: 7, refusal: 'UNREACHABLE' });
  });

  it('does not let a late answer replace a newer one', async () => {
    const kept = access();
    let answerLate = (_: string) => {};
    const late = readAnew(
      kept,
      () => new Promise<string>((answer) => (answerLate = answer)),
      () => 1,
    );
    await readAnew(
      kept,
      async () => 'new',
      () => 2,
    );
    answerLate('old');
    await late;
    expect(kept.get().data).toBe('new');
  });
});
