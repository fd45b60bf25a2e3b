import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { FolderStorage } from './folder-storage.ts';
import { MasterKeeper } from './master-keeper.ts';

const OWN = { uri: 'main.m3u8', videoKbps: 3000, audioKbps: 160 };
const SMALLER = { uri: '360p/index.m3u8', videoKbps: 800, audioKbps: 160 };
const LARGE = { codecs: 'avc1.4d401f,mp4a.40.2', width: 1280, height: 720 };
const SMALL = { codecs: 'avc1.4d401e,mp4a.40.2', width: 640, height: 360 };

/** A storage that tells how often it was written to, and that refuses when it is told to. */
class CountingStorage extends FolderStorage {
  writes = 0;
  isFull = false;
  override async write(name: string, contents: Buffer): Promise<void> {
    if (this.isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    this.writes += 1;
    await super.write(name, contents);
  }
}

async function open() {
  const storage = new CountingStorage(await temporaryFolder());
  const place = { storage, name: 'index.m3u8', rate: { num: 30_000, den: 1001 }, targetSeconds: 2 };
  const keeper = new MasterKeeper(place, [OWN, SMALLER]);
  const text = async () => (await storage.read('index.m3u8'))?.toString('utf8') ?? null;
  return { storage, text, own: keeper.entry(OWN.uri, 'main.m3u8'), smaller: keeper.entry(SMALLER.uri, 'index.m3u8') };
}

const segment = (format: typeof LARGE, byteLength = 1000, seconds = 2) => ({ format, byteLength, seconds });

describe('the keeper of the master playlist', () => {
  it('lists every size with what was encoded, the channel first, once all have a segment', async () => {
    const { own, smaller, text, storage } = await open();
    await own.tell(segment(LARGE));
    expect(await text()).toBeNull();
    await smaller.tell(segment(SMALL));
    expect(await text()).toBe(
      [
        '#EXTM3U',
        '#EXT-X-VERSION:6',
        '#EXT-X-INDEPENDENT-SEGMENTS',
        '#EXT-X-STREAM-INF:BANDWIDTH=4222800,AVERAGE-BANDWIDTH=3412800,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970',
        'main.m3u8',
        '#EXT-X-STREAM-INF:BANDWIDTH=1252800,AVERAGE-BANDWIDTH=1036800,CODECS="avc1.4d401e,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=29.970',
        '360p/index.m3u8',
        '',
      ].join('\n'),
    );
    await Promise.all([own.tell(segment(LARGE)), smaller.tell(segment(SMALL))]);
    expect(storage.writes).toBe(1);
  });

  it('waits three segments for a size that does not come, and adds it when it does', async () => {
    const { own, smaller, text } = await open();
    for (const expected of [false, false, true]) {
      await own.tell(segment(LARGE));
      expect((await text()) !== null).toBe(expected);
    }
    expect(await text()).not.toContain('360p');
    await smaller.tell(segment(SMALL));
    expect(await text()).toContain('360p/index.m3u8');
  });

  it('says it when another encoder writes another profile', async () => {
    const { own, smaller, text } = await open();
    await Promise.all([own.tell(segment(LARGE)), smaller.tell(segment(SMALL))]);
    await own.tell(segment({ ...LARGE, codecs: 'avc1.640028,mp4a.40.2' }));
    expect((await text())?.match(/CODECS="[^"]*"/g)).toEqual(['CODECS="avc1.640028,mp4a.40.2"', 'CODECS="avc1.4d401e,mp4a.40.2"']);
  });

  it('never tells less than the largest segment that there was, very short ones left out', async () => {
    const { own, smaller, text } = await open();
    await Promise.all([own.tell(segment(LARGE)), smaller.tell(segment(SMALL))]);
    await own.tell(segment(LARGE, 1_500_001));
    await own.tell(segment(LARGE, 200_000, 0.04));
    await own.tell(segment(LARGE, 500_000));
    expect((await text())?.match(/[:,]BANDWIDTH=\d+/g)).toEqual([':BANDWIDTH=6050000', ':BANDWIDTH=1252800']);
  });

  it('tells whoever told it that the disk is full, and writes the list when it is told again', async () => {
    const { own, smaller, text, storage } = await open();
    await own.tell(segment(LARGE));
    storage.isFull = true;
    await expect(smaller.tell(segment(SMALL))).rejects.toThrow('no space left');
    storage.isFull = false;
    await smaller.tell(segment(SMALL));
    expect(await text()).toContain('360p/index.m3u8');
  });
});
