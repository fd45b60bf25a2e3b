import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../shared/time/index.ts';
import type { ProbedFacts } from '../../../domain/library/index.ts';
import { processesOn } from '../../../testing/running-station.ts';
import { untilProcessEnds } from '../../system/process-life.ts';
import { TEST_PROGRAMS } from '../imported-library.fixture.ts';
import { makeTinyFilm, runFfmpeg } from '../tiny-media.ts';
import { MediaWorkshop } from './media-workshop.ts';
import { workshopMedia } from './workshop-media.ts';

const ENTRY = fileURLToPath(new URL('./workshop-process.ts', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const never = new AbortController().signal;

let folder: string;
let workshop: MediaWorkshop;
const logged: string[] = [];
const note = (message: string) => void logged.push(message);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  logged.length = 0;
  workshop = new MediaWorkshop({ entry: ENTRY, programs: TEST_PROGRAMS, log: { info: note, warn: note, error: note } });
});
afterEach(async () => {
  await workshop.close();
  rmSync(folder, { recursive: true, force: true });
});

function film(name: string): string {
  const path = join(folder, name);
  makeTinyFilm({ path, size: '64x36', rate: '25', seconds: 1, hasSound: true, number: 1 });
  return path;
}

/** A film that takes far longer to decode than any test lasts. */
function longFilm(): string {
  const path = join(folder, 'long.mkv');
  runFfmpeg(['-f', 'lavfi', '-i', 'color=s=16x16:r=1:d=1', '-c:v', 'ffv1', join(folder, 'one.mkv')]);
  runFfmpeg(['-stream_loop', '400000', '-i', join(folder, 'one.mkv'), '-c', 'copy', path]);
  return path;
}

const factsOf = async (path: string): Promise<ProbedFacts> => {
  const probed = await workshopMedia(workshop).probe.probe(path, never);
  if (!probed.ok) throw new Error('The film can not be probed');
  return probed.facts;
};

/** Waits for processes that name the folder; the test's own time limit ends a wait in vain. */
async function untilOnFolder(holds: (pids: readonly number[]) => boolean): Promise<readonly number[]> {
  for (;;) {
    const pids = processesOn(folder);
    if (holds(pids)) return pids;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('MediaWorkshop', () => {
  it('looks into files as FFmpeg does here, stills and stretches of sound too', async () => {
    const media = workshopMedia(workshop);
    const path = film('a.mp4');
    const facts = await factsOf(path);
    expect(facts).toMatchObject({ picture: { codec: 'h264', width: 64 }, sound: { codec: 'aac' } });
    expect(await media.probe.decode(path, facts, null, never)).toMatchObject({ pictureFrames: 25, isFinished: true, errorCount: 0 });
    const still = await media.stills.take(path, milliseconds(0), never);
    expect([...(still ?? []).slice(0, 2)]).toEqual([0xff, 0xd8]);
  });

  it('says that the tool failed when it is not there', async () => {
    const none = new MediaWorkshop({
      entry: ENTRY,
      programs: { ffmpegPath: join(folder, 'none'), ffprobePath: join(folder, 'none') },
      log: { info: note, warn: note, error: note },
    });
    await expect(workshopMedia(none).probe.probe(film('a.mp4'), never)).rejects.toThrow('could not be run');
    await none.close();
  });

  it('works at the lowest priority, stops what it is told to stop, and leaves nothing behind', async () => {
    const path = longFilm();
    const facts = await factsOf(path);
    const stop = new AbortController();
    const decoding = workshopMedia(workshop).probe.decode(path, facts, null, stop.signal);
    // FFmpeg is started by `nice`, which is seen for a moment before it has lowered itself.
    await untilOnFolder((pids) => pids.length === 1 && getPriority(pids[0]!) === 19);
    stop.abort(new Error('enough'));
    await expect(decoding).rejects.toThrow('enough');
    await untilOnFolder((pids) => pids.length === 0);
  });

  it('is started again when it dies, and does the job again', async () => {
    const path = longFilm();
    const facts = await factsOf(path);
    const stop = new AbortController();
    const decoding = workshopMedia(workshop).probe.decode(path, facts, null, stop.signal);
    const [decoder] = await untilOnFolder((pids) => pids.length === 1);
    process.kill(parentOf(decoder!), 'SIGKILL');
    const [again] = await untilOnFolder((pids) => pids.length === 1 && pids[0] !== decoder);
    expect(logged).toEqual(['The media workshop died and is started again']);

    process.kill(parentOf(again!), 'SIGKILL');
    await expect(decoding).rejects.toThrow('died twice');
    await untilOnFolder((pids) => pids.length === 0);
    expect(await factsOf(film('b.mp4'))).toMatchObject({ container: expect.stringContaining('mp4') });
  });

  it('ends with its decoders when the process that opened it is killed', async () => {
    const path = longFilm();
    const script = `
      import { MediaWorkshop } from ${JSON.stringify(join(HERE, 'media-workshop.ts'))};
      const log = { info() {}, warn() {}, error() {} };
      const workshop = new MediaWorkshop({ entry: ${JSON.stringify(ENTRY)}, programs: ${JSON.stringify(TEST_PROGRAMS)}, log });
      void workshop.do({ type: 'decode', path: ${JSON.stringify(path)}, facts: { sound: null }, until: null }, new AbortController().signal);
    `;
    const main: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    const isDecoder = (pid: number) => pid !== main.pid;
    const [decoder] = (await untilOnFolder((pids) => pids.some(isDecoder))).filter(isDecoder);
    const workshopPid = parentOf(decoder!);
    main.kill('SIGKILL');
    await once(main, 'exit');
    await untilOnFolder((pids) => pids.length === 0);
    expect(await untilProcessEnds(workshopPid, 60_000)).toBe(true);
  });
});

function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
