import { copyFileSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

test('a watched file that is moved is found again, one that is replaced is seen, and a twin is shown', async ({
  console,
  media,
  dataFolder,
}, info) => {
  test.slow();
  const { library, page } = console;
  /** What comes into a watch folder is taken once it has been still for some seconds, and decoded at the lowest priority. */
  const TAKEN = { timeout: 150_000 };
  const watched = join(dataFolder, 'incoming');
  const put = (from: string, name: string) => copyFileSync(join(media, from), join(watched, name));
  mkdirSync(join(watched, 'shelf'), { recursive: true });
  put('programmes/Town Hall.mp4', 'Town Hall.mp4');
  put('idents/Ident Tide.mp4', 'Tide.mp4');
  await console.resize(1920, 1080);
  await console.show('library');
  await library.watch(watched);
  await expect(library.assets).toHaveCount(2, TAKEN);
  await expect(library.assets.getByText('READY')).toHaveCount(2);
  const [tide, townHall] = [library.asset('Tide'), library.asset('Town Hall')];
  const houseId = await library.houseIdOf(tide);

  renameSync(join(watched, 'Tide.mp4'), join(watched, 'shelf', 'High Tide.mp4'));
  await expect(tide.getByTitle(join(watched, 'shelf', 'High Tide.mp4'))).toBeVisible(TAKEN);
  await expect(tide).toContainText('READY');
  expect(await library.houseIdOf(tide)).toBe(houseId);
  await expect(library.assets).toHaveCount(2);

  put('programmes/Town Hall.mp4', 'Town Hall again.mp4');
  await expect(library.refusedFiles).toContainText(['already, as “Town Hall”'], TAKEN);
  await page.screenshot({ path: join(process.env.SCREENSHOTS ?? info.outputPath(), 'library-twin.png') });
  await expect(library.assets).toHaveCount(2);

  await expect(townHall).toContainText('1:10');
  put('programmes/Slow Rivers.mp4', 'Town Hall.mp4');
  await expect(townHall).toContainText('1:20', TAKEN);
  await expect(townHall).toContainText('READY');
  await expect(library.assets).toHaveCount(2);
});
