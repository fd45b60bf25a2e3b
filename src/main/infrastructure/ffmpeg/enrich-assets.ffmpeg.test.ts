import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnrichAssets } from '../../application/library/index.ts';
import { FolderThumbnailStore } from '../file-system/folder-thumbnail-store.ts';
import { FfmpegMediaStills } from './ffmpeg-media-stills.ts';
import { ImportedLibrary, TEST_PROGRAMS } from './imported-library.fixture.ts';

let library: ImportedLibrary;
const logged: string[] = [];

beforeEach(() => {
  library = new ImportedLibrary();
  logged.length = 0;
});
afterEach(() => library.remove());

function enrichment(ffmpegPath: string): EnrichAssets {
  const note = (message: string) => void logged.push(message);
  const { unitOfWork, database } = library;
  const thumbnails = new FolderThumbnailStore(join(database.folder, 'thumbnails'));
  return new EnrichAssets({
    unitOfWork,
    thumbnails,
    stills: new FfmpegMediaStills(ffmpegPath),
    log: { info: note, warn: note, error: note },
  });
}

async function enriched(ffmpegPath: string): Promise<EnrichAssets> {
  const enriching = enrichment(ffmpegPath);
  enriching.wake();
  await enriching.whenIdle();
  return enriching;
}

const due = async () => (await library.unitOfWork.run(({ assets }) => assets.listDue('thumbnail', 10))).length;

describe('EnrichAssets', () => {
  it('makes a JPEG of each asset once, and again of one whose file was replaced', async () => {
    library.film('a "quoted" film.mp4', 1);
    library.film('b.mp4', 2, { size: '90x160' });
    await library.import(library.media);
    const enriching = await enriched(TEST_PROGRAMS.ffmpegPath);
    for (const { id } of await library.assets()) {
      const jpeg = await enriching.thumbnail(id);
      expect(jpeg.ok && [...jpeg.value.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    }
    expect(await due()).toBe(0);
    library.film('b.mp4', 3, { size: '128x72' });
    await library.import(library.media);
    expect(await due()).toBe(1);
  });

  it('leaves due what a missing program kept it from, and goes on when it is back', async () => {
    library.film('a.mp4', 1);
    await library.import(library.media);
    await enriched(join(library.media, 'no-such-program'));
    expect(logged).toEqual(['The enrichment of assets stopped']);
    expect(await due()).toBe(1);
    const enriching = await enriched(TEST_PROGRAMS.ffmpegPath);
    expect(await enriching.thumbnail((await library.assets())[0]?.id ?? '')).toMatchObject({ ok: true });
  });

  it('knows nothing of what is no asset', async () => {
    expect(await enrichment(TEST_PROGRAMS.ffmpegPath).thumbnail('../../etc/passwd')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });
});
