import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.mjs';

describe('two set-ups at once', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'perpetua-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('do their work one after the other', async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise(setImmediate);
      order.push(`${name} ends`);
    };
    await Promise.all([oneAtATime(work('first'), folder), oneAtATime(work('second'), folder)]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('do not wait for one that was killed', async () => {
    writeFileSync(path.join(folder, 'set-up.lock'), String(2 ** 30));
    await expect(oneAtATime(async () => 'done', folder)).resolves.toBe('done');
  });

  it('let go when the work fails', async () => {
    await expect(oneAtATime(() => Promise.reject(new Error('no network')), folder)).rejects.toThrow('no network');
    expect(existsSync(path.join(folder, 'set-up.lock'))).toBe(false);
  });
});
