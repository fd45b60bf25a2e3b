import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, IMPORT_MS, launchConsole, test } from './fixtures.ts';
import { enginePid } from './processes.ts';

test('a dropped folder becomes ready, is searched by tokens, watched, marked, tagged, binned and restored', async ({
  console,
  media,
  dataFolder,
}, info) => {
  test.setTimeout(IMPORT_MS);
  const { library, page } = console;
  const look = (name: string) => page.screenshot({ path: join(process.env.SCREENSHOTS ?? info.outputPath(), `${name}.png`) });
  await console.resize(1920, 1080);
  await console.show('library');
  const folder = join(dataFolder, 'dropped');
  mkdirSync(folder);
  cpSync(join(media, 'programmes', 'Town Hall.mp4'), join(folder, 'Town Hall.mp4'));
  cpSync(join(media, 'idents', 'Ident Tide.mp4'), join(folder, 'idents', 'Ident Tide.mp4'));
  writeFileSync(join(folder, 'Broken Tape.mp4'), 'This was a film once.');
  await console.dropPath(folder);
  await expect(library.assets).toHaveCount(2, { timeout: 0 });
  await expect(library.assets.getByText('READY')).toHaveCount(2);
  await expect(library.imports).toContainText('files imported', { timeout: 0 });
  await expect(library.refusedFiles).toHaveCount(1);
  await look('library-imported');

  await library.search.fill('kind:programme duration>1m');
  await expect(library.assets).toHaveCount(1);
  await library.search.fill('colour:red');
  await expect(page.getByRole('alert').filter({ hasText: 'there is no filter of that name' })).toBeVisible();
  await look('library-search-fault');
  await library.search.fill('town');
  await expect(library.assets).toHaveCount(1);

  await library.assets.first().click();
  await expect(library.player).toBeVisible();
  // A part to look at is made at the lowest priority: on a crowded machine it takes its time.
  await expect(library.pictureInSight).toBeVisible({ timeout: 0 });
  await library.position.focus();
  await page.keyboard.press('l');
  await expect.poll(() => library.playhead(), { timeout: 0 }).toBeGreaterThan(30);
  await page.keyboard.press('i');
  await page.keyboard.press('k');
  await expect(library.pictureInSight).toBeVisible();
  // The key stops the video, and the playhead comes to stand where that did.
  await expect.poll(async () => (await library.videoFrame(25)) - (await library.playhead())).toBe(0);
  await look('library-played');
  await page.keyboard.press('Control+z');

  for (const key of ['Home', '.', '.', '.', 'i']) await page.keyboard.press(key);
  await expect(library.marks).toContainText(['IN 00:00:03']);
  for (const key of ['End', ',', 'o']) await page.keyboard.press(key);
  await library.position.click();
  await page.keyboard.press('b');
  await expect(library.marks).toHaveCount(3);
  await look('library-marks');
  await page.getByRole('button', { name: 'Save marks' }).click();
  await expect(page.getByText('Marks not saved')).toBeHidden();

  await library.search.fill('');
  await expect(library.assets).toHaveCount(2);
  await library.assets.first().click();
  await page.keyboard.press('Control+A');
  await page.getByLabel('Add tags').fill('archive, summer');
  await page.getByRole('button', { name: 'Change tags of 2' }).click();
  await expect(page.getByText('2 changed.')).toBeVisible();
  await look('library-bulk');
  await library.search.fill('tag:summer');
  await expect(library.assets).toHaveCount(2);

  await library.assets.first().click();
  await page.keyboard.press('Delete');
  await expect(library.assets).toHaveCount(1);
  await page.getByRole('button', { name: 'Bin', exact: true }).click();
  await expect(library.assets).toHaveCount(1);
  await look('library-bin');
  await library.assets.first().click();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(library.assets).toHaveCount(0);
  await page.getByRole('button', { name: 'Everything' }).click();
  await expect(library.assets).toHaveCount(2);
});

test('the library answers while the engine is silent, and the console takes a backup back', async ({
  dataFolder,
  apiPort,
  media,
}, info) => {
  test.setTimeout(IMPORT_MS);
  const first = await launchConsole(dataFolder, apiPort);
  const { library, page } = first;
  await first.resize(1366, 768);
  await first.show('library');
  await library.openBackups();
  await library.backups.getByRole('button', { name: 'Make one now' }).click();
  await expect(library.backups.getByRole('button', { name: 'Restore…' }).first()).toBeVisible();
  await library.backups.getByRole('button', { name: 'Close' }).click();
  await library.importPath(join(media, 'idents', 'Ident Tide.mp4'));
  await expect(library.assets).toHaveCount(1, { timeout: 0 });

  const engine = enginePid(dataFolder);
  process.kill(engine, 'SIGSTOP');
  try {
    await expect(first.lostBar).toBeVisible();
    await library.search.fill('nothing of that name');
    await expect(page.getByText('Nothing matches')).toBeVisible();
    await library.search.fill('tide');
    await expect(library.assets).toHaveCount(1);
  } finally {
    process.kill(engine, 'SIGCONT');
  }

  await library.openBackups();
  // The oldest: from before the import.
  await library.backups.getByRole('button', { name: 'Restore…' }).last().click();
  await page.screenshot({ path: join(process.env.SCREENSHOTS ?? info.outputPath(), 'library-backups.png') });
  await library.backups.getByRole('button', { name: 'Restore at the next start' }).click();
  await expect(library.backups).toContainText('Taken at the next start');
  await first.app.close();

  const second = await launchConsole(dataFolder, apiPort);
  await second.show('library');
  await expect(second.page.getByText('Drop files here or add a watch folder')).toBeVisible();
  await second.app.close();
});
