import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, stockedTest as test } from './fixtures.ts';

test.use({ inputs: [{ id: 'studio', name: 'Studio', type: 'rtmp-publish', key: 'studio-key' }] });

const TITLES = ['Harbour Lights', 'Slow Rivers', 'Town Hall', 'Ident Tide'];

test('a plan drawn in the grid is tried, put in force, and seen in the schedule', async ({ console }) => {
  await console.resize(1920, 1080);
  await console.waitForProgramme();
  await console.show('rules');
  const { rules } = console;
  await expect(rules.status).toHaveText('In force');
  await rules.draw('Wednesday', 0.25, 0.5);
  await expect(rules.name).toHaveValue('New daypart');
  await expect(rules.status).toContainText('Draft');
  await expect(rules.apply).toBeDisabled();

  await rules.name.fill('');
  await rules.dryRun.click();
  await expect(rules.status).toContainText('Refused, the draft is kept');
  await expect(rules.faults).toHaveCount(1);
  await rules.name.fill('Midweek matinee');
  await rules.show('Breaks');
  await rules.addPattern.click();
  await rules.name.fill('Short breaks');
  await rules.show('Week');
  await rules.dryRun.click();
  await expect(rules.trial).toContainText('items come', { timeout: 60_000 });
  await rules.apply.click();
  await expect(rules.status).toContainText('Applied', { timeout: 60_000 });
  await expect(rules.daypart('Midweek matinee')).toBeVisible();

  await rules.daypart('Midweek matinee').focus();
  await rules.programmes.selectOption('live');
  await expect(rules.liveInput).toHaveValue('studio');
  await rules.dryRun.click();
  await expect(rules.trial).toContainText('items come', { timeout: 60_000 });
  await rules.apply.click();
  await expect(rules.status).toContainText('Applied', { timeout: 60_000 });
  await expect(rules.daypart('Midweek matinee')).toContainText('LIVE');

  await rules.show('Campaigns');
  await rules.addCampaign.click();
  await rules.saveCampaign.click();
  await expect(rules.campaignStatus).toContainText('Refused');
  await expect(rules.faults.first()).toHaveText('Must not be empty');

  await rules.campaignStatus.click();
  await console.show('schedule');
  await expect(console.schedule.rows.first()).toBeVisible();
  await expect(console.schedule.timeline.getByRole('option').first()).toBeVisible();

  await console.show('as-run');
  await console.page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(console.page.getByRole('status', { name: 'Chain' })).toContainText('chain whole');
});

test.describe('the schedule of a day', () => {
  // Long enough that there is always something to see in it.
  test.use({ lockWindowSeconds: 240 });

  test('items are inserted, moved, trimmed and undone, and the lock window is refused', async ({ console }) => {
    await console.resize(1920, 1080);
    await console.waitForProgramme();
    await console.show('schedule');
    const { schedule } = console;
    await schedule.waitForPlanOf(TITLES);
    await schedule.selectPlanned(2);
    await schedule.pick('Harbour Lights');
    await schedule.insert.click();
    await expect(schedule.outcome).toContainText('Insert “Harbour Lights”: done');

    await schedule.selectPlanned(3);
    await console.page.keyboard.press('Alt+ArrowDown');
    await expect(schedule.outcome).toContainText(/Move .* later: done/);
    await console.page.keyboard.press('Control+z');
    await expect(schedule.outcome).toContainText('Undo: done');

    await schedule.liveLength.fill('01:00:00');
    await schedule.liveInput('Studio').click();
    await schedule.selectPlanned(2);
    await console.page.keyboard.press('Insert');
    await expect(schedule.outcome).toContainText('Insert “Studio”: done');
    await expect(schedule.planned.filter({ hasText: 'Studio' })).toContainText(/LIVE.*01:00:00|01:00:00.*LIVE/);
    await console.page.keyboard.press('Control+z');
    await expect(schedule.outcome).toContainText('Undo: done');
    await expect(schedule.planned.filter({ hasText: 'Studio' })).toHaveCount(0);

    await schedule.selectPlanned(3);
    await schedule.trimTo('00:03:00');
    await expect(schedule.outcome).toContainText(/Trim .* to 00:03:00: done/);
    await console.page.keyboard.press('Control+z');
    await expect(schedule.outcome).toContainText('Undo: done');

    await schedule.onAir.click();
    await console.page.keyboard.press('Delete');
    await expect(schedule.outcome).toContainText('refused');
  });

  test('items are dragged in and about; drops into the past and the lock window are refused', async ({ console }) => {
    await console.resize(1920, 1080);
    await console.waitForProgramme();
    await console.show('schedule');
    const { schedule } = console;
    await schedule.waitForPlanOf(TITLES);
    await schedule.asset('Slow Rivers').dragTo(schedule.planned.nth(1));
    await expect(schedule.outcome).toContainText('Insert “Slow Rivers”: done');

    await schedule.dragToTimeline(schedule.asset('Town Hall'), 0.8);
    await expect(schedule.outcome).toContainText('Insert “Town Hall”: done');

    await schedule.planned.nth(3).dragTo(schedule.planned.nth(1));
    await expect(schedule.outcome).toContainText(/Move “.+”: done/);

    await schedule.dragToTimeline(schedule.asset('Harbour Lights'), 0.02);
    await expect(schedule.outcome).toContainText('Insert “Harbour Lights”: refused. That is past, or too close to air.');

    await schedule.planned.nth(2).click({ button: 'right' });
    await schedule.menu.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect(schedule.outcome).toContainText(/Duplicate “.+”: done/);
    await schedule.selectPlanned(3);
    await console.page.keyboard.press('Shift+F10');
    await expect(schedule.menu.getByRole('menuitem', { name: 'Cut' })).toBeFocused();
    await console.page.keyboard.press('Escape');
    await expect(schedule.menu).toBeHidden();

    await schedule.locked.last().click();
    await console.page.keyboard.press('Delete');
    await expect(schedule.outcome).toContainText(/Remove “.+”: refused/);
    await schedule.changeAllTheSame.click();
    await expect(schedule.outcome).toContainText(/Remove “.+”: done/);
  });
});

