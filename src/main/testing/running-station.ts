import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { StationAddresses } from '../composition-root.ts';

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
  #stdout = '';
  #stderr = '';
  #addresses: StationAddresses | null = null;
  #token: string | null = null;

  private constructor(process: ChildProcess) {
    this.#process = process;
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
    return new RunningStation(spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** Starts one and waits until it says that it is on air. */
  static async onAir(folder: string, options: readonly string[]): Promise<RunningStation> {
    const station = RunningStation.launch(folder, options);
    await station.until('on air', async () => station.stdout().includes('\n'));
    station.#addresses = JSON.parse(station.stdout()) as StationAddresses;
    const { token } = (await station.post('/api/session', { username: 'admin', password: PASSWORD })) as { token: string };
    station.#token = token;
    return station;
  }

  /** @throws before the station is on air */
  get addresses(): StationAddresses {
    if (this.#addresses === null) throw new Error('The station is not on air yet');
    return this.#addresses;
  }

  readonly stdout = (): string => this.#stdout;
  readonly stderr = (): string => this.#stderr;

  get<T>(path: string): Promise<T> {
    return this.#fetch(path, {}) as Promise<T>;
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.#send('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#send('PUT', path, body) as Promise<T>;
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

  /** Waits for the end. @returns the exit code; null when it was killed */
  async ended(): Promise<number | null> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await once(this.#process, 'exit');
    return this.#process.exitCode;
  }

  #send(method: string, path: string, body: unknown): Promise<unknown> {
    return this.#fetch(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  async #fetch(path: string, init: RequestInit): Promise<unknown> {
    const headers = { ...init.headers, ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }) };
    const response = await fetch(`${this.addresses.api}${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}\n${this.#stderr.slice(-2000)}`);
    return JSON.parse(text);
  }
}

/** The processes whose command line names a folder: a station on it, its engine and the engine's children. Linux only. */
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
  for (const pid of processesOn(folder)) process.kill(pid, 'SIGKILL');
}
