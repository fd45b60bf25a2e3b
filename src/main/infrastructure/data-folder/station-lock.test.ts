import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StationLock } from './station-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = () => join(folder, 'station.lock');

describe('StationLock', () => {
  it('refuses a second station while the first lives, and says which process it is', () => {
    const first = StationLock.take(folder);
    expect(() => StationLock.take(folder)).toThrow(`process ${process.pid}`);
    first.release();
    StationLock.take(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over from a holder that was killed', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    writeFileSync(lockFile(), JSON.stringify({ pid: dead.pid, startedAt: 'unknown' }));
    StationLock.take(folder);
    expect(JSON.parse(readFileSync(lockFile(), 'utf8')).pid).toBe(process.pid);
  });

  it('is not fooled by another process that was given the number of a dead holder', () => {
    writeFileSync(lockFile(), JSON.stringify({ pid: process.ppid, startedAt: 'another-boot 1' }));
    StationLock.take(folder).release();
    expect(existsSync(lockFile())).toBe(false);
  });

  it('takes over a lock that was only half written', () => {
    writeFileSync(lockFile(), '{"pid":');
    StationLock.take(folder).release();
    expect(existsSync(lockFile())).toBe(false);
  });

  it('leaves a lock alone that is no longer its own', () => {
    const lock = StationLock.take(folder);
    writeFileSync(lockFile(), 'somebody else');
    lock.release();
    expect(readFileSync(lockFile(), 'utf8')).toBe('somebody else');
  });
});
