import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LastWords } from './last-words.ts';
import { SupervisedProcess } from './supervised-process.ts';

const children = { started: () => undefined, ended: () => undefined };

function start(script: string): SupervisedProcess {
  const args = ['-e', script];
  return new SupervisedProcess({ name: 'test', command: process.execPath, args, stdin: 'pipe', stdout: 'pipe', furtherPipes: 0, children });
}

describe('SupervisedProcess', () => {
  it('reports how a child ended, with its last words', async () => {
    const exit = await start('console.error("no such codec"); process.exitCode = 3').exited;
    expect(exit).toEqual({ code: 3, signal: null, failure: null, lastWords: ['no such codec'] });
  });

  it('reports a program that does not exist as a failure instead of throwing', async () => {
    const command = '/nonexistent/ffmpeg';
    const process = new SupervisedProcess({ name: 'test', command, args: [], stdin: 'pipe', stdout: 'pipe', furtherPipes: 0, children });
    expect((await process.exited).failure).toContain('ENOENT');
  });

  it('stops a child together with what the child started, even when both ignore the request', async () => {
    const script = `
      process.on('SIGTERM', () => {});
      const inner = require('child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
      console.log(inner.pid);
      setInterval(() => {}, 1000);`;
    const outer = start(script);
    const innerPid = await new Promise<number>((resolve) => outer.child.stdout?.once('data', (chunk) => resolve(Number(chunk))));
    const exit = await outer.stop(50);
    expect(exit.signal).toBe('SIGKILL');
    await expect.poll(() => isAlive(innerPid)).toBe(false);
  });
});

describe('LastWords', () => {
  it('keeps a bounded number of whole lines, also when they arrive in pieces', () => {
    const words = new LastWords();
    for (let index = 0; index < 30; index++) words.hear(Buffer.from(`line ${index}\n`));
    words.hear(Buffer.from('half a '));
    words.hear(Buffer.from('line'));
    expect(words.lines()).toHaveLength(20);
    expect(words.lines().at(-2)).toBe('line 29');
    expect(words.lines().at(-1)).toBe('half a line');
  });
});

/** A process that has ended but that nobody has asked about yet still has its number. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || !/\) Z /.test(statOf(pid));
}

function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return `${pid} (gone) Z `;
  }
}
