import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChildRegistry } from './child-registry.ts';
import { LastWords } from './last-words.ts';

/** How a child ended. `code` and `signal` are as Node tells them; `failure` is set when it could not even be started. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly failure: string | null;
  /** The end of its stderr, oldest line first. */
  readonly lastWords: readonly string[];
}

/** What to start. `stdio` holds the entries for file descriptors 0, 1, 3, 4 ...; 2 is always heard by the supervisor. */
export interface SupervisedCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly stdin: StdioEntry;
  readonly stdout: StdioEntry;
  readonly furtherPipes: number;
  readonly children: ChildRegistry;
}

type StdioEntry = 'pipe' | 'ignore' | import('node:net').Socket;

/** Children that must not outlive this process, whatever ends it. */
const living = new Set<number>();
process.on('exit', () => {
  for (const pid of living) signalGroup(pid, 'SIGKILL');
});

/**
 * A long-lived child: started in a process group of its own, its last words kept, stopped with everything it started.
 * Never throws and never emits `error`: a child that can't be started reports an exit with a `failure`.
 */
export class SupervisedProcess {
  readonly child: ChildProcess;
  /** Settles once, when the child is gone and its pipes are closed. Never rejects. */
  readonly exited: Promise<ProcessExit>;
  #hasExited = false;

  constructor(command: SupervisedCommand) {
    const lastWords = new LastWords();
    this.child = spawn(command.command, command.args, spawnOptions(command));
    const { pid } = this.child;
    if (pid !== undefined) {
      living.add(pid);
      command.children.started(pid, command.name);
    }
    this.child.stderr?.on('data', (chunk: Buffer) => lastWords.hear(chunk));
    // A pipe whose other end is gone is no news: the exit tells of it.
    for (const pipe of this.child.stdio) pipe?.on('error', () => undefined);
    this.exited = this.#exit(lastWords).then((exit) => {
      this.#hasExited = true;
      if (pid !== undefined) {
        living.delete(pid);
        command.children.ended(pid);
      }
      return exit;
    });
  }

  get isRunning(): boolean {
    return !this.#hasExited;
  }

  /** Asks the child and all it started to end, makes them after `graceMs`, and waits until they have. */
  async stop(graceMs: number): Promise<ProcessExit> {
    this.#signal('SIGTERM');
    const cancelled = new AbortController();
    const killed = delay(graceMs, null, { signal: cancelled.signal })
      .then(() => this.#signal('SIGKILL'))
      .catch(() => undefined);
    const exit = await this.exited;
    cancelled.abort();
    await killed;
    return exit;
  }

  /** Ends the child and all it started at once. `exited` tells when it is done. */
  kill(): void {
    this.#signal('SIGKILL');
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.child;
    if (pid === undefined || this.#hasExited) return;
    signalGroup(pid, signal);
    // What still flows in has no reader any more; without this its pipes would never close.
    for (const pipe of this.child.stdio) pipe?.destroy();
  }

  #exit(lastWords: LastWords): Promise<ProcessExit> {
    return new Promise((resolve) => {
      this.child.once('error', (error) => {
        if (this.child.pid === undefined) resolve({ code: null, signal: null, failure: error.message, lastWords: [] });
      });
      this.child.once('close', (code, signal) => resolve({ code, signal, failure: null, lastWords: lastWords.lines() }));
    });
  }
}

function spawnOptions(command: SupervisedCommand): SpawnOptions {
  const further = Array.from({ length: command.furtherPipes }, () => 'pipe' as const);
  return {
    stdio: [command.stdin, command.stdout, 'pipe', ...further],
    // A group of its own: a signal to it reaches whatever the child started, and a terminal's Ctrl+C does not.
    detached: process.platform !== 'win32',
    windowsHide: true,
  };
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
