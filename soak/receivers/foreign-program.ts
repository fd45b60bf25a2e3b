import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST_LINES = 200;
const GRACE_MS = 5000;

/** Whether a program can be run; its `versionArguments` must make it end at once. */
export async function isInstalled(command: string, versionArguments: readonly string[]): Promise<boolean> {
  try {
    await run(command, [...versionArguments]);
    return true;
  } catch {
    return false;
  }
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}

/** Pictures in a file, as FFmpeg's own demuxer counts them; 0 when it can't be read. */
export async function picturesIn(ffprobePath: string, path: string): Promise<number> {
  const args = [
    '-v',
    'error',
    '-select_streams',
    'v:0',
    '-count_packets',
    '-show_entries',
    'stream=nb_read_packets',
    '-of',
    'csv=p=0',
    path,
  ];
  const { stdout } = await run(ffprobePath, args).catch(() => ({ stdout: '' }));
  return Number.parseInt(stdout, 10) || 0;
}

/** A program of somebody else while it runs, and what it wrote. */
export class ForeignProgram {
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  /** Settles when it is gone. */
  readonly ended: Promise<unknown>;

  constructor(command: string, args: readonly string[]) {
    this.#child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = Promise.race([once(this.#child, 'close'), once(this.#child, 'error')]);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        if (this.#lines.length < MOST_LINES)
          this.#lines.push(
            ...chunk
              .toString()
              .split(/[\r\n]+/)
              .filter((line) => line.trim() !== ''),
          );
      });
    }
  }

  /** What it wrote to stdout and stderr, line by line. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Settles when it has ended by itself, or after `ms`. */
  async endsWithin(ms: number): Promise<void> {
    const limit = new Promise((resolve) => setTimeout(resolve, ms).unref());
    await Promise.race([this.ended, limit]);
  }

  /** Ends it and waits until it is gone. */
  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGTERM');
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), GRACE_MS);
    await this.ended;
    clearTimeout(kill);
  }
}
