import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AssetKind, Asset as AssetView, Import } from '../../../shared/contract/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { ImportFile, ImportProgress, ImportService, LibraryQueries } from '../../application/library/index.ts';
import type { WalkedPath } from '../../application/ports/media-files.ts';
import type { MediaProbe } from '../../application/ports/media-probe.ts';
import { USUAL_FLAW_LIMITS } from '../../domain/library/index.ts';
import { DiskMediaFiles } from '../file-system/disk-media-files.ts';
import { SqliteLibraryCatalogue } from '../sqlite/sqlite-library-catalogue.ts';
import { SqliteUnitOfWork } from '../sqlite/sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../sqlite/temporary-database.ts';
import { SystemTimers } from '../system/system-timers.ts';
import { FfmpegMediaProbe, type FfmpegPrograms } from './ffmpeg-media-probe.ts';
import { makeTinyFilm } from './tiny-media.ts';

/** FFmpeg as this machine's tests find it. */
export const TEST_PROGRAMS: FfmpegPrograms = {
  ffmpegPath: process.env.FFMPEG_PATH ?? 'ffmpeg',
  ffprobePath: process.env.FFPROBE_PATH ?? 'ffprobe',
};

/** A probe that counts how often it decoded, and can be made to wait. */
class WatchedProbe implements MediaProbe {
  readonly #probe: MediaProbe;
  decodes = 0;
  beforeDecode: () => Promise<void> = () => Promise.resolve();

  constructor(probe: MediaProbe) {
    this.#probe = probe;
  }

  #letGo: () => void = () => undefined;

  /** Has every decode from the nth on wait until it is let go. Settles when the nth is reached. */
  holdDecode(nth: number): Promise<void> {
    const gate = new Promise<void>((resolve) => {
      this.#letGo = resolve;
    });
    return new Promise((resolve) => {
      this.beforeDecode = async () => {
        if (this.decodes < nth) return;
        resolve();
        await gate;
      };
    });
  }

  letGo(): void {
    this.#letGo();
  }

  probe: MediaProbe['probe'] = (path, signal) => this.#probe.probe(path, signal);

  decode: MediaProbe['decode'] = async (path, facts, until, signal) => {
    this.decodes++;
    await this.beforeDecode();
    return this.#probe.decode(path, facts, until, signal);
  };
}

/** The disk, on which something can happen after each step of a walk. */
class WatchedFiles extends DiskMediaFiles {
  afterEach: () => void = () => undefined;

  override async *walk(path: string): AsyncIterable<WalkedPath> {
    for await (const walked of super.walk(path)) {
      yield walked;
      this.afterEach();
    }
  }
}

/** A real library in a folder of its own, with real FFmpeg and real SQLite, into which a test imports films that it makes. */
export class ImportedLibrary {
  readonly database: TemporaryDatabase = openTemporaryDatabase();
  readonly media = join(this.database.folder, 'media');
  readonly unitOfWork = new SqliteUnitOfWork(this.database.kysely);
  readonly told: Import[] = [];
  readonly logged: string[] = [];
  changes = 0;
  readonly now = milliseconds(Date.UTC(2026, 2, 1, 20));
  readonly clock = { now: () => this.now };
  readonly queries = new LibraryQueries(new SqliteLibraryCatalogue(this.database.kysely), this.clock, USUAL_FLAW_LIMITS);
  readonly files = new WatchedFiles();
  probe = new WatchedProbe(new FfmpegMediaProbe(TEST_PROGRAMS));
  service = this.#newService();

  constructor() {
    mkdirSync(this.media);
  }

  /** Stops the service and starts another on the same database, as a restart of the station does. */
  async restart(programs: FfmpegPrograms): Promise<void> {
    await this.service.stop();
    this.probe = new WatchedProbe(new FfmpegMediaProbe(programs));
    this.service = this.#newService();
  }

  async remove(): Promise<void> {
    await this.service.stop();
    await this.database.remove();
  }

  /** Makes a film of a second; its path. */
  film(name: string, number: number, more: { size?: string; rate?: string; hasSound?: boolean } = {}): string {
    const path = join(this.media, name);
    mkdirSync(dirname(path), { recursive: true });
    makeTinyFilm({ path, size: '160x90', rate: '25', seconds: 1, hasSound: true, number, ...more });
    return path;
  }

  async start(path: string, kind: AssetKind | null = null): Promise<string> {
    return granted(await this.service.start({ path, kind, by: 'ada' })).importId;
  }

  /** Imports a path and waits for the end of it. */
  async import(path: string, kind: AssetKind | null = null): Promise<Import> {
    const id = await this.start(path, kind);
    await this.service.whenIdle();
    return granted(await this.queries.getImport(id));
  }

  async assets(): Promise<readonly AssetView[]> {
    return granted(await this.queries.listAssets({ search: null, kind: null, limit: 100, cursor: null })).items;
  }

  #newService(): ImportService {
    const { unitOfWork, probe, clock } = this;
    const { files } = this;
    const ids = { next: () => randomUUID() };
    const events = { libraryChanged: () => void this.changes++, importProgress: (progress: Import) => void this.told.push(progress) };
    const note = (message: string) => void this.logged.push(message);
    const log = { info: note, warn: note, error: note };
    const calm = { air: { isStrained: () => false }, timers: new SystemTimers() };
    const importFile = new ImportFile({
      unitOfWork,
      files,
      probe,
      clock,
      ids,
      limits: USUAL_FLAW_LIMITS,
      stillLength: milliseconds(10_000),
    });
    const progress = new ImportProgress(new SqliteLibraryCatalogue(this.database.kysely), events, log);
    return new ImportService({ unitOfWork, files, importFile, progress, events, log, clock, ids, parallelFiles: 2, ...calm });
  }
}

function granted<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }): T {
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}
