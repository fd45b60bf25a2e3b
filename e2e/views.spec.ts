import { expect, stockedTest, test } from './fixtures.ts';
import { SIZES, takePictures } from './pictures.ts';
import { enginePid } from './processes.ts';
import type { ConsoleScreen } from './screens/console-screen.ts';

/** Goes on to the next item: a programme is cut short by a take, anything shorter airs to its end. */
async function goOn(console: ConsoleScreen): Promise<void> {
  const next = (await console.nextTitle.textContent()) ?? '';
  if (!(await console.isProgrammeOnAir())) {
    await expect(console.onAirTitle).toHaveText(next, { timeout: 30_000 });
    return;
  }
  await console.air.takeNextItem();
  await expect(console.onAirTitle).toHaveText(next);
}

test('the first steps fit both sizes', async ({ console }, info) => {
  await console.monitor.expectPlaying();
  await takePictures(console, 'first-run', info);
  await console.firstSteps.getByRole('button', { name: 'Add a folder…' }).click();
  await takePictures(console, 'add-media', info);
});

stockedTest('every view fits both sizes and shows at least twelve rows of the rundown', async ({ console }, info) => {
  stockedTest.slow();
  await console.resize(1920, 1080);
  await console.waitForProgramme();
  await console.air.turnOn();
  for (let count = 0; count < 4 || !(await console.isProgrammeOnAir()); count += 1) await goOn(console);
  await console.monitor.expectPlaying();
  // The monitor is a few seconds behind: by now it shows what the header names.
  await expect(console.onAirPosition).toHaveText(/^00:([1-9]\d|0[89]):/, { timeout: 30_000 });
  await expect(console.rundown.nth(1)).toContainText('NEXT');
  await takePictures(console, 'on-air', info);
  for (const size of SIZES) {
    await console.resize(size.width, size.height);
    expect(await console.rundownRowsInSight()).toBeGreaterThanOrEqual(12);
  }
  await console.show('library');
  await expect(console.library.assets.first()).toBeVisible();
  await console.library.waitForThumbnails();
  // Four items have aired, whole or in part.
  await expect(console.library.assets.filter({ hasNotText: 'Never' })).not.toHaveCount(0);
  await takePictures(console, 'library', info);
  await console.show('schedule');
  await expect(console.schedule.rows.first()).toBeVisible();
  await takePictures(console, 'schedule', info);
  await console.show('rules');
  await expect(console.rules.status).toHaveText('In force');
  await takePictures(console, 'rules', info);
  await console.show('as-run');
  await takePictures(console, 'as-run', info);
  await console.page.keyboard.press('?');
  await takePictures(console, 'keys', info);
  await console.page.keyboard.press('Escape');
});

stockedTest('the panic slate and a lost engine look like what they are', async ({ console, dataFolder }, info) => {
  await console.resize(1920, 1080);
  await console.waitForProgramme();
  await console.monitor.expectPlaying();
  const programme = await console.monitor.sketch();
  await console.air.hold(console.air.panicSlate, () => expect(console.tally).toContainText('PANIC'));
  await console.monitor.expectDiffersFrom(programme, 12);
  await takePictures(console, 'panic', info);
  const engine = enginePid(dataFolder);
  process.kill(engine, 'SIGSTOP');
  try {
    await expect(console.lostBar).toBeVisible();
    await takePictures(console, 'lost', info);
  } finally {
    process.kill(engine, 'SIGCONT');
  }
  await expect(console.lostBar).toBeHidden();
});
