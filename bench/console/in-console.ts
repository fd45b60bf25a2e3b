import { _electron as electron, type Page } from '@playwright/test';
import { buildConsole } from '../../scripts/console/build-console.mjs';
import { type BenchOptions, BenchRefused } from '../bench-section.ts';

/** A station that is not there by then is not one that people wait for. */
const WINDOW_WITHIN_MS = 120_000;
/** How much of what the station said is told when its window could not be measured. */
const LAST_WORDS = 2_000;

/**
 * Opens the console of a station on a section's folder, and closes it, and the channel with it, when the work is done.
 * @param work is handed the window and how long it took to be there, milliseconds
 * @returns what the work did
 * @throws BenchRefused with what the station said last
 */
export async function inConsole<T>({ folder, tell }: BenchOptions, work: (page: Page, openedMs: number) => Promise<T>): Promise<T> {
  // An older build would refuse a database that the sources have made, and show nothing but that.
  await buildConsole();
  tell('Opening the console');
  const started = performance.now();
  const app = await electron.launch({
    args: ['.', '--data', folder, '--quit', 'stop', '--api-port', '0', '--stream-port', '0', '--rtmp-port', '0'],
    env: process.env as Record<string, string>,
  });
  let said = '';
  app.process().stderr?.on('data', (text) => {
    said = `${said}${String(text)}`.slice(-LAST_WORDS);
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('navigation', { name: 'Views' }).waitFor({ timeout: WINDOW_WITHIN_MS });
    return await work(page, Math.round(performance.now() - started));
  } catch (error) {
    throw new BenchRefused(`The console could not be measured: ${String(error)}\nThe station said last:\n${said}`, { cause: error });
  } finally {
    await app.close();
  }
}
