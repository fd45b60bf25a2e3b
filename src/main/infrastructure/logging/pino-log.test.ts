import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PinoLog } from './pino-log.ts';
import { RotatingFile } from './rotating-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('PinoLog', () => {
  it('writes one line of JSON to the file and to the sink beside it, with the stack of an error', () => {
    const beside: string[] = [];
    const log = new PinoLog(new RotatingFile(join(folder, 'station.log'), { maxBytes: 1e6, files: 2 }), {
      write: (line) => beside.push(line),
    });
    log.error('The playlog could not be extended', { error: new Error('disk full'), revision: 7 });
    const line = JSON.parse(readFileSync(join(folder, 'station.log'), 'utf8'));
    expect(line).toMatchObject({ msg: 'The playlog could not be extended', revision: 7, error: { message: 'disk full' } });
    expect(line.error.stack).toContain('pino-log.test');
    expect(beside.join('')).toBe(readFileSync(join(folder, 'station.log'), 'utf8'));
  });

  it('never writes a password or a token', () => {
    const beside: string[] = [];
    const log = new PinoLog(new RotatingFile(join(folder, 'station.log'), { maxBytes: 1e6, files: 2 }), {
      write: (line) => beside.push(line),
    });
    log.info('Somebody signed in', { username: 'ann', password: 'hush', request: { token: 'hush' } });
    expect(beside.join('')).toContain('ann');
    expect(beside.join('')).not.toContain('hush');
  });
});
