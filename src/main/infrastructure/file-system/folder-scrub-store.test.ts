import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderScrubStore } from './folder-scrub-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sheet = (bytes: number) => ({ sheet: new Uint8Array(bytes).fill(7), peaks: [0, 0.5, 1] });

describe('FolderScrubStore', () => {
  it('gives back what it was given, and nothing for names that are no fingerprint', async () => {
    const store = new FolderScrubStore(folder, 1_000);
    await store.write('abcdef', sheet(10));
    expect(await store.read('abcdef')).toMatchObject({ peaks: [0, 0.5, 1] });
    expect((await store.read('abcdef'))?.sheet).toHaveLength(10);
    expect(await store.read('unknown')).toBeNull();
    expect(await store.read('../abcdef')).toBeNull();
  });

  it('stays below its bound by dropping what was not used longest', async () => {
    const store = new FolderScrubStore(folder, 1_000);
    for (const [age, name] of ['aaaa', 'bbbb'].entries()) {
      await store.write(name, sheet(400));
      utimesSync(join(folder, name.slice(0, 2), `${name}.jpg`), 1_000 + age, 1_000 + age);
    }
    await store.read('aaaa');
    await store.write('cccc', sheet(400));
    expect(await store.read('bbbb')).toBeNull();
    expect(await store.read('aaaa')).not.toBeNull();
    expect(await store.read('cccc')).not.toBeNull();
  });
});
