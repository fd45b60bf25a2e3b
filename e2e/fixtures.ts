import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, _electron as electron, expect } from '@playwright/test';
import { stockLibrary } from '../src/main/testing/stock-library.ts';
import { TEST_FILES, testMedia } from './media.ts';
import { freePort, processesThatName } from './processes.ts';
import { Publisher } from './publisher.ts';
import { ConsoleScreen } from './screens/console-screen.ts';

/** A light picture, so that a station and its window run well on two busy cores. */
const SETTINGS = {
  channel: { name: 'Perpetua', width: 640, height: 360, rate: '25/1' },
  encoding: { video: { preset: 'ultrafast', bitrateKbps: 1200 } },
};

/** At most for making media and looking into them, on a machine that is busy with much else. It does not count as the test's time. */
const STOCKING_MS = 600_000;

/** The time of a test that imports into a station on air: the import gives way to whatever else wants the processors, and waits while frames are late. */
export const IMPORT_MS = 600_000;

interface StationFixtures {
  /** Whether the media are in the library before the station is launched. An import into a station on air waits while that is late. */
  readonly isStocked: boolean;
  /** The near future that the schedule may not change; `test.use` sets another one. */
  readonly lockWindowSeconds: number;
  /** The outputs that the station has from the start; `test.use` sets some. */
  readonly outputs: readonly object[];
  /** The live inputs that the station has from the start; `test.use` sets some. */
  readonly inputs: readonly object[];
  /** A data folder of the test's own, removed after it. */
  readonly dataFolder: string;
  /** Where the station serves the console to browsers. */
  readonly apiPort: number;
  /** The console of a real station on that folder, in a real window. The station has left the air when the test is over. */
  readonly console: ConsoleScreen;
  /** A folder of small media: three programmes, an ident, and a file that is none; another one where E2E_MEDIA names it, for looks. */
  readonly media: string;
  /** An encoder that can publish; it is gone when the test is over. */
  readonly publisher: Publisher;
}

interface WorkerFixtures {
  /** Makes a data folder whose library holds the media, once for all tests. */
  readonly stockedFolder: () => Promise<string>;
}

export const test = base.extend<StationFixtures, WorkerFixtures>({
  stockedFolder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'perpetua-e2e-stock-'));
      let stocked: Promise<string> | null = null;
      const stock = async () => {
        await stockLibrary(folder, await mediaFolder());
        return folder;
      };
      await use(() => (stocked ??= stock()));
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  isStocked: [false, { option: true }],
  lockWindowSeconds: [30, { option: true }],
  outputs: [[], { option: true }],
  inputs: [[], { option: true }],
  dataFolder: [
    async ({ lockWindowSeconds, outputs, inputs, isStocked, stockedFolder }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'perpetua-e2e-'));
      if (isStocked) cpSync(await stockedFolder(), folder, { recursive: true });
      writeFileSync(join(folder, 'station.json'), JSON.stringify({ ...SETTINGS, schedule: { lockWindowSeconds }, outputs, inputs }));
      await use(folder);
      await expect.poll(() => processesThatName(folder), { message: 'processes left behind' }).toEqual([]);
      rmSync(folder, { recursive: true, force: true });
    },
    { timeout: STOCKING_MS },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  media: [async ({}, use) => use(await mediaWithTestFiles()), { timeout: STOCKING_MS }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  publisher: async ({}, use) => {
    const publisher = new Publisher();
    await use(publisher);
    await publisher.vanish();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  apiPort: async ({}, use) => use(await freePort()),
  console: async ({ dataFolder, apiPort }, use) => {
    const console = await launchConsole(dataFolder, apiPort);
    await use(console);
    await console.app.close();
  },
});

/** As `test`, for what needs programmes on air rather than their import. */
export const stockedTest = test.extend<StationFixtures>({ isStocked: true });

async function mediaFolder(): Promise<string> {
  return process.env.E2E_MEDIA ?? testMedia();
}

/** The folder of media for a test that asks for files by name. Without them it would wait for an import that never comes. */
async function mediaWithTestFiles(): Promise<string> {
  const folder = await mediaFolder();
  const missing = TEST_FILES.filter((path) => !existsSync(join(folder, path)));
  if (missing.length > 0) throw new Error(`${folder} lacks ${missing.join(', ')}, which this test asks for. Leave E2E_MEDIA unset.`);
  return folder;
}

/** A zone without summer time where six in the morning is many hours away: a broadcast day ends then, and the schedule shows nothing of the next one. */
function zoneInMidDay(): string {
  return new Date().getUTCHours() < 12 ? 'Asia/Tokyo' : 'Africa/Lagos';
}

/** Starts the app on a data folder. Closing it takes the channel off the air. */
export async function launchConsole(dataFolder: string, apiPort: number): Promise<ConsoleScreen> {
  const ports = ['--api-port', String(apiPort), '--stream-port', '0', '--rtmp-port', '0'];
  const app = await electron.launch({
    args: ['.', '--data', dataFolder, '--quit', 'stop', ...ports],
    env: { ...process.env, TZ: zoneInMidDay() } as Record<string, string>,
  });
  return new ConsoleScreen(app, await app.firstWindow());
}

export { expect };
