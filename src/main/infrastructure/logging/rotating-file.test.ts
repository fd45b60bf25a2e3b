import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RotatingFile } from './rotating-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('RotatingFile', () => {
  it('keeps so many files of so many bytes, and drops the oldest lines', () => {
    const file = new RotatingFile(join(folder, 'logs', 'station.log'), { maxBytes: 10, files: 3 });
    for (const line of ['one11111\n', 'two22222\n', 'three333\n', 'four4444\n']) file.write(line);
    file.close();
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['station.1.log', 'station.2.log', 'station.log']);
    const lines = ['station.log', 'station.1.log', 'station.2.log'].map((name) => readFileSync(join(folder, 'logs', name), 'utf8'));
    expect(lines).toEqual(['four4444\n', 'three333\n', 'two22222\n']);
  });

  it('goes on with the file that is there', () => {
    const path = join(folder, 'station.log');
    for (const line of ['first\n', 'second\n']) {
      const file = new RotatingFile(path, { maxBytes: 1000, files: 2 });
      file.write(line);
      file.close();
    }
    expect(readFileSync(path, 'utf8')).toBe('first\nsecond\n');
  });
});
