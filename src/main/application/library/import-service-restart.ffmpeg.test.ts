import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Import } from '../../../shared/contract/index.ts';
import { importId } from '../../domain/library/index.ts';
import type { FfmpegPrograms } from '../../infrastructure/ffmpeg/ffmpeg-media-probe.ts';
import { ImportedLibrary, TEST_PROGRAMS } from '../../infrastructure/ffmpeg/imported-library.fixture.ts';

let library: ImportedLibrary;

beforeEach(() => {
  library = new ImportedLibrary();
});
afterEach(() => library.remove());

const titles = async () => (await library.assets()).map((asset) => asset.title);
const codes = (done: Import) => done.failed.map((failure) => failure.code);

describe('ImportService, interrupted', () => {
  it('tells its progress, the last of it at the end', async () => {
    library.film('a.mp4', 1);
    library.film('b.mp4', 2);
    const done = await library.import(library.media);
    expect(library.told.at(-1)).toEqual(done);
    expect(library.changes).toBe(2);
    expect(library.told.every((progress) => progress.done <= progress.found)).toBe(true);
  });

  it('goes on after it was torn off in the middle, and does nothing twice', async () => {
    for (const number of [1, 2, 3, 4]) library.film(`${number}.mp4`, number);
    let decoded = () => {};
    const twoDecoded = new Promise<void>((resolve) => {
      decoded = resolve;
    });
    library.probe.beforeDecode = async () => {
      if (library.probe.decodes < 3) return;
      decoded();
      // The service is torn off here: this decode never gets anywhere.
      await new Promise((_, reject) => setImmediate(() => reject(new Error('torn off'))));
    };
    const id = await library.start(library.media);
    await twoDecoded;
    await library.restart(TEST_PROGRAMS);
    expect(await library.queries.getImport(id)).toMatchObject({ value: { state: 'running', found: 4 } });

    await library.service.resumeInterrupted();
    await library.service.whenIdle();

    expect(await library.queries.getImport(id)).toMatchObject({ value: { state: 'done', found: 4, done: 4, failed: [] } });
    expect(await titles()).toEqual(['1', '2', '3', '4']);
  });

  it('says of an import that it failed when its folder is gone or FFmpeg is', async () => {
    library.film('film.mp4', 1);
    await library.restart({ ...TEST_PROGRAMS, ffprobePath: join(library.media, 'no-such-program') });
    expect(await library.import(library.media)).toMatchObject({ state: 'failed', failed: [{ path: library.media, code: 'not-readable' }] });
    expect(library.logged).toEqual(['An import stopped']);
    await library.restart(TEST_PROGRAMS);
    const id = await library.unitOfWork.run(async ({ imports }) => {
      const gone = {
        id: importId(randomUUID()),
        path: join(library.media, 'gone'),
        kind: null,
        requestedBy: 'ada',
        isPaused: false,
        found: 0,
        done: 0,
        createdAt: library.now,
      };
      await imports.add({ ...gone, state: 'queued' });
      return gone.id;
    });
    await library.service.resumeInterrupted();
    await library.service.whenIdle();
    expect(await library.queries.getImport(id)).toMatchObject({ value: { state: 'failed', failed: [{ code: 'not-found' }] } });
  });

  it('refuses an order whose path can not be imported, naming the field', async () => {
    const refused = { ok: false, code: 'BAD_INPUT', field: 'path' };
    expect(await library.service.start({ path: 'media', kind: null, by: 'ada' })).toMatchObject(refused);
    expect(await library.service.start({ path: join(library.media, 'gone'), kind: null, by: 'ada' })).toMatchObject(refused);
    expect(await library.service.start({ path: `${library.media}\0`, kind: null, by: 'ada' })).toMatchObject(refused);
    expect(await library.service.start({ path: '/dev/null', kind: null, by: 'ada' })).toMatchObject(refused);
    expect(await library.queries.listImports()).toEqual([]);
  });

  it('says of files and folders it may not read that it may not, and takes the rest', async () => {
    chmodSync(library.database.folder, 0o755);
    await library.restart(programsForAnybody(library.database.folder));
    // What Node loads late is loaded by this: the stranger may not be let into the folder that this runs from.
    library.film('known.mp4', 4);
    await library.import(library.media);
    library.film('closed/film.mp4', 1);
    const locked = library.film('locked.mp4', 2);
    library.film('open.mp4', 3);
    chmodSync(join(library.media, 'closed'), 0);
    chmodSync(locked, 0);
    const done = await asStranger(() => library.import(library.media));
    chmodSync(join(library.media, 'closed'), 0o700);
    expect(codes(done)).toEqual(['not-readable', 'not-readable']);
    expect(done.failed[0]?.reason).toContain('Give the account that runs the station the right to read it');
    expect(await titles()).toEqual(['known', 'open']);
  });

  it('says of a folder that vanished while it was walked that it is gone', async () => {
    library.film('a.mp4', 1);
    library.film('z/film.mp4', 2);
    library.files.afterEach = () => rmSync(join(library.media, 'z'), { recursive: true, force: true });
    const done = await library.import(library.media);
    expect(done).toMatchObject({ state: 'done', failed: [{ path: join(library.media, 'z'), code: 'not-found' }] });
    expect(await titles()).toEqual(['a']);
  });

  it('says of files whose folder vanished while one of them was looked into that they are gone', async () => {
    for (const number of [1, 2, 3]) library.film(`tape/${number}.mp4`, number);
    library.film('kept.mp4', 4);
    library.probe.beforeDecode = async () => {
      if (library.probe.decodes === 2) rmSync(join(library.media, 'tape'), { recursive: true });
    };
    const done = await library.import(library.media);
    expect(done).toMatchObject({ state: 'done', found: 4, done: 4 });
    expect(new Set(codes(done))).toEqual(new Set(['not-found']));
    expect(await titles()).toEqual(['kept']);
  });

  it('holds an import back, over a restart too, until it is resumed', async () => {
    for (const number of [1, 2, 3]) library.film(`${number}.mp4`, number);
    const reached = library.probe.holdDecode(2);
    const id = await library.start(library.media);
    await reached;
    expect(await library.service.pause(id)).toMatchObject({ ok: true });
    library.probe.letGo();
    await library.service.whenIdle();
    await library.restart(TEST_PROGRAMS);
    await library.service.resumeInterrupted();
    await library.service.whenIdle();
    expect(await library.queries.getImport(id)).toMatchObject({ value: { state: 'running', isPaused: true } });

    expect(await library.service.resume(id)).toMatchObject({ ok: true });
    await library.service.whenIdle();

    expect(await library.queries.getImport(id)).toMatchObject({ value: { state: 'done', isPaused: false, found: 3, done: 3, failed: [] } });
    expect(await titles()).toEqual(['1', '2', '3']);
    expect(await library.service.pause(id)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });

  it('has another look at files that were refused, at some of them or at all', async () => {
    const [first, second] = ['a.mp4', 'b.mp4'].map((name) => join(library.media, name)) as [string, string];
    for (const path of [first, second]) writeFileSync(path, '');
    library.film('c.mp4', 3);
    const { id } = await library.import(library.media);
    library.film('a.mp4', 1);

    expect(await library.service.retry(id, [first])).toMatchObject({ ok: true });
    await library.service.whenIdle();
    expect(await library.queries.getImport(id)).toMatchObject({ value: { state: 'done', found: 3, done: 3, failed: [{ path: second }] } });

    library.film('b.mp4', 2);
    expect(await library.service.retry(id, null)).toMatchObject({ ok: true });
    await library.service.whenIdle();
    expect(await library.queries.getImport(id)).toMatchObject({ value: { state: 'done', found: 3, done: 3, failed: [] } });
    expect(await titles()).toEqual(['a', 'b', 'c']);
    expect(await library.service.retry(id, null)).toMatchObject({ ok: false, code: 'BAD_INPUT', field: 'paths' });
  });

  it('cancels an import that waits, and keeps what a running one brought in', async () => {
    library.film('film.mp4', 1);
    const other = join(library.database.folder, 'other');
    mkdirSync(other);
    const running = await library.start(library.media);
    const waiting = await library.start(other);
    expect(await library.service.cancel(waiting)).toMatchObject({ ok: true });
    await library.service.whenIdle();
    expect(await library.queries.getImport(waiting)).toMatchObject({ value: { state: 'cancelled' } });
    expect(await library.queries.getImport(running)).toMatchObject({ value: { state: 'done' } });
    expect(await library.service.cancel(running)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    rmSync(other, { recursive: true });
  });
});

/** Does something without the rights of root, who may read everything. */
async function asStranger<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.('nobody');
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** FFmpeg's programs where anybody may run them: those that came with the checkout may stand in a folder that is closed to a stranger. */
function programsForAnybody(folder: string): FfmpegPrograms {
  const open = (program: string) => {
    if (!isAbsolute(program)) return program;
    const copy = join(folder, basename(program));
    copyFileSync(program, copy);
    chmodSync(copy, 0o755);
    return copy;
  };
  return { ffmpegPath: open(TEST_PROGRAMS.ffmpegPath), ffprobePath: open(TEST_PROGRAMS.ffprobePath) };
}
