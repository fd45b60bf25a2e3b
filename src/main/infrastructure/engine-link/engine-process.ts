import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import type { EngineConfig } from '../../../shared/engine-protocol/index.ts';
import { engineStdio, highestDescriptor } from './engine-stdio.ts';

/** How to start an engine. */
export interface EngineLaunch {
  /** The engine's own folder: its configuration, its rundown, its journal. */
  readonly engineFolder: string;
  /** The data folder that it is told of with `--dir`. */
  readonly dataFolder: string;
  /** The engine's entry: a script that Node can run. */
  readonly entry: string;
  /** How it is to run, as of now. */
  readonly config: () => EngineConfig;
}

/** The engine's last words on stdout and stderr go here; one older file is kept. */
const OUTPUT = 'engine-output.log';
const LARGEST_OUTPUT_BYTES = 5_000_000;

/**
 * Writes the configuration and starts an engine: in a process group of its own, so that it outlives this process, and under Electron's
 * own Node when there is no other.
 */
export function startEngineProcess({ engineFolder, dataFolder, entry, config }: EngineLaunch): ChildProcess {
  mkdirSync(engineFolder, { recursive: true });
  writeWhole(join(engineFolder, 'engine.json'), JSON.stringify(config(), null, 2));
  const isElectron = process.versions.electron !== undefined;
  const output = openOutput(join(engineFolder, OUTPUT));
  const nullDevice = openSync(devNull, 'r+');
  try {
    const child = spawn(process.execPath, [entry, '--dir', dataFolder], {
      detached: true,
      stdio: engineStdio(output, nullDevice, highestDescriptor(isElectron, process.platform)),
      env: { ...process.env, ...(isElectron ? { ELECTRON_RUN_AS_NODE: '1' } : {}) },
      windowsHide: true,
    });
    child.unref();
    return child;
  } finally {
    closeSync(output);
    closeSync(nullDevice);
  }
}

/** A reader finds the old text or the new one, never half of one. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function openOutput(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_OUTPUT_BYTES) {
    rmSync(`${path}.1`, { force: true });
    renameSync(path, `${path}.1`);
  }
  return openSync(path, 'a');
}
