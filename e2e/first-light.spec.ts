import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, IMPORT_MS, stockedTest, test } from './fixtures.ts';
import { enginePid } from './processes.ts';

test('a new station airs its slate and offers first steps', async ({ console }) => {
  await expect(console.tally).toContainText('ON AIR');
  await expect(console.firstSteps.getByRole('button', { name: 'Add a folder…' })).toBeVisible();
  await expect(console.firstSteps.getByRole('button', { name: 'Make demo media' })).toBeVisible();
  await console.monitor.expectPlaying();
  await console.monitor.expectNearAir();
  await console.monitor.expectNotBlack();
});

test('the making of the demo media shows how far it has come', async ({ console }) => {
  await console.firstSteps.getByRole('button', { name: 'Make demo media' }).click();
  await expect(console.firstSteps.getByRole('progressbar')).toBeVisible();
  await expect(console.firstSteps.getByRole('status')).toContainText(/[1-9]\d* %/, { timeout: 60_000 });
  await expect(console.tally).toContainText('ON AIR');
});

test('an imported folder goes on air, and its bad file is refused with a reason', async ({ console, media }) => {
  test.setTimeout(IMPORT_MS);
  await expect(console.firstSteps).toBeVisible();
  await console.show('library');
  await expect(console.page.getByText('Drop files here or add a watch folder')).toBeVisible();
  await console.library.importPath(media);
  await expect(console.library.assets).toHaveCount(4, { timeout: 0 });
  await expect(console.library.imports).toContainText('4 files imported, 1 refused', { timeout: 0 });
  await expect(console.library.refusedFiles).toHaveCount(1);
  await expect(console.library.refusedFiles).toContainText(/Broken Tape\.mp4.+\w/);

  await console.library.search.fill('rivers');
  await expect(console.library.assets).toHaveCount(1);
  await expect(console.library.assets).toContainText('READY');

  await console.show('on-air');
  await expect(console.page.getByText('KEYS OFF')).toBeVisible();
  await console.library.search.press('Escape');
  await console.show('on-air');
  await expect(console.firstSteps).toBeHidden();
  await expect(console.onAirTitle).toHaveText(/Harbour Lights|Slow Rivers|Town Hall/, { timeout: 60_000 });
  expect(await console.rundown.count()).toBeGreaterThanOrEqual(12);
  await expect(console.rundown.first()).toContainText('ON AIR');
  await console.monitor.expectPlaying();
  await console.monitor.expectNotBlack();
  await console.monitor.expectDiffersFrom(await console.monitor.sketch(), 1);
});

test('a file dropped on the window is imported', async ({ console, media }) => {
  test.setTimeout(IMPORT_MS);
  await expect(console.firstSteps).toBeVisible();
  await console.drop(join(media, 'idents', 'Ident Tide.mp4'));
  await expect(console.library.assets).toHaveCount(1, { timeout: 0 });
  await expect(console.library.assets).toContainText('Ident Tide');
  await expect(console.library.assets).toContainText('Station ID');
});

stockedTest('take next starts the next item, and only with air enable on', async ({ console }) => {
  await console.resize(1920, 1080);
  await console.waitForProgramme();
  // An ident may run out while it is being looked at, as the end of a programme may; the rest of a programme lasts.
  await expect.poll(() => console.isProgrammeOnAirFor(30), { timeout: 60_000 }).toBe(true);
  await expect(console.air.takeNext).toHaveAttribute('aria-disabled', 'true');
  await console.page.keyboard.press('Control+Enter');
  await expect(console.air.outcomeOf('take-next')).toBeEmpty();

  await console.air.turnOn();
  await expect(console.air.takeNext).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 });
  const next = (await console.nextTitle.textContent()) ?? '';
  const before = (await console.onAirTitle.textContent()) ?? '';
  expect(next).not.toBe(before);
  await console.air.takeNext.click();
  await expect(console.air.outcomeOf('take-next')).toContainText(/^Done at \d\d:\d\d:\d\d:\d\d$/);
  await expect(console.onAirTitle).toHaveText(next);

  await console.show('as-run');
  const taken = console.page.getByRole('table', { name: 'As-run log' }).locator('tbody tr', { hasText: before });
  await expect(taken.first()).toContainText('PARTIAL');
  await expect(taken.first()).toContainText('Operator took the next item');
});

test('the panic slate takes the air when it is held, and the schedule comes back', async ({ console, media }) => {
  test.setTimeout(IMPORT_MS);
  await console.resize(1920, 1080);
  await console.monitor.expectPlaying();
  await console.monitor.expectNotBlack();
  const slate = await console.monitor.sketch();
  await console.goOnAirWith(media);
  await console.monitor.expectDiffersFrom(slate, 12);

  await console.air.panicSlate.click();
  await expect(console.air.panicSlate).toHaveAttribute('data-holding', 'false');
  await expect(console.tally).toContainText('AUTO');

  await console.air.hold(console.air.panicSlate, () => expect(console.tally).toContainText('PANIC'));
  await expect(console.air.outcomeOf('panic-slate')).toContainText('Done at');
  await expect(console.onAirTitle).toHaveText('Panic slate');
  await console.monitor.expectLike(slate, 4);

  await expect(console.air.landing('rejoin')).toHaveText(/\(\d\d:\d\d:\d\d\)/);
  await console.air.hold(console.air.rejoin, () => expect(console.tally).toContainText('AUTO'));
  await expect(console.onAirTitle).not.toHaveText('Panic slate');
  await console.monitor.expectDiffersFrom(slate, 12);
});

stockedTest('the panic keys must be held, too', async ({ console }) => {
  await console.waitForProgramme();
  await console.page.keyboard.press('Control+Shift+X');
  await expect(console.tally).toContainText('AUTO');
  await console.air.holdKeys(['Control', 'Shift', 'X'], () => expect(console.tally).toContainText('PANIC'));
  await console.air.holdKeys(['Control', 'Shift', 'E'], () => expect(console.tally).toContainText('AUTO'));
});

test('a silent engine is told at once, and heard again when it comes back', async ({ console, dataFolder }) => {
  await console.resize(1920, 1080);
  await expect(console.tally).toContainText('ON AIR');
  const engine = enginePid(dataFolder);
  process.kill(engine, 'SIGSTOP');
  try {
    await expect(console.lostBar).toBeVisible();
    await expect(console.air.panicSlate).toHaveAttribute('aria-disabled', 'true');
    await expect(console.air.enable).toBeDisabled();
  } finally {
    process.kill(engine, 'SIGCONT');
  }
  await expect(console.lostBar).toBeHidden();
  await expect(console.air.panicSlate).toHaveAttribute('aria-disabled', 'false');
});

test('the same console opens in a browser, once somebody has signed in', async ({ console, dataFolder, apiPort }) => {
  await expect(console.tally).toContainText('ON AIR');
  const browser = await console.openInBrowser(`http://127.0.0.1:${apiPort}/`);
  await browser.signIn('admin', 'a guess');
  await expect(browser.page.getByRole('alert')).toHaveText('Name and password do not match.');
  await browser.signIn('admin', readFileSync(join(dataFolder, 'admin-password.txt'), 'utf8').trim());
  await expect(browser.tally).toContainText('ON AIR');
  await browser.monitor.expectPlaying();
  await browser.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(browser.page.getByLabel('Password')).toBeVisible();
});
