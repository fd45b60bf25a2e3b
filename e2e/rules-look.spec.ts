import { expect, test } from './fixtures.ts';

const D = '/tmp/rules-shots';
test('look', async ({ console, media }) => {
  test.setTimeout(240_000);
  const { page } = console;
  const shot = async (name: string) => {
    for (const [w, h] of [
      [1920, 1080],
      [1366, 768],
    ] as const) {
      await console.resize(w, h);
      await page.screenshot({ path: `${D}/${name}-${w}.png` });
    }
    await console.resize(1920, 1080);
  };
  await console.resize(1920, 1080);
  await console.show('library');
  await console.library.importPath(media);
  await console.show('rules');
  await expect(console.rules.status).toHaveText('In force');
  await page.getByLabel('Start from a ready-made plan').selectOption({ index: 1 });
  await shot('week');
  await page.getByRole('button', { name: 'Breaks', exact: true }).click();
  await page.getByRole('button', { name: 'Add a pattern' }).click();
  await page.getByLabel('Inside').selectOption('every');
  await page.getByLabel('Length, s').fill('2');
  await console.rules.dryRun.click();
  await expect(console.rules.status).toContainText('Refused');
  await shot('breaks-fault');
  await page.getByLabel('Length, s').fill('60');
  await console.rules.dryRun.click();
  await expect(console.rules.trial).toContainText('items come', { timeout: 60_000 });
  await shot('breaks');
  await page.getByRole('button', { name: 'Day & ratings' }).click();
  await page.getByRole('button', { name: 'Add a watershed' }).click();
  await shot('day');
  await console.show('library');
  await expect(console.library.imports).toContainText('files imported', { timeout: 120_000 });
  await console.show('rules');
  await page.getByRole('button', { name: 'Campaigns', exact: true }).click();
  await page.getByRole('button', { name: 'Add a campaign' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status', { name: 'Campaign' })).toContainText('Refused');
  await shot('campaign-fault');
  await page.getByLabel('Name', { exact: true }).fill('Anna winter');
  await page.getByLabel('Advertiser', { exact: true }).fill('Anna');
  await page.getByLabel('Plays in all').fill('300');
  await page.getByLabel('Plays a day').fill('12');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status', { name: 'Campaign' })).toContainText('Saved', { timeout: 60_000 });
  await shot('campaign');
});
