import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Air, AsRunRow, Import, PlaylogItem } from '../shared/contract/index.ts';
import { makeTinyFilm } from './infrastructure/ffmpeg/tiny-media.ts';
import { killAllOn, processesOn, RunningStation } from './testing/running-station.ts';
import { stockLibrary } from './testing/stock-library.ts';

/** An import waits while the air is late, half a minute a file at most, and then gives way to whatever else wants the processors. */
const IMPORT_ON_AIR_MS = 400_000;

let folder: string;
let media: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-station-'));
  media = mkdtempSync(join(tmpdir(), 'perpetua-media-'));
  mkdirSync(join(media, 'programmes'));
});
afterEach(() => {
  killAllOn(folder);
  rmSync(folder, { recursive: true, force: true });
  rmSync(media, { recursive: true, force: true });
});

const film = (name: string, seconds: number, number: number) =>
  makeTinyFilm({ path: join(media, 'programmes', name), size: '160x90', rate: '25', seconds, hasSound: true, number });
const airOf = (station: RunningStation) => station.get<Air>('/api/air');
const asRunOf = async (station: RunningStation) => (await station.get<{ items: AsRunRow[] }>('/api/as-run')).items;
const engineOf = () => JSON.parse(readFileSync(join(folder, 'engine', 'engine-address.json'), 'utf8')) as { pid: number };

async function importMedia(station: RunningStation): Promise<Import> {
  const { importId } = (await station.post('/api/library/imports', { path: media })) as { importId: string };
  let seen: Import | null = null;
  await station.until('through with the import', async () => {
    seen = await station.get<Import>(`/api/library/imports/${importId}`);
    return seen.state === 'done' || seen.state === 'failed';
  });
  return seen as unknown as Import;
}

const untilAired = (station: RunningStation, isAired: (air: Air) => boolean) =>
  station.until('showing what was expected', async () => isAired(await airOf(station)));

/** Orders something. What it needs is waited for by the engine for two seconds; a busy machine may need longer, and an operator would order it again. */
const untilObeyed = (station: RunningStation, path: string, order: object) =>
  station.until('obeying', () =>
    station.post(path, order).then(
      () => true,
      (refusal: Error) => {
        if (!refusal.message.includes('NOT_CUED')) throw refusal;
        return false;
      },
    ),
  );

/** Frames that no row tells of, between the first row and the last. */
function holesIn(rows: readonly AsRunRow[]): readonly string[] {
  return rows.slice(1).flatMap((row, index) => {
    const before = rows[index] as AsRunRow;
    const end = before.startFrame + before.durationFrames;
    return row.startFrame === end ? [] : [`${before.title} ends at ${end}, ${row.title} starts at ${row.startFrame}`];
  });
}

