import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EngineConfig, type EngineStatus, engineConfigSchema } from '../../../shared/engine-protocol/index.ts';
import { milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { AirQueries, FollowEngine, PanicSlate, ReturnToProgramme, RundownFeeder, TakeNext } from '../../application/air/index.ts';
import { AsRunQueries, TakeInEvidence } from '../../application/as-run/index.ts';
import { DEFAULT_PLAN_RULES } from '../../domain/schedule/index.ts';
import { SqliteUnitOfWork } from '../sqlite/sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../sqlite/temporary-database.ts';
import { isProcessAlive } from '../system/process-life.ts';
import { RandomIds } from '../system/random-ids.ts';
import { SystemTimers } from '../system/system-timers.ts';
import { KeptEvents, SILENT_LOG, testPlanner } from '../testing/station.fixture.ts';
import { EngineLink } from './engine-link.ts';
import { Sha256EvidenceSeal } from './sha256-evidence-seal.ts';

const CONFIG: EngineConfig = engineConfigSchema.parse({
  ...{ width: 320, height: 180, streamPort: 0, rtmpPort: 0, cueAheadSeconds: 2 },
  video: { preset: 'ultrafast', bitrateKbps: 300 },
  ffmpegPath: process.env.FFMPEG_PATH || 'ffmpeg',
});
/** Most of a test's time: a busy machine may need more than one try. */
const START_MS = 90_000;

describe('main and a real engine', () => {
  let database: TemporaryDatabase;
  let dataFolder: string;
  const links: EngineLink[] = [];

  beforeEach(() => {
    database = openTemporaryDatabase();
    dataFolder = mkdtempSync(join(tmpdir(), 'perpetua-air-'));
  });
  afterEach(async () => {
    for (const link of links.splice(0)) await link.leaveAir('test');
    await database.remove();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  /** Main's half of a station without media: its channel airs slate. */
  function makeStation() {
    const entry = fileURLToPath(new URL('../../engine/engine.ts', import.meta.url));
    const clock = { now: () => milliseconds(Date.now()) };
    const engine = new EngineLink({ engineFolder: join(dataFolder, 'engine'), dataFolder, entry, config: () => CONFIG }, clock, SILENT_LOG);
    links.push(engine);
    const channel = { name: 'Test', rate: parseFrameRate(CONFIG.rate), zone: 'UTC' };
    const unitOfWork = new SqliteUnitOfWork(database.kysely);
    const shared = { engine, unitOfWork, clock, channel, events: new KeptEvents(), log: SILENT_LOG };
    const planAhead = testPlanner({ ...shared, ids: new RandomIds(), rules: DEFAULT_PLAN_RULES, inputs: { list: () => [] } }).planAhead;
    const takeInEvidence = new TakeInEvidence({ ...shared, seal: new Sha256EvidenceSeal(), planAhead });
    const feeder = new RundownFeeder({ ...shared, takeInEvidence });
    const air = new AirQueries(engine, clock, channel);
    const following = new FollowEngine({ ...shared, feeder, takeInEvidence, air, timers: new SystemTimers() });
    return { ...shared, planAhead, takeInEvidence, feeder, following, pid: () => pidOf(engine) };
  }

  async function pidOf(engine: EngineLink): Promise<number> {
    const hello = await engine.call('hello', { protocol: 1 });
    return hello.ok ? hello.value.pid : 0;
  }

  /** The first status that is as wanted. */
  const untilStatus = (engine: EngineLink, isWanted: (status: EngineStatus) => boolean): Promise<EngineStatus> =>
    new Promise((resolve) => {
      const quiet = { connected: () => undefined, disconnected: () => undefined, evidenceWritten: () => undefined };
      const stop = engine.listen({
        ...quiet,
        statusHeard: ({ status }) => {
          if (!isWanted(status)) return;
          stop();
          resolve(status);
        },
      });
    });

  const rows = async (station: ReturnType<typeof makeStation>) => (await new AsRunQueries(station.unitOfWork).list({ limit: 1000 })).items;

  /** What the engine has on the disk of its evidence: it writes in the background. */
  function journal(): string {
    const folder = join(dataFolder, 'engine', 'journal');
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    return files.join('');
  }

  /** The last frame of which the engine has on the disk that it aired. */
  const lastKnownFrame = (): number => JSON.parse(readFileSync(join(dataFolder, 'engine', 'position.json'), 'utf8')).frame;

  it('airs the playlog, obeys the operator, and the log has neither hole nor defect', { timeout: 120_000 }, async () => {
    const station = makeStation();
    const { engine } = station;
    await station.planAhead.run();
    station.following.start();
    expect(await engine.start(START_MS)).toMatchObject({ ok: true });
    const pid = await station.pid();
    const onAir = await untilStatus(engine, ({ mode, onAir: item }) => mode === 'auto' && item?.item?.title === 'Slate');
    expect(onAir.rundownRevision).toBe(1);
    const panic = await new PanicSlate(station).run('jo');
    expect(panic.ok && panic.value.frame).toBeGreaterThanOrEqual(onAir.frame);
    await untilStatus(engine, ({ mode }) => mode === 'panic');
    expect(await new TakeNext(station).run('jo')).toMatchObject({ ok: false, code: 'LOCKED' });
    // A return, like a take, waits two seconds for what it needs and is refused then: a busy machine needs longer, and an operator tries again.
    await expect.poll(() => new ReturnToProgramme(station).run('rejoin', 'jo')).toMatchObject({ ok: true });
    await untilStatus(engine, ({ mode }) => mode === 'auto');
    let frame = 0;
    const take = async () => {
      const taken = await new TakeNext(station).run('jo');
      if (taken.ok) frame = taken.value.frame;
      return taken;
    };
    await expect.poll(take).toMatchObject({ ok: true });
    await station.feeder.settled();
    const next = await untilStatus(engine, ({ onAir: item, rundownRevision }) => item?.startFrame === frame && rundownRevision >= 2);
    const planned = await station.unitOfWork.run(({ playlog }) => playlog.listFrom(next.frame));
    expect(planned[0]).toMatchObject({ id: next.onAir?.item?.id, startFrame: frame, status: 'on-air' });

    await station.following.stop();
    await engine.leaveAir('test');
    expect(isProcessAlive(pid)).toBe(false);

    const again = makeStation();
    await again.engine.start(START_MS);
    expect(await again.takeInEvidence.run()).toMatchObject({ ok: true });
    const logged = await rows(again);
    expect(logged.map(({ reason }) => reason)).toContain('operator-panic');
    expect(logged.at(-1)).toMatchObject({ outcome: 'missed', reason: 'left-air' });
    for (const [index, row] of logged.slice(1).entries()) {
      const before = logged[index];
      expect(row.startFrame).toBe((before?.startFrame ?? 0) + (before?.durationFrames ?? 0));
    }
    expect(await again.unitOfWork.run(({ evidence }) => evidence.listDefects(10))).toEqual([]);
  });

  it('leaves the air alone when main goes, and has no hole in the log when main comes back', { timeout: 120_000 }, async () => {
    const first = makeStation();
    await first.planAhead.run();
    first.following.start();
    await first.engine.start(START_MS);
    const before = await untilStatus(first.engine, ({ onAir }) => onAir?.item?.title === 'Slate');
    const pid = await first.pid();
    await first.following.stop();
    await first.engine.detach();

    const second = makeStation();
    await second.engine.start(START_MS);
    expect(await second.pid()).toBe(pid);
    const after = await untilStatus(second.engine, ({ frame }) => frame > before.frame);
    expect(after.onAir?.item?.id).toBe(before.onAir?.item?.id);
    expect(await second.takeInEvidence.run()).toMatchObject({ ok: true });
    expect((await rows(second)).filter(({ outcome }) => outcome === 'missed')).toEqual([]);
  });

  it('brings the channel back when the engine is killed, and logs what was lost', { timeout: 120_000 }, async () => {
    const station = makeStation();
    await station.planAhead.run();
    station.following.start();
    await station.engine.start(START_MS);
    const before = await untilStatus(station.engine, ({ onAir }) => onAir?.item?.title === 'Slate');
    const pid = await station.pid();
    // Killed before it has written what it airs, and how far it came in it, it leaves nothing that was lost.
    await expect.poll(journal).toMatch(/"item-started".*\n/);
    await expect.poll(lastKnownFrame).toBeGreaterThan(before.frame);
    process.kill(pid, 'SIGKILL');
    await untilStatus(station.engine, ({ onAir, evidenceSeq }) => onAir?.item?.title === 'Slate' && evidenceSeq >= before.evidenceSeq + 3);
    expect(await station.pid()).not.toBe(pid);
    await station.takeInEvidence.run();
    const lost = (await rows(station)).filter(({ reason }) => reason === 'engine-lost');
    expect(lost.map(({ outcome }) => outcome)).toEqual(['partial', 'missed']);
    await station.following.stop();
  });
});
