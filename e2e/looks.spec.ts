import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, IMPORT_MS, stockedTest, test } from './fixtures.ts';
import { takePictures } from './pictures.ts';
import { enginePid } from './processes.ts';

// Pictures to judge by eye, taken only where SCREENSHOTS names a folder; what these views do is shown by the other tests.

/** Titles as archives have them: several scripts, no place to break a line, as long as file names may be. */
const LONG_TITLE = `${'أخبار المساء 晚间新闻 🌊 '.repeat(4)}${'Untertitelfassung'.repeat(4)}.mp4`;

test('the library: queue, failures, badges, twins, dialogs', async ({ console, media, dataFolder }, info) => {
  test.setTimeout(IMPORT_MS);
  const { library, page } = console;
  const folder = join(dataFolder, 'dropped');
  mkdirSync(folder);
  cpSync(join(media, 'programmes', 'Town Hall.mp4'), join(folder, 'Town Hall.mp4'));
  cpSync(join(media, 'programmes', 'Town Hall.mp4'), join(folder, 'Town Hall (copy).mp4'));
  cpSync(join(media, 'idents', 'Ident Tide.mp4'), join(folder, 'idents', LONG_TITLE));
  writeFileSync(join(folder, 'Broken Tape.mp4'), 'This was a film once.');
  writeFileSync(join(folder, 'Nothing at all.mov'), '');
  await console.show('library');
  await library.importPath(folder);
  await expect(library.imports).toBeVisible();
  await takePictures(console, 'library-importing', info);
  await expect(library.assets).toHaveCount(2, { timeout: 300_000 });
  await expect(library.imports).toContainText('files imported', { timeout: 300_000 });
  await library.assets.first().getByRole('button').first().hover();
  await takePictures(console, 'library-badge', info);
  await page.mouse.move(700, 5);
  await page.getByRole('button', { name: 'Grid' }).click();
  await takePictures(console, 'library-grid', info);
  await page.getByRole('button', { name: 'List' }).click();
  await library.assets.first().click();
  await expect(library.player).toBeVisible();
  await takePictures(console, 'library-asset', info);
  await page.keyboard.press('Control+A');
  await takePictures(console, 'library-several', info);
  await page.getByRole('button', { name: 'Duplicates' }).click();
  await takePictures(console, 'library-duplicates', info);
  await page.getByRole('button', { name: 'Bin', exact: true }).click();
  await takePictures(console, 'library-bin', info);
  await page.getByRole('button', { name: 'Everything' }).click();
  await page.getByRole('button', { name: 'What the search understands' }).click();
  await takePictures(console, 'library-search-help', info);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a watch folder…' }).click();
  await takePictures(console, 'library-watch-folder', info);
  await page.keyboard.press('Escape');
  await library.openBackups();
  await library.backups.getByRole('button', { name: 'Make one now' }).click();
  await library.backups.getByRole('button', { name: 'Restore…' }).first().click();
  await takePictures(console, 'library-backups', info);
});

stockedTest('rules, schedule, log and dialogs', async ({ console }, info) => {
  stockedTest.setTimeout(IMPORT_MS);
  const { page, rules, schedule, air } = console;
  await console.resize(1920, 1080);
  await console.waitForProgramme();
  await console.show('rules');
  await page.getByLabel('Start from a ready-made plan').selectOption({ index: 1 });
  await rules.dryRun.click();
  await expect(rules.trial).toContainText('items come', { timeout: 120_000 });
  await page.locator('.week-block').first().click();
  await takePictures(console, 'rules-dry-run', info);
  await rules.show('Breaks');
  await takePictures(console, 'rules-breaks', info);
  await page.getByRole('navigation', { name: 'Rules' }).getByRole('button', { name: 'Day & ratings' }).click();
  await takePictures(console, 'rules-day', info);
  await rules.show('Campaigns');
  await rules.addCampaign.click();
  await takePictures(console, 'rules-campaign', info);
  await console.resize(1920, 1080);
  await console.show('schedule');
  await schedule.selectPlanned(2);
  await takePictures(console, 'schedule-item', info);
  await schedule.planned.nth(2).click({ button: 'right' });
  await takePictures(console, 'schedule-menu', info);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await takePictures(console, 'commands', info);
  await page.getByRole('combobox', { name: 'Find a command' }).fill('copy day');
  await page.keyboard.press('Enter');
  await expect(schedule.copyDay).toBeVisible();
  await takePictures(console, 'copy-day', info);
  await page.keyboard.press('Escape');
  await console.show('on-air');
  await page.keyboard.press('?');
  await takePictures(console, 'keys', info);
  await page.keyboard.press('Escape');
  await console.resize(1920, 1080);
  await air.inputs.add.click();
  for (const kind of ['SRT', 'URL']) {
    await air.inputs.kind(kind).check();
    await takePictures(console, `input-${kind.toLowerCase()}`, info);
  }
});

stockedTest('breaking, the log and its dialogs', async ({ console }, info) => {
  stockedTest.setTimeout(IMPORT_MS);
  const { page, air } = console;
  await console.resize(1920, 1080);
  await console.waitForProgramme();
  await air.turnOn();
  await air.takeNextItem();
  await air.breakingSection.getByRole('button', { name: 'Slate' }).click();
  await air.breakingSection.getByLabel('What for').fill('Storm warning');
  await takePictures(console, 'breaking-chosen', info);
  await page.getByRole('button', { name: /AIR CONTROLS/ }).click();
  await page.screenshot({ path: join(process.env.SCREENSHOTS ?? info.outputPath(), 'drawer-1366.png') });
  await air.arm.click();
  await expect(air.breakingSection.getByRole('status')).toContainText('ARMED');
  await page.screenshot({ path: join(process.env.SCREENSHOTS ?? info.outputPath(), 'armed-1366.png') });
  await console.show('as-run');
  await takePictures(console, 'as-run', info);
  await console.asRun.rows.first().click();
  await takePictures(console, 'as-run-row', info);
  await page.getByRole('button', { name: 'Affidavit…' }).click();
  await takePictures(console, 'as-run-affidavit', info);
});

test('signing in, and each view with nothing in it and without an engine', async ({ console, apiPort, dataFolder }, info) => {
  test.setTimeout(IMPORT_MS);
  await expect(console.tally).toContainText('ON AIR');
  for (const view of ['schedule', 'library', 'rules', 'as-run'] as const) {
    await console.show(view);
    await takePictures(console, `empty-${view}`, info);
  }
  const browser = await console.openInBrowser(`http://127.0.0.1:${apiPort}/`);
  await browser.signIn('admin', 'a guess');
  await expect(browser.page.getByRole('alert')).toBeVisible();
  await takePictures(browser, 'sign-in', info);
  const engine = enginePid(dataFolder);
  process.kill(engine, 'SIGSTOP');
  try {
    await expect(console.lostBar).toBeVisible();
    for (const view of ['on-air', 'schedule', 'library', 'rules', 'as-run'] as const) {
      await console.show(view);
      await takePictures(console, `lost-${view}`, info);
    }
  } finally {
    process.kill(engine, 'SIGCONT');
  }
});