describe('a station on its own', () => {
  it('airs the slate with an empty library, says so in one line, and leaves no process at SIGTERM', async () => {
    const station = await RunningStation.onAir(folder, []);
    expect(Object.keys(JSON.parse(station.stdout()))).toEqual(['event', 'api', 'hls', 'rtmp']);
    expect(JSON.parse(station.stdout())).toMatchObject({ event: 'on-air', rtmp: expect.stringMatching(/^rtmp:.*\/live\/channel$/) });
    expect(await (await fetch(station.addresses.hls)).text()).toContain('#EXTINF');
    await untilAired(station, ({ status }) => status?.onAir?.item?.source.type === 'slate');
    const { items } = await station.get<{ items: PlaylogItem[] }>('/api/playlog');
    expect(items[0]).toMatchObject({ kind: 'slate', assetId: null });
    expect(await station.end('SIGTERM')).toBe(0);
    await expect.poll(() => processesOn(folder)).toEqual([]);
    expect(station.stdout().split('\n')).toHaveLength(2);
  }, 90_000);

  it(
    'airs what it imports, obeys the operator, and logs what aired',
    async () => {
      film('one.mp4', 8, 1);
      film('two.mp4', 8, 2);
      const station = await RunningStation.onAir(folder, []);
      expect(await importMedia(station)).toMatchObject({ state: 'done', found: 2, failed: [] });
      await untilAired(station, ({ status }) => status?.onAir?.picture === 'item' && status.onAir.item?.assetId !== null);
      const before = await airOf(station);
      await untilAired(station, ({ status }) => status?.next?.cue === 'cued');
      await untilObeyed(station, '/api/air/take', {});
      await untilAired(
        station,
        ({ status }) => status?.onAir?.item?.id !== before.status?.onAir?.item?.id && status?.onAir?.picture === 'item',
      );
      await station.post('/api/air/panic', {});
      await untilAired(station, ({ status }) => status?.mode === 'panic' && status.onAir?.item === null);
      await untilObeyed(station, '/api/air/return', { policy: 'rejoin' });
      await untilAired(station, ({ status }) => status?.mode === 'auto' && status.onAir?.picture === 'item');
      await station.until('logging the return', async () => (await asRunOf(station)).some(({ reason }) => reason === 'operator-panic'));
      const rows = await asRunOf(station);
      expect(holesIn(rows)).toEqual([]);
      expect(rows.map(({ cause }) => cause)).toContain('admin');
      expect(await station.end('SIGINT')).toBe(0);
      await expect.poll(() => processesOn(folder)).toEqual([]);
    },
    IMPORT_ON_AIR_MS,
  );

  it('plays on when main is killed, and is taken up again without a hole in the log', async () => {
    film('one.mp4', 6, 1);
    film('two.mp4', 6, 2);
    await stockLibrary(folder, media);
    const first = await RunningStation.onAir(folder, []);
    await untilAired(first, ({ status }) => status?.onAir?.picture === 'item');
    const engine = engineOf();
    const { hls } = first.addresses;
    expect(await first.end('SIGKILL')).toBeNull();
    const frameBefore = await lastSegment(hls);
    while ((await lastSegment(hls)) < frameBefore + 8) await new Promise((resolve) => setTimeout(resolve, 200));
    const second = await RunningStation.onAir(folder, []);
    expect(second.addresses.hls).toBe(hls);
    expect(engineOf()).toEqual(engine);
    await second.until('through with the evidence', async () => (await asRunOf(second)).length >= 3);
    expect(holesIn(await asRunOf(second))).toEqual([]);
    expect(await second.end('SIGTERM')).toBe(0);
    await expect.poll(() => processesOn(folder)).toEqual([]);
  }, 120_000);

  it.each(['--api-port', '--stream-port', '--rtmp-port'])(
    'does not start when the port of %s is taken, and says which option that is',
    async (option) => {
      const holder = createServer().listen(0, '127.0.0.1');
      await once(holder, 'listening');
      const { port } = holder.address() as AddressInfo;
      const station = RunningStation.launch(folder, [option, String(port)]);
      expect(await station.ended()).toBe(2);
      expect(station.stderr()).toContain(`${option} ${port}: another program already listens`);
      expect(station.stdout()).toBe('');
      await expect.poll(() => processesOn(folder)).toEqual([]);
      holder.close();
    },
  );

  it('refuses a second station on its folder, and leaves the engine playing when it is told to', async () => {
    const first = await RunningStation.onAir(folder, ['--leave-air']);
    const second = RunningStation.launch(folder, []);
    expect(await second.ended()).toBe(2);
    expect(second.stderr()).toContain('Another station');
    expect(second.stdout()).toBe('');
    expect(await first.end('SIGTERM')).toBe(0);
    expect(processesOn(folder)).toContain(engineOf().pid);
    const third = await RunningStation.onAir(folder, []);
    expect(third.addresses.hls).toBe(first.addresses.hls);
    expect(await third.end('SIGTERM')).toBe(0);
    await expect.poll(() => processesOn(folder)).toEqual([]);
  }, 90_000);
});

/** The media sequence of a playlist's last segment (RFC 8216 4.3.3.2). */
async function lastSegment(playlistUrl: string): Promise<number> {
  const text = await (await fetch(playlistUrl)).text();
  return Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(text)?.[1]) + [...text.matchAll(/#EXTINF/g)].length - 1;
}
