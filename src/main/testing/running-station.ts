import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Role } from '../../shared/contract/index.ts';
import { milliseconds } from '../../shared/time/index.ts';
import type { StationAddresses } from '../composition-root.ts';
import { ScryptPasswordHasher } from '../infrastructure/security/scrypt-password-hasher.ts';
import { openDatabase } from '../infrastructure/sqlite/open-database.ts';
import { SqliteUnitOfWork } from '../infrastructure/sqlite/sqlite-unit-of-work.ts';
import { StationCaller } from './station-caller.ts';

const ENTRY = fileURLToPath(new URL('../station.ts', import.meta.url));
const PASSWORD = 'a password for tests';
const LOOK_EVERY_MS = 50;

/** A small picture and a light encoder, so that the machine keeps up whatever else it does. */
const LIGHT_SETTINGS = {
  channel: { name: 'Test', width: 320, height: 180, rate: '25/1' },
  encoding: { video: { preset: 'ultrafast', bitrateKbps: 300 }, audio: { bitrateKbps: 64 } },
  hls: { segmentSeconds: 1, windowSegments: 60 },
  cueAheadSeconds: 4,
};

/** A headless station as its own process, on real ports with a real engine, and somebody who is signed in there as admin. */
export class RunningStation {
  readonly #process: ChildProcess;
  readonly #closed: Promise<unknown>;
  readonly #folder: string;
  #stdout = '';
  #stderr = '';
  #addresses: StationAddresses | null = null;
  #admin: StationCaller | null = null;

  private constructor(process: ChildProcess, folder: string) {
    this.#process = process;
    this.#closed = once(process, 'close');
    this.#folder = folder;
    process.stdout?.on('data', (text) => {
      this.#stdout += String(text);
    });
    process.stderr?.on('data', (text) => {
      this.#stderr += String(text);
    });
  }

  /** Starts one on a data folder, with light settings if the folder is new; does not wait for it. */
  static launch(folder: string, options: readonly string[]): RunningStation {
    if (!readdirSync(folder).includes('station.json')) writeFileSync(join(folder, 'station.json'), JSON.stringify(LIGHT_SETTINGS));
    const args = [ENTRY, '--data', folder, '--api-port', '0', '--stream-port', '0', '--rtmp-port', '0', ...options];
    const env = { ...process.env, PERPETUA_ADMIN_PASSWORD: PASSWORD };
    return new RunningStation(spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] }), folder);
  }

  /** Starts one and waits until it says that it is on air. */
  static async onAir(folder: string, options: readonly string[]): Promise<RunningStation> {
    const station = RunningStation.launch(folder, options);
    await station.until('on air', async () => station.stdout().includes('\n'));
    station.#addresses = JSON.parse(station.stdout()) as StationAddresses;
    station.#admin = await station.#signIn('admin', PASSWORD);
    return station;
  }

  /** @throws before the station is on air */
  get addresses(): StationAddresses {
    if (this.#addresses === null) throw new Error('The station is not on air yet');
    return this.#addresses;
  }

  /** Of the station's process, not of its engine. @throws when it could not be started */
  get pid(): number {
    if (this.#process.pid === undefined) throw new Error('The station has no process');
    return this.#process.pid;
  }

  get #asAdmin(): StationCaller {
    if (this.#admin === null) throw new Error('The station is not on air yet');
    return this.#admin;
  }

  readonly stdout = (): string => this.#stdout;
  readonly stderr = (): string => this.#stderr;

  get<T>(path: string): Promise<T> {
    return this.#asAdmin.get(path);
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.#asAdmin.post(path, body);
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.#asAdmin.patch(path, body);
  }

  /** Listens to the station's events as a console does, until the signal. */
  listen(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    return this.#asAdmin.stream('/api/events', signal);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#asAdmin.put(path, body);
  }

  /** Somebody new of a role, named after it and signed in. @throws when there is one already */
  async newcomer(role: Role): Promise<StationCaller> {
    const database = openDatabase(join(this.#folder, 'station.db'), milliseconds(Date.now()));
    try {
      const passwordHash = await new ScryptPasswordHasher({ n: 16, r: 1, p: 1 }).hash(PASSWORD);
      const user = { id: role, username: role, role, passwordHash, createdAt: milliseconds(Date.now()) };
      await new SqliteUnitOfWork(database.kysely).run(({ users }) => users.add(user));
    } finally {
      await database.close();
    }
    return this.#signIn(role, PASSWORD);
  }

  /** Waits until a claim about the station holds; fails when its process ends first. The test's own time limit ends a wait that is in vain. */
  async until(claim: string, holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) {
      if (this.#process.exitCode !== null) throw new Error(`The station ended before it was ${claim}:\n${this.#stderr}`);
      await delay(LOOK_EVERY_MS);
    }
  }

  /** Sends a signal and waits for the end. @returns the exit code; null when it was killed */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const ended = this.ended();
    this.#process.kill(signal);
    return ended;
  }

  /** Waits for the end, and for the last words: they come by pipes, which may be later than the exit. @returns the exit code; null when it was killed */
  async ended(): Promise<number | null> {
    await this.#closed;
    return this.#process.exitCode;
  }

  async #signIn(username: string, password: string): Promise<StationCaller> {
    const needs = { api: this.addresses.api, lastWords: () => this.#stderr.slice(-2000) };
    const { token } = await new StationCaller({ ...needs, token: null }).post<{ token: string }>('/api/session', { username, password });
    return new StationCaller({ ...needs, token });
  }
}

/** The processes whose command line names a folder: a station on it, its engine and the engine's children. One that was killed is among them until the system has buried it. Linux only. */
export function processesOn(folder: string): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandLine(name).includes(folder));
  return pids.map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended in the meantime.
    return '';
  }
}

/** Ends with force whatever still runs on a folder, so that a test that failed leaves nothing behind. */
export function killAllOn(folder: string): void {
  for (const pid of processesOn(folder)) killIfThere(pid);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // A child often ends by itself once its parent was killed; the others are still to be ended.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
