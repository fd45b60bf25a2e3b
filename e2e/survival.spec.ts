import { newestSegment, readAired } from './aired-stream.ts';
import { expect, launchConsole, test } from './fixtures.ts';
import { enginePid } from './processes.ts';
import type { ConsoleScreen } from './screens/console-screen.ts';

const FRAME_SECONDS = 1 / 25;

function kill(pid: number | null | undefined): void {
  if (!pid) throw new Error('There is no process to kill');
  process.kill(pid, 'SIGKILL');
}

/** The process of the window's page, once that is there. */
const pageOf = ({ app }: ConsoleScreen) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents === undefined || contents.isCrashed() || contents.isLoading() ? null : contents.getOSProcessId();
  });

/** The tally's words, asked of the window itself: Playwright lets go of a page whose process died. */
const tallyOf = ({ app }: ConsoleScreen) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.querySelector("[aria-label=Tally]")?.textContent'),
  );

test('the stream loses no frame when the window dies and then the whole console', async ({ dataFolder, apiPort }) => {
  const first = await launchConsole(dataFolder, apiPort);
  await expect(first.tally).toContainText('ON AIR');
  await first.monitor.expectPlaying();
  const engine = enginePid(dataFolder);
  const before = newestSegment(dataFolder);

  const page = await pageOf(first);
  kill(page);
  await expect.poll(() => pageOf(first), { message: 'the window comes back' }).not.toBe(page);
  await expect.poll(() => pageOf(first)).not.toBeNull();
  await expect.poll(() => tallyOf(first)).toContain('ON AIR');

  const dead = first.app.waitForEvent('close');
  kill(first.app.process().pid);
  await dead;
  const alone = newestSegment(dataFolder);
  await expect.poll(() => newestSegment(dataFolder), { message: 'the engine goes on alone', timeout: 30_000 }).toBeGreaterThan(alone + 1);

  const second = await launchConsole(dataFolder, apiPort);
  await expect(second.tally).toContainText('ON AIR');
  await second.monitor.expectPlaying();
  expect(enginePid(dataFolder)).toBe(engine);
  const aired = await readAired(dataFolder, before, FRAME_SECONDS);
  expect(aired).toMatchObject({ tags: 0, holes: [] });
  expect(aired.pictures).toBe((aired.last - before + 1) * 50);
  await second.app.close();
});
