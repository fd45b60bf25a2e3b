import { once } from 'node:events';
import { copyFileSync, mkdirSync, renameSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Import } from '../../../shared/contract/index.ts';
import { ImportedLibrary } from '../../infrastructure/ffmpeg/imported-library.fixture.ts';
import { copyCutShort, copyDamaged, runFfmpeg } from '../../infrastructure/ffmpeg/tiny-media.ts';

let library: ImportedLibrary;

beforeEach(() => {
  library = new ImportedLibrary();
});
afterEach(() => library.remove());

const titles = async () => (await library.assets()).map((asset) => asset.title);
const codes = (done: Import) => done.failed.map((failure) => failure.code);

describe('ImportService', () => {
  it('takes five different files in, and refuses the corrupt and the cut one with reasons', async () => {
    library.film('programmes/Show S01E02 Pilot.mp4', 1);
    library.film('programmes/cinema.mkv', 2, { rate: '24', size: '192x108' });
    library.film('spots/soap.mp4', 3, { rate: '30000/1001', size: '320x180' });
    library.film('idents/fifty.mp4', 4, { rate: '50', size: '128x72' });
    const mute = library.film('mute.mov', 5, { hasSound: false });
    copyDamaged(join(library.media, 'programmes/cinema.mkv'), join(library.media, 'corrupt.mkv'), 10_000, 2000);
    copyCutShort(mute, join(library.media, 'truncated.mov'), 0.5);

    const done = await library.import(library.media);

    expect(done).toMatchObject({ state: 'done', found: 7, done: 7 });
    expect(done.failed).toEqual([
      { path: join(library.media, 'corrupt.mkv'), code: 'corrupt', reason: expect.stringContaining('damaged') },
      { path: join(library.media, 'truncated.mov'), code: 'truncated', reason: expect.stringContaining('end of the file is missing') },
    ]);
    expect(
      (await library.assets()).map(({ title, kind, houseId, media: { frameRate, width, audioCodec } }) => [
        title,
        kind,
        houseId.slice(0, 4),
        frameRate,
        width,
        audioCodec,
      ]),
    ).toEqual([
      ['cinema', 'programme', 'PRG-', '24/1', 192, 'aac'],
      ['fifty', 'station-id', 'IDT-', '50/1', 128, 'aac'],
      ['mute', 'programme', 'PRG-', '25/1', 160, null],
      ['Show S01E02 Pilot', 'programme', 'PRG-', '25/1', 160, 'aac'],
      ['soap', 'commercial', 'COM-', '30000/1001', 320, 'aac'],
    ]);
    expect((await library.assets()).every((asset) => asset.lifecycle === 'ready' && asset.isApproved)).toBe(true);
  });

  it('takes a still and sound alone, and holds back what is black for long', async () => {
    const inMedia = (name: string) => join(library.media, name);
    runFfmpeg(['-f', 'lavfi', '-i', 'testsrc2=s=64x36', '-frames:v', '1', inMedia('card.png')]);
    runFfmpeg(['-f', 'lavfi', '-i', 'sine=d=1', inMedia('song.flac')]);
    runFfmpeg(['-f', 'lavfi', '-i', 'color=s=64x36:r=2:d=11', '-c:v', 'libx264', inMedia('dark.mp4')]);
    // What is found in a folder leaves pictures out: they are about media, not media. One that is named is meant.
    await library.import(library.media);
    await library.import(inMedia('card.png'));
    expect(
      (await library.assets()).map(({ title, lifecycle, durationMs, media, badges }) => [
        title,
        lifecycle,
        durationMs,
        media.videoCodec,
        badges[0]?.code,
      ]),
    ).toEqual([
      ['card', 'ready', 10_000, 'png', 'no-sound'],
      ['dark', 'enriching', 11_000, 'h264', 'long-black'],
      ['song', 'ready', 1000, null, 'no-picture'],
    ]);
    const airable = await library.unitOfWork.run(({ assets }) => assets.listAirableOfKind('programme', 9));
    expect(airable.map(({ title, hasPicture, hasSound }) => [title, hasPicture, hasSound])).toEqual([
      ['song', false, true],
      ['card', true, false],
    ]);
  });

  it('offers what it took in to the scheduler, as loud as everything else', async () => {
    library.film('spots/soap.mp4', 1);
    await library.import(library.media);
    const airable = await library.unitOfWork.run((repositories) => repositories.assets.listAirableOfKind('commercial', 9));
    expect(airable).toMatchObject([
      { kind: 'commercial', title: 'soap', duration: 1000, hasSound: true, path: join(library.media, 'spots/soap.mp4') },
    ]);
    expect(airable[0]?.gainDb).toBeCloseTo(-1.2, 0);
  });

  it('takes files of any name, and leaves hidden ones, sidecars and half-copied ones alone', async () => {
    const longest = '雪'.repeat(83);
    const names = [`${longest}ab.mp4`, 'it\'s "quoted".mp4', 'line\nbreak.mp4', 'snow ❄️ 雪 снег.mp4', '-v -i.mp4', 'a%03d.mp4'];
    for (const [number, name] of names.entries()) library.film(name, number);
    library.film('.hidden.mp4', 10);
    library.film('.trash/deep.mp4', 11);
    for (const name of ['show.nfo', 'show.srt', 'poster.JPG', 'copy.mp4.part']) writeFileSync(join(library.media, name), 'x');
    expect(await library.import(library.media)).toMatchObject({ state: 'done', found: 6, done: 6, failed: [] });
    expect((await titles()).toSorted()).toEqual(['-v -i', 'a%03d', 'it\'s "quoted"', 'line break', 'snow ❄️ 雪 снег', `${longest}ab`]);
  });

  it.runIf(process.platform === 'linux')(
    'says of a name in an old encoding that it is in the way, and of what is no file nothing',
    async () => {
      const inLatin1 = (name: string) => Buffer.concat([Buffer.from(`${library.media}/`), Buffer.from(name, 'latin1')]);
      const film = library.film('film.mp4', 1);
      copyFileSync(film, inLatin1('Straße.mp4'));
      mkdirSync(inLatin1('Été'));
      const socket = createServer().listen(join(library.media, 'socket.mp4'));
      await once(socket, 'listening');
      const done = await library.import(library.media);
      socket.close();
      expect(done).toMatchObject({ state: 'done' });
      expect(done.failed.map(({ path, code }) => [basename(path), code]).toSorted()).toEqual([
        ['Stra\uFFFDe.mp4', 'bad-name'],
        ['\uFFFDt\uFFFD', 'bad-name'],
      ]);
      expect(done.failed[0]?.reason).toContain('Rename it');
      expect(await titles()).toEqual(['film']);
    },
  );

  it('judges a file by its content: text named as film is refused, film named as nothing is taken', async () => {
    writeFileSync(join(library.media, 'letter.mp4'), 'Dear programme director');
    writeFileSync(join(library.media, 'nothing.mp4'), '');
    renameSync(library.film('film.mp4', 1), join(library.media, 'film.bin'));
    const done = await library.import(library.media);
    expect(codes(done)).toEqual(['not-media', 'empty-file']);
    expect(await titles()).toEqual(['film']);
  });

  it('follows links once, however they lead back', async () => {
    library.film('programmes/film.mp4', 1);
    symlinkSync(library.media, join(library.media, 'programmes', 'round and round'));
    symlinkSync(join(library.media, 'gone.mp4'), join(library.media, 'dangling.mp4'));
    symlinkSync(join(library.media, 'hen.mp4'), join(library.media, 'egg.mp4'));
    symlinkSync(join(library.media, 'egg.mp4'), join(library.media, 'hen.mp4'));
    const done = await library.import(library.media);
    expect(done).toMatchObject({ state: 'done', found: 4 });
    expect(codes(done)).toEqual(['not-found', 'not-found', 'not-found']);
  });

  it('looks into nothing when an unchanged folder is imported again', async () => {
    library.film('film.mp4', 1);
    await library.import(library.media);
    expect(library.probe.decodes).toBe(1);
    expect(await library.import(library.media)).toMatchObject({ state: 'done', found: 1, done: 1, failed: [] });
    expect(library.probe.decodes).toBe(1);
  });

  it('finds a moved file again, says so of a twin, and looks again into one that was replaced', async () => {
    const path = library.film('film.mp4', 1);
    await library.import(library.media);
    const [before] = await library.assets();
    renameSync(path, join(library.media, 'renamed.mp4'));
    expect(codes(await library.import(library.media))).toEqual([]);
    expect(await library.assets()).toMatchObject([{ id: before?.id, media: { path: join(library.media, 'renamed.mp4') } }]);

    copyFileSync(join(library.media, 'renamed.mp4'), join(library.media, 'twin.mp4'));
    const twins = await library.import(library.media);
    expect(twins.failed).toMatchObject([{ code: 'already-imported', reason: expect.stringContaining(before?.houseId ?? '?') }]);
    unlinkSync(join(library.media, 'twin.mp4'));

    library.film('renamed.mp4', 9, { size: '192x108' });
    expect(await library.import(library.media)).toMatchObject({ failed: [] });
    expect(await library.assets()).toMatchObject([{ id: before?.id, media: { width: 192 } }]);
  });

  it('takes an asset off the air when its file was replaced by a bad one, and back when it is good again', async () => {
    const path = library.film('film.mp4', 1);
    copyFileSync(path, join(library.database.folder, 'good'));
    await library.import(library.media);
    writeFileSync(path, 'oops');
    expect(codes(await library.import(library.media))).toEqual(['not-media']);
    expect(await library.assets()).toMatchObject([{ lifecycle: 'new' }]);
    copyFileSync(join(library.database.folder, 'good'), path);
    utimesSync(path, 1, 1);
    expect(codes(await library.import(library.media))).toEqual([]);
    expect(await library.assets()).toMatchObject([{ lifecycle: 'ready' }]);
  });

  it('lets the kind that was asked for win over the folder, and a single file tell its own folder', async () => {
    const path = library.film('promos/trailer.mp4', 1);
    await library.import(library.media, 'filler');
    expect(await library.assets()).toMatchObject([{ kind: 'filler', houseId: 'FIL-000001' }]);
    library.film('promos/second.mp4', 2);
    await library.import(join(path, '..', 'second.mp4'));
    expect(await library.assets()).toMatchObject([{ kind: 'promo', title: 'second' }, { kind: 'filler' }]);
  });

  it('lets a sidecar say what a file is, unless the import says it, and notes what it can not read', async () => {
    library.film('promos/first.mp4', 1);
    writeFileSync(
      join(library.media, 'promos/first.json'),
      JSON.stringify({ kind: 'psa', title: 'Wash your hands', tags: ['health'], outFrame: 9 }),
    );
    library.film('promos/second.mp4', 2);
    writeFileSync(join(library.media, 'promos/second.mp4.nfo'), '<movie><title>Second</title><genre>News</genre></movie>');
    library.film('Show S01E02 Pilot.mp4', 3);
    writeFileSync(join(library.media, 'Show S01E02 Pilot.json'), JSON.stringify({ inFrame: 5000, year: 'soon' }));
    await library.import(library.media);
    expect(await library.assets()).toMatchObject([
      { title: 'Second', kind: 'promo', genres: ['News'] },
      { series: 'Show', season: 1, episode: 2, inFrame: null, notes: 'Not understood in its sidecar: year, inFrame.' },
      { title: 'Wash your hands', kind: 'psa', tags: ['health'], outFrame: 9, houseId: 'PSA-000001' },
    ]);
  });

  it('reads a sidecar that changed when its folder is imported again, and passes over one that did not', async () => {
    const beside = join(library.media, 'film.nfo');
    library.film('film.mp4', 1);
    writeFileSync(beside, '<movie><title>First</title></movie>');
    await library.import(library.media);
    await library.import(library.media);
    expect([await library.assets(), library.changes]).toMatchObject([[{ title: 'First', revision: 1 }], 1]);
    writeFileSync(beside, '<movie><title>Second thoughts</title></movie>');
    await library.import(library.media);
    expect(await library.assets()).toMatchObject([{ title: 'Second thoughts', revision: 2 }]);
    unlinkSync(beside);
    await library.import(library.media);
    expect([await library.assets(), library.changes]).toMatchObject([[{ title: 'Second thoughts', revision: 2 }], 2]);
  });

  it('lets a sidecar that changed with its file have its say', async () => {
    library.film('film.mp4', 1);
    await library.import(library.media);
    library.film('film.mp4', 2, { size: '128x72' });
    writeFileSync(join(library.media, 'film.json'), JSON.stringify({ title: 'Anew' }));
    await library.import(library.media);
    expect(await library.assets()).toMatchObject([{ title: 'Anew', media: { width: 128 } }]);
  });

  it('does not take in again what is in the bin, and says where it is', async () => {
    const path = library.film('film.mp4', 1);
    await library.import(library.media);
    const [asset] = await library.assets();
    await library.unitOfWork.run(async ({ assets }) => {
      const found = await assets.findByPath(path);
      if (found) await assets.update({ ...found, binnedAt: library.now });
    });
    const again = await library.import(library.media);
    expect(again.failed).toMatchObject([
      { code: 'already-imported', reason: expect.stringContaining(`in the bin, as “film” (${asset?.houseId})`) },
    ]);
    expect(await library.assets()).toEqual([]);
  });
});
