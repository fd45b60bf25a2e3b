import type { AssetKind, WatchFolder as WatchFolderView } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { isSameVersion, type SeenFile, type WatchFolder } from '../../domain/library/index.ts';
import { CoalescedJob } from '../coalesced-job.ts';
import type { FolderWatch } from '../ports/folder-watch.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { LibraryEvents } from '../ports/library-events.ts';
import type { Log } from '../ports/log.ts';
import type { Timers } from '../ports/timers.ts';
import type { Answer } from '../refusal.ts';
import type { ImportService } from './import-service.ts';
import { type LookAtFolderParts, lookAtFolder } from './look-at-folder.ts';
import { badInput, notFound } from './refused.ts';

/** What the watch folders work with. */
export interface WatchFoldersParts extends LookAtFolderParts {
  readonly imports: Pick<ImportService, 'startFiles'>;
  readonly watch: FolderWatch;
  readonly events: LibraryEvents;
  readonly timers: Timers;
  readonly ids: IdGenerator;
  readonly log: Log;
}

/** How often folders are looked at even though nothing was told of them: network disks tell nothing. */
const LOOK_EVERY = milliseconds(60_000);

/** For how long a file must have kept its size and time before it is taken: it may be a copy under way. */
const STILL_MS = 5_000;

/** When a version that came to nothing, because it may not be read say, is tried again. */
const TRY_AGAIN_MS = 3_600_000;

/** A file that is new or changed: since when it has been as it is, and when it was last handed to the imports. */
interface ChangedFile extends SeenFile {
  readonly since: Milliseconds;
  readonly triedAt: Milliseconds | null;
}

/** Takes media out of folders by itself: what is new or changed and has been still is imported, what is gone is marked. */
export class WatchFolders {
  readonly #parts: WatchFoldersParts;
  readonly #stop = new AbortController();
  readonly #looking = new CoalescedJob(() => this.#lookAtAll());
  #changed: ReadonlyMap<string, ChangedFile> = new Map();
  readonly #unwatch = new Map<string, () => void>();
  #stopTimer: () => void = () => undefined;
  #cancelSoon: (() => void) | null = null;

  constructor(parts: WatchFoldersParts) {
    this.#parts = parts;
  }

  /** Looks at every folder now and goes on watching. */
  readonly start = async (): Promise<void> => {
    for (const folder of await this.#folders()) this.#watch(folder);
    this.#stopTimer = this.#parts.timers.every(LOOK_EVERY, this.#lookUnasked);
    this.#lookUnasked();
  };

  /** Stops at once. What was found and not yet imported is found again at the next start. */
  readonly stop = async (): Promise<void> => {
    this.#stop.abort(new Error('The station is stopping'));
    this.#stopTimer();
    this.#cancelSoon?.();
    for (const unwatch of this.#unwatch.values()) unwatch();
    await this.#looking.settled();
  };

  async list(): Promise<WatchFolderView[]> {
    return (await this.#folders()).map(viewOf);
  }

  /** Adds a folder and looks at it. Refuses a path that is not absolute or no folder. Adding one twice changes nothing. */
  async add(path: string, kind: AssetKind | null, by: string): Promise<Answer<WatchFolderView>> {
    const absolute = this.#parts.files.normalise(path);
    if (absolute === null) return badInput('path', 'The path must be absolute');
    if ((await this.#parts.files.inspect(absolute)).type !== 'folder')
      return badInput('path', 'There is no folder that can be read at that path');
    const known = (await this.#folders()).find((folder) => folder.path === absolute);
    if (known) return { ok: true, value: viewOf(known) };
    const folder = { id: this.#parts.ids.next(), path: absolute, kind, addedBy: by, addedAt: this.#parts.clock.now() };
    await this.#parts.unitOfWork.run(({ imports }) => imports.addWatchFolder(folder));
    this.#watch(folder);
    this.#lookUnasked();
    return { ok: true, value: viewOf(folder) };
  }

  /** Watches a folder no more. What came out of it stays. */
  async remove(id: string): Promise<Answer<Record<string, never>>> {
    const isRemoved = await this.#parts.unitOfWork.run(({ imports }) => imports.removeWatchFolder(id));
    this.#unwatch.get(id)?.();
    this.#unwatch.delete(id);
    return isRemoved ? { ok: true, value: {} } : notFound('No such watch folder');
  }

  /** Looks at every folder now, and waits for it. */
  readonly look = (): Promise<void> => this.#looking.run();

  readonly #lookUnasked = (): void => {
    if (this.#stop.signal.aborted) return;
    this.#looking.run().catch((error: unknown) => {
      if (!this.#stop.signal.aborted) this.#parts.log.error('The watch folders could not be looked at', { error });
    });
  };

  #folders(): Promise<readonly WatchFolder[]> {
    return this.#parts.unitOfWork.run(({ imports }) => imports.listWatchFolders());
  }

  #watch({ id, path }: WatchFolder): void {
    this.#unwatch.set(id, this.#parts.watch.watch(path, this.#lookSoon));
  }

  /** Changes come in swarms: one look after a while sees them all, and sees which files are still. */
  readonly #lookSoon = (): void => {
    if (this.#stop.signal.aborted) return;
    this.#cancelSoon ??= this.#parts.timers.after(milliseconds(STILL_MS), () => {
      this.#cancelSoon = null;
      this.#lookUnasked();
    });
  };

  async #lookAtAll(): Promise<void> {
    const changed = new Map<string, ChangedFile>();
    for (const folder of await this.#folders()) await this.#lookAt(folder, changed);
    this.#changed = changed;
    if ([...changed.values()].some(({ triedAt }) => triedAt === null)) this.#lookSoon();
  }

  async #lookAt(folder: WatchFolder, all: Map<string, ChangedFile>): Promise<void> {
    const { changed, lost, healed, restated } = await lookAtFolder(this.#parts, folder, this.#stop.signal);
    if (lost + healed + restated > 0) this.#parts.events.libraryChanged();
    const now = this.#parts.clock.now();
    const due: string[] = [];
    for (const file of changed) {
      const before = this.#changed.get(file.path);
      const known = before !== undefined && isSameVersion(before, file) ? before : { ...file, since: now, triedAt: null };
      const isDue = now - known.since >= STILL_MS && (known.triedAt === null || now - known.triedAt >= TRY_AGAIN_MS);
      if (isDue) due.push(file.path);
      all.set(file.path, isDue ? { ...known, triedAt: now } : known);
    }
    if (due.length > 0) await this.#parts.imports.startFiles(folder, due);
  }
}

function viewOf({ id, path, kind }: WatchFolder): WatchFolderView {
  return { id, path, kind };
}
