import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

test('a folder is imported, searched by tokens, marked, tagged, binned and restored', async ({ console, media }, info) => {
  test.slow();
  const { library, page } = console;
  const look = (name: string) => page.screenshot({ path: join(process.env.SCREENSHOTS ?? info.outputPath(), `${name}.png`) });
  await console.resize(1920, 1080);
  await console.show('library');
  await console.drop(join(media, 'programmes', 'Town Hall.mp4'));
  await console.drop(join(media, 'idents', 'Ident Tide.mp4'));
  await expect(library.assets).toHaveCount(2, { timeout: 180_000 });
  await expect(library.assets.getByText('READY')).toHaveCount(2);

  await library.search.fill('kind:programme duration>1m');
  await expect(library.assets).toHaveCount(1);
  await library.search.fill('colour:red');
  await expect(page.getByRole('alert').filter({ hasText: 'there is no filter of that name' })).toBeVisible();
  await look('library-search-fault');
  await library.search.fill('town');
  await expect(library.assets).toHaveCount(1);

  await library.assets.first().click();
  await expect(library.player).toBeVisible();
  await library.position.focus();
  for (const key of ['Home', '.', '.', '.', 'i']) await page.keyboard.press(key);
  await expect(library.marks).toContainText(['IN 00:00:03']);
  for (const key of ['End', ',', 'o']) await page.keyboard.press(key);
  await library.position.click();
  await page.keyboard.press('b');
  await expect(library.marks).toHaveCount(3);
  await look('library-marks');
  await page.getByRole('button', { name: 'Save marks' }).click();
  await expect(page.getByText('Marks not saved')).toBeHidden();
  await look('library-saved');

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
