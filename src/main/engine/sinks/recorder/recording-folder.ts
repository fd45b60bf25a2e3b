import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recording, readRecordingName } from './recording.ts';

/** What a recording is called until it is finished. */
const TEMPORARY = '.part';

/** A recording that is being written. */
export interface OpenRecording {
  /** @throws the system's error. */
  append(packets: readonly Buffer[]): Promise<void>;
  /** Gives the recording its name. @throws the system's error. */
  finish(): Promise<void>;
}

/** Where recordings are kept. Every call but `explain` @throws the system's error. */
export interface RecordingStore {
  /** Makes the folder if need be, and finishes what a crash left unfinished: a TS file is good up to wherever it ends. */
  prepare(): Promise<void>;
  list(): Promise<readonly Recording[]>;
  create(name: string): Promise<OpenRecording>;
  remove(name: string): Promise<void>;
  /** What this user may still write on the disk. */
  freeBytes(): Promise<number>;
}

/** A `RecordingStore` on a real folder. Files that are none of this recorder's are never touched. */
export class RecordingFolder implements RecordingStore {
  readonly #dir: string;
  readonly #id: string;

  constructor(dir: string, id: string) {
    this.#dir = dir;
    this.#id = id;
  }

  async prepare(): Promise<void> {
    await mkdir(this.#dir, { recursive: true });
    for (const file of await readdir(this.#dir)) {
      const name = file.endsWith(TEMPORARY) ? file.slice(0, -TEMPORARY.length) : '';
      if (readRecordingName(this.#id, name) !== null) await rename(join(this.#dir, file), join(this.#dir, name));
    }
  }

  async list(): Promise<readonly Recording[]> {
    const recordings: Recording[] = [];
    for (const name of await readdir(this.#dir)) {
      const startsAt = readRecordingName(this.#id, name);
      if (startsAt !== null) recordings.push({ name, startsAt, byteLength: (await stat(join(this.#dir, name))).size });
    }
    return recordings;
  }

  async create(name: string): Promise<OpenRecording> {
    const path = join(this.#dir, name);
    return new RecordingFile(path, await open(path + TEMPORARY, 'w'));
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#dir, name), { force: true });
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#dir);
    return bavail * bsize;
  }
}

class RecordingFile implements OpenRecording {
  readonly #path: string;
  readonly #handle: FileHandle;

  constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  async append(packets: readonly Buffer[]): Promise<void> {
    await this.#handle.appendFile(Buffer.concat(packets));
  }

  async finish(): Promise<void> {
    try {
      await this.#handle.datasync();
    } finally {
      await this.#handle.close();
    }
    await rename(this.#path + TEMPORARY, this.#path);
  }
}
