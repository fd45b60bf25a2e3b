import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, _electron as electron, expect } from '@playwright/test';
import { testMedia } from './media.ts';
import { freePort, processesThatName } from './processes.ts';
import { Publisher } from './publisher.ts';
import { ConsoleScreen } from './screens/console-screen.ts';

/** A light picture, so that a station and its window run well on two busy cores. */
const SETTINGS = {
  channel: { name: 'Perpetua', width: 640, height: 360, rate: '25/1' },
  encoding: { video: { preset: 'ultrafast', bitrateKbps: 1200 } },
};

interface StationFixtures {
  /** The near future that the schedule may not change; `test.use` sets another one. */
  readonly lockWindowSeconds: number;
  /** The outputs that the station has from the start; `test.use` sets some. */
  readonly outputs: readonly object[];
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

export const test = base.extend<StationFixtures>({
  lockWindowSeconds: [30, { option: true }],
  outputs: [[], { option: true }],
  dataFolder: async ({ lockWindowSeconds, outputs }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'perpetua-e2e-'));
    writeFileSync(join(folder, 'station.json'), JSON.stringify({ ...SETTINGS, schedule: { lockWindowSeconds }, outputs }));
    await use(folder);
    await expect.poll(() => processesThatName(folder), { message: 'processes left behind' }).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  media: async ({}, use) => use(process.env.E2E_MEDIA ?? (await testMedia())),
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

/** Starts the app on a data folder. Closing it takes the channel off the air. */
export async function launchConsole(dataFolder: string, apiPort: number): Promise<ConsoleScreen> {
  const ports = ['--api-port', String(apiPort), '--stream-port', '0', '--rtmp-port', '0'];
  const app = await electron.launch({
    args: ['.', '--data', dataFolder, '--quit', 'stop', ...ports],
    env: { ...process.env, TZ: 'Europe/Berlin' } as Record<string, string>,
  });
  return new ConsoleScreen(app, await app.firstWindow());
}

export { expect };
