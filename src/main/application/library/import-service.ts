import type { AssetKind } from '../../../shared/contract/index.ts';
import { type ImportId, importId, type MediaImport, refusal, WATCH_FOLDER_IMPORTS, type WatchFolder } from '../../domain/library/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { Answer } from '../refusal.ts';
import { ImportRun, type ImportRunParts } from './import-run.ts';
import { badInput, notFound } from './refused.ts';

/** An order to import. */
export interface ImportRequest {
  /** A file or a folder on the station's machine, absolute. */
  readonly path: string;
  /** Null: each file's folder decides. */
  readonly kind: AssetKind | null;
  /** The name of the user who asks. */
  readonly by: string;
}

/** What the imports work with. */
export interface ImportServiceParts extends ImportRunParts {
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

interface CurrentImport {
  readonly id: ImportId;
  readonly stop: AbortController;
}

/** Takes orders to import and carries them out in the background, one after the other. */
export class ImportService {
  readonly #parts: ImportServiceParts;
  readonly #waiting: MediaImport[] = [];
  #current: CurrentImport | null = null;
  #working: Promise<void> | null = null;
  #isStopped = false;

  constructor(parts: ImportServiceParts) {
    this.#parts = parts;
  }

  /** Takes an order. Answers at once; refuses a path that is not absolute, not there or not readable. */
  async start({ path, kind, by }: ImportRequest): Promise<Answer<{ readonly importId: string }>> {
    const absolute = this.#parts.files.normalise(path);
    if (absolute === null) return badInput('path', 'The path must be absolute');
    const { type } = await this.#parts.files.inspect(absolute);
    if (type === 'not-found') return badInput('path', 'There is no file or folder at that path');
    if (type === 'bad-name') return badInput('path', refusal('bad-name').reason);
    if (type === 'not-readable') return badInput('path', 'The station may not read that path');
    if (type === 'other') return badInput('path', 'That path is neither a file nor a folder');
    const mediaImport = this.#newImport(absolute, kind, by);
    await this.#parts.unitOfWork.run(({ imports }) => imports.add(mediaImport));
    this.#parts.progress.tell(mediaImport.id);
    this.#enqueue([mediaImport]);
    return { ok: true, value: { importId: mediaImport.id } };
  }

  /** Takes files out of a watch folder, all in one import. */
  async startFiles({ path, kind }: WatchFolder, files: readonly string[]): Promise<void> {
    const mediaImport = this.#newImport(path, kind, WATCH_FOLDER_IMPORTS);
    await this.#parts.unitOfWork.run(async ({ imports }) => {
      await imports.add(mediaImport);
      await imports.addFiles(mediaImport.id, files);
    });
    this.#parts.progress.tell(mediaImport.id);
    this.#enqueue([mediaImport]);
  }

  /** Goes on with the imports that the last run of the station left unfinished and nobody held back. To be called once, at the start. */
  async resumeInterrupted(): Promise<void> {
    const unfinished = await this.#parts.unitOfWork.run(({ imports }) => imports.listUnfinished());
    this.#enqueue(unfinished.filter(({ isPaused }) => !isPaused));
  }

  /** Holds an unfinished import back until it is resumed, over restarts too. Files under way are begun anew then. */
  async pause(id: string): Promise<Answer<null>> {
    const paused = await this.#hold(importId(id), true);
    if (!paused.ok) return paused;
    this.#drop(paused.value.id, 'The import was paused');
    return { ok: true, value: null };
  }

  /** Lets an import that was held back go on. */
  async resume(id: string): Promise<Answer<null>> {
    const resumed = await this.#hold(importId(id), false);
    if (!resumed.ok) return resumed;
    this.#enqueue([resumed.value]);
    return { ok: true, value: null };
  }

  /** Has another look at files that an import refused, at all of them when `paths` is null. Refuses when there are none. */
  async retry(id: string, paths: readonly string[] | null): Promise<Answer<null>> {
    const wanted = importId(id);
    const again = await this.#parts.unitOfWork.run(async ({ imports }) => {
      const mediaImport = await imports.get(wanted);
      if (mediaImport === null) return notFound('No such import');
      if ((await imports.reopenRefused(wanted, paths)) === 0) return badInput('paths', 'None of these files was refused');
      if (!isUnfinished(mediaImport)) await imports.setState(wanted, 'queued');
      await imports.setPaused(wanted, false);
      return { ok: true as const, value: mediaImport };
    });
    if (!again.ok) return again;
    this.#parts.progress.tell(wanted);
    this.#enqueue([again.value]);
    return { ok: true, value: null };
  }

  /** Gives up an import that is not finished. What it brought in stays. */
  async cancel(id: string): Promise<Answer<null>> {
    const wanted = importId(id);
    const isCancelled = await this.#parts.unitOfWork.run(async ({ imports }) => {
      const unfinished = await imports.listUnfinished();
      if (!unfinished.some((one) => one.id === wanted)) return false;
      await imports.setState(wanted, 'cancelled');
      return true;
    });
    if (!isCancelled) return notFound('No such import under way');
    this.#drop(wanted, 'The import was cancelled');
    this.#parts.progress.tell(wanted);
    return { ok: true, value: null };
  }

  /** Waits until there is nothing left to import. */
  async whenIdle(): Promise<void> {
    while (this.#working) await this.#working;
    await this.#parts.progress.settled();
  }

  /** Stops at once; the next run of the station goes on from here. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#waiting.length = 0;
    this.#current?.stop.abort(new Error('The station is stopping'));
    await this.whenIdle();
  }

  #newImport(path: string, kind: AssetKind | null, by: string): MediaImport {
    const id = importId(this.#parts.ids.next());
    return { id, path, kind, requestedBy: by, state: 'queued', isPaused: false, found: 0, done: 0, createdAt: this.#parts.clock.now() };
  }

  async #hold(id: ImportId, isPaused: boolean): Promise<Answer<MediaImport>> {
    const held = await this.#parts.unitOfWork.run(async ({ imports }) => {
      const mediaImport = await imports.get(id);
      if (mediaImport === null || !isUnfinished(mediaImport)) return null;
      await imports.setPaused(id, isPaused);
      return { ...mediaImport, isPaused };
    });
    if (held === null) return notFound('No such import under way');
    this.#parts.progress.tell(id);
    return { ok: true, value: held };
  }

  #drop(id: ImportId, why: string): void {
    const waiting = this.#waiting.findIndex((one) => one.id === id);
    if (waiting >= 0) this.#waiting.splice(waiting, 1);
    if (this.#current?.id === id) this.#current.stop.abort(new Error(why));
  }

  #enqueue(imports: readonly MediaImport[]): void {
    if (this.#isStopped) return;
    for (const one of imports) if (!this.#isInHand(one.id)) this.#waiting.push(one);
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  }

  /** Whether an import waits, or is under way and not being stopped: it must not run twice. */
  #isInHand(id: ImportId): boolean {
    return this.#waiting.some((one) => one.id === id) || (this.#current?.id === id && !this.#current.stop.signal.aborted);
  }

  async #work(): Promise<void> {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const stop = new AbortController();
      this.#current = { id: next.id, stop };
      try {
        await new ImportRun(this.#parts, next, stop.signal).run();
      } catch (error) {
        // Even writing the failure down failed: the import stays unfinished and is tried again when the station starts.
        this.#parts.log.error('An import could not be carried on', { error, importId: next.id });
      } finally {
        this.#current = null;
      }
    }
  }
}

function isUnfinished({ state }: MediaImport): boolean {
  return state === 'queued' || state === 'running';
}
