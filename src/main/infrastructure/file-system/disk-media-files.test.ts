import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { couldBeMedia, couldHoldMedia } from './could-be-media.ts';
import { DiskMediaFiles } from './disk-media-files.ts';
import { sampledRanges } from './fingerprint.ts';

const files = new DiskMediaFiles();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array = name): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function walked(path: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { path: at } of files.walk(path)) found.push(at.slice(folder.length + 1));
  return found;
}

describe('DiskMediaFiles', () => {
  it('walks folders in the order of names, and a file as itself', async () => {
    for (const name of ['b.mp4', 'a/z.mkv', 'a/deep/c.ts', 'no extension']) write(name);
    expect(await walked(folder)).toEqual(['a/deep/c.ts', 'a/z.mkv', 'b.mp4', 'no extension']);
    expect(await walked(join(folder, 'b.mp4'))).toEqual(['b.mp4']);
  });

  it('walks a folder once, however many links lead to it', async () => {
    write('films/a.mp4');
    symlinkSync(folder, join(folder, 'films/back'));
    symlinkSync(join(folder, 'films'), join(folder, 'same'));
    expect(await walked(folder)).toEqual(['films/a.mp4']);
  });

  it('says what is at a path', async () => {
    const path = write('a.mp4', 'four');
    expect(await files.inspect(path)).toMatchObject({ type: 'file', sizeBytes: 4 });
    expect(await files.inspect(folder)).toEqual({ type: 'folder' });
    expect(await files.inspect(join(folder, 'gone'))).toEqual({ type: 'not-found' });
    expect(await files.inspect(join(path, 'below a file'))).toEqual({ type: 'not-found' });
    expect(await files.inspect('/dev/null')).toEqual({ type: 'other' });
  });

  // Other systems have names in Unicode alone.
  it.runIf(process.platform === 'linux')(
    'says of a name that is no Unicode that it is a bad one, and lets a look at the folder see it',
    async () => {
      const latin1 = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
      writeFileSync(latin1('Straße.mp4'), 'film');
      mkdirSync(latin1('Élan'));
      write('really \uFFFD.mp4', 'four');
      expect(await walked(folder)).toEqual(['really \uFFFD.mp4', 'Stra\uFFFDe.mp4', '\uFFFDlan'].toSorted());
      expect(await files.inspect(join(folder, 'Stra\uFFFDe.mp4'))).toEqual({ type: 'bad-name' });
      expect(await files.inspect(join(folder, '\uFFFDlan'))).toEqual({ type: 'bad-name' });
      const seen: Array<readonly [string, number]> = [];
      for await (const some of files.survey(folder))
        for (const { path, sizeBytes } of some) seen.push([path.slice(folder.length + 1), sizeBytes]);
      expect(seen.toSorted()).toEqual([
        ['Stra\uFFFDe.mp4', 0],
        ['really \uFFFD.mp4', 4],
      ]);
    },
  );

  it('knows the same content elsewhere, and a change at its start, middle or end', async () => {
    const content = Buffer.alloc(1_000_000, 'film');
    const print = (name: string, bytes: Uint8Array) => files.fingerprint(write(name, bytes), bytes.length);
    const original = await print('a', content);
    expect(await print('b', content)).toBe(original);
    for (const at of [0, 500_000, 999_999]) {
      const changed = Buffer.from(content);
      changed[at] = 0;
      expect(await print('c', changed)).not.toBe(original);
    }
  });

  it('names the folders that hold a file, from the one that was imported down', () => {
    expect(files.foldersBetween('/media/spots', '/media/spots/2026/a.mp4')).toEqual(['spots', '2026']);
    expect(files.foldersBetween('/media/spots/a.mp4', '/media/spots/a.mp4')).toEqual(['spots']);
  });

  it('takes absolute paths alone', () => {
    expect(files.normalise('/media/../films/')).toBe('/films');
    expect(files.normalise('films')).toBeNull();
    expect(files.normalise('/films\0')).toBeNull();
  });
});

describe('sampledRanges', () => {
  it('reads small files whole, and large ones at their start, middle and end', () => {
    expect(sampledRanges(100)).toEqual([[0, 100]]);
    expect(sampledRanges(10_000_000)).toEqual([
      [0, 65_536],
      [4_967_232, 5_032_768],
      [9_934_464, 10_000_000],
    ]);
  });
});

describe('couldBeMedia', () => {
  it.each(['film.mp4', 'FILM.MXF', 'film', 'film.bin', 'a.b.ts'])('takes %s', (name) => expect(couldBeMedia(name)).toBe(true));
  it.each(['.film.mp4', 'film.nfo', 'poster.JPG', 'film.mp4.part', '~$film.mp4'])('leaves %s', (name) =>
    expect(couldBeMedia(name)).toBe(false),
  );
  it.each(['.git', '@eaDir', '$RECYCLE.BIN'])('stays out of %s', (name) => expect(couldHoldMedia(name)).toBe(false));
});