test('the coming time is generated, a day is copied onto another one, and both the copy and a drop before its first item are undone', async ({
  console,
}) => {
  await console.resize(1920, 1080);
  await console.waitForProgramme();
  await console.show('schedule');
  const { schedule } = console;
  await schedule.waitForPlanOf(TITLES);
  await schedule.chooseForDay('Generate');
  await expect(schedule.outcome).toContainText('Generate: done.', { timeout: 60_000 });

  const today = await schedule.day.inputValue();
  await console.page.getByRole('button', { name: 'Day after' }).click();
  await expect(schedule.day).not.toHaveValue(today);
  await console.giveCommand('copy a day');
  const { copyDay } = schedule;
  const to = copyDay.getByLabel('To', { exact: true });
  const tomorrow = await to.inputValue();
  // A station that began today has nothing of last week.
  await expect(copyDay.getByRole('status')).toContainText('Nothing of that day is in the playlog');
  await expect(copyDay.getByRole('button', { name: 'Copy', exact: true })).toBeDisabled();
  await copyDay.getByLabel('From', { exact: true }).fill(tomorrow);
  await expect(copyDay.getByRole('status')).toContainText('A day can not be copied onto itself');
  const dayAfter = new Date(Date.parse(tomorrow) + 86_400_000).toISOString().slice(0, 10);
  await to.fill(dayAfter);
  await expect(copyDay.getByRole('status')).toContainText('items would be placed', { timeout: 60_000 });
  await copyDay.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(schedule.outcome).toContainText(/Copy .+ to .+: done\. \d+ items placed\./, { timeout: 120_000 });
  await expect(schedule.day).toHaveValue(dayAfter);
  await expect(schedule.placed.first()).toBeVisible();
  await expect(console.page.getByRole('columnheader', { name: 'Difference' })).toBeVisible();

  await schedule.asset('Ident Tide').dragTo(schedule.rows.first(), { targetPosition: { x: 300, y: 4 } });
  await expect(schedule.outcome).toContainText('Insert “Ident Tide”: done', { timeout: 60_000 });
  await console.page.keyboard.press('Control+z');
  await expect(schedule.outcome).toContainText('Undo: done', { timeout: 60_000 });
  await expect(schedule.placed.first()).toBeVisible();
  await console.page.keyboard.press('Control+z');
  await expect(schedule.placed).toHaveCount(0, { timeout: 60_000 });
  await expect(schedule.outcome).toContainText('Undo: done');
});

test('a row of the log is found, told against its plan, put right and saved', async ({ console, dataFolder }) => {
  await console.waitForProgramme();
  // What was interrupted is in the log, and nothing ends meanwhile.
  await console.air.hold(console.air.panicSlate, () => expect(console.tally).toContainText('PANIC'));
  await console.show('as-run');
  const { asRun } = console;
  await expect(asRun.rows.first()).toBeVisible();
  await asRun.rows.first().click();
  await expect(asRun.differences.last()).toContainText('.');
  await asRun.putRight(asRun.rows.first(), 'Seen by the desk');
  await asRun.find.fill('seen by the desk');
  await expect(asRun.rows).toHaveCount(1);

  const file = join(dataFolder, 'saved.csv');
  await console.saveNextTo(file);
  await asRun.csv.click();
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('Seen by the desk');
});
