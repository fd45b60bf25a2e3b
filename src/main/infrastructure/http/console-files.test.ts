import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConsoleFile } from './console-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-console-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), '<p>console</p>');
  writeFileSync(join(folder, 'renderer', 'assets', 'index-a1b2.js'), '1');
  writeFileSync(join(folder, 'secret.json'), '{}');
  mkdirSync(join(folder, 'renderer-secret'));
  writeFileSync(join(folder, 'renderer-secret', 'secret.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readConsoleFile(join(folder, 'renderer'), path);

describe('the console files', () => {
  it('serve the page at / and never from a cache that was not asked', async () => {
    expect(await read('/')).toMatchObject({ contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' });
  });

  it('serve hashed files with their type, to be kept for good', async () => {
    const file = await read('/assets/index-a1b2.js');
    expect(file).toMatchObject({ contentType: 'text/javascript; charset=utf-8', cacheControl: 'public, max-age=31536000, immutable' });
  });

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/../renderer-secret/secret.json',
    '/assets',
    '/%',
    '/%00.html',
    '/missing.js',
    '/index.html/x.js',
    '/constructor',
  ])('do not serve %s', async (path) => {
    expect(await read(path)).toBeNull();
  });
});
