import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { expect, stockedTest, test } from './fixtures.ts';
import type { ConsoleScreen } from './screens/console-screen.ts';

async function picture(console: ConsoleScreen, name: string, info: TestInfo): Promise<void> {
  const folder = process.env.SCREENSHOTS ?? info.outputPath();
  mkdirSync(folder, { recursive: true });
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await console.resize(width, height);
    await console.page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
}

test('an operator holds, lets go, breaks in by the slate when armed, and returns', async ({ console }, info) => {
  await console.resize(1920, 1080);
  await expect(console.tally).toContainText('AUTO');
  await console.air.turnOn();
  await console.air.holdButton.click();
  await expect(console.tally).toContainText('HOLD');
  await picture(console, 'held', info);
  await console.air.holdButton.click();
  await expect(console.tally).toContainText('AUTO');

  await expect(console.air.arm).toHaveAttribute('aria-disabled', 'true');
  await expect(console.air.preview).toBeHidden();
  await console.air.breakingSection.getByRole('button', { name: 'Slate' }).click();
  await expect(console.air.preview).toContainText('Perpetua');
  await console.air.breakingSection.getByLabel('What for').fill('Fire alarm in the studio');
  await console.air.arm.click();
  await expect(console.air.breakingSection.getByText('ARMED')).toBeVisible();
  await expect(console.air.preview).toBeVisible();
  await expect(console.air.breaking).toHaveAttribute('aria-disabled', 'false');
  await console.air.hold(console.air.breaking, () => expect(console.tally).toContainText('BREAKING'));
  await expect(console.page.getByTestId('tally-elapsed')).toHaveText(/^00:0\d:\d\d$/);
  await expect(console.air.outcomeOf('break-in')).toContainText('Done at');
  await picture(console, 'breaking', info);
  await console.air.hold(console.air.rejoin, () => expect(console.tally).toContainText('AUTO'));
});

test('an input is added with the keyboard, refused beside the field, published to where the dialog says, taken, and left when it is lost', async ({
  console,
  publisher,
}, info) => {
  const { inputs } = console.air;
  await console.resize(1920, 1080);
  await expect(console.tally).toContainText('AUTO');
  await inputs.add.press('Enter');
  await inputs.field('Stable after (s)').fill('1');
  await inputs.field('Name').press('Enter');
  await expect(inputs.field('Name')).toHaveAccessibleDescription('Give it a name.');
  await picture(console, 'add-input', info);
  await console.resize(1920, 1080);
  const { server, key } = await inputs.publishPoint();
  await inputs.button('Copy: stream key').press('Enter');
  await expect(inputs.button('Copied: stream key')).toBeVisible();
  expect(await console.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(key);
  await inputs.field('Name').fill('Studio');
  await inputs.field('Name').press('Enter');
  await expect(inputs.dialog).toBeHidden();
  await expect(inputs.add).toBeFocused();
  await expect(inputs.strip).toContainText('Waiting');

  publisher.start(server, key);
  await expect(inputs.strip).toContainText('Stable', { timeout: 60_000 });
  await console.air.turnOn();
  await expect(inputs.take('Studio')).toHaveAttribute('aria-disabled', 'false');
  await console.air.hold(inputs.take('Studio'), () => expect(console.tally).toContainText('LIVE'));
  await expect(console.onAirTitle).toHaveText('Studio');
  await picture(console, 'live', info);
  await console.resize(1920, 1080);
  await console.air.hold(console.air.rejoin, () => expect(console.tally).toContainText('AUTO'));

  await expect(inputs.take('Studio')).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 });
  await console.air.hold(inputs.take('Studio'), () => expect(console.tally).toContainText('LIVE'));
  await publisher.vanish();
  await expect(console.tally).toContainText('AUTO');
  await expect(inputs.strip).toContainText('Waiting');
});

test('an input is changed and removed', async ({ console }) => {
  const { inputs } = console.air;
  await console.resize(1920, 1080);
  await inputs.add.click();
  await inputs.kind('SRT').check();
  await inputs.field('Name').fill('Van');
  await inputs.field('Address').fill('srt://nowhere');
  await inputs.button('Add').click();
  await expect(inputs.field('Address')).toHaveAccessibleDescription('Write an address like srt://0.0.0.0:port.');
  await inputs.field('Address').fill('srt://127.0.0.1:9000');
  await inputs.field('Passphrase').fill('a long secret');
  // The station only has to keep it here: no port of the machine is taken.
  await inputs.field('Watch it').uncheck();
  await inputs.button('Add').click();
  await expect(inputs.strip).toContainText('Van');
  await expect(inputs.strip).toContainText('Off');

  await inputs.settingsOf('Van').click();
  await expect(inputs.field('Passphrase')).toHaveValue(/^•+$/);
  await inputs.field('Address').fill('srt://127.0.0.1:9001');
  await inputs.button('Save').click();
  await expect(inputs.field('Passphrase')).toHaveAccessibleDescription(/Write the secret out/);
  await inputs.field('Passphrase').fill('');
  await inputs.field('Name').fill('Second van');
  await inputs.button('Save').click();
  await expect(inputs.take('Second van')).toBeVisible();

  await inputs.settingsOf('Second van').click();
  await inputs.button('Remove…').click();
  await console.page.keyboard.press('Escape');
  await expect(inputs.dialog).toBeHidden();
  await inputs.settingsOf('Second van').click();
  await inputs.button('Remove…').click();
  await inputs.button('Remove Second van').click();
  await expect(inputs.strip).toContainText('No live inputs yet');
});

test.describe('with an output that nobody takes', () => {
  // Nobody listens on port 1.
  test.use({ outputs: [{ id: 'platform', name: 'Platform', type: 'rtmp', url: 'rtmp://127.0.0.1:1/live', key: 'secret-key' }] });

  test('an alarm stands whole in the header of a small window until it is seen', async ({ console }, info) => {
    await console.resize(1366, 768);
    const output = await console.showAlarm('An output is not running');
    const cut = await console.alarms.evaluate((block) => {
      const { left, right } = block.getBoundingClientRect();
      const isCut = (each: Element) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
      return left < 0 || right > innerWidth || [block, ...block.querySelectorAll('span')].some(isCut);
    });
    expect(cut).toBe(false);
    await expect(console.page.getByRole('button', { name: 'PANIC', exact: true })).toBeInViewport({ ratio: 1 });
    await picture(console, 'alarm', info);
    await output.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(output).toContainText('Seen by');
  });
});

stockedTest('the next item is skipped, a held programme is resumed, and the return may go to the next item', async ({ console }) => {
  stockedTest.slow();
  await console.resize(1920, 1080);
  await console.waitForProgramme();
  // What follows is done while one programme is on air.
  await expect.poll(() => console.isProgrammeOnAirFor(45), { timeout: 100_000 }).toBe(true);
  await console.air.turnOn();
  const onAir = (await console.onAirTitle.textContent()) ?? '';
  const following = (await console.rundown.nth(2).textContent()) ?? '';
  await console.air.skipNext.click();
  await expect(console.air.outcomeOf('skip-next')).toContainText(/^Skip next Done at/);
  await expect.poll(async () => following.includes((await console.nextTitle.textContent()) ?? '-')).toBe(true);
  await expect(console.onAirTitle).toHaveText(onAir);

  await console.air.holdButton.click();
  await expect(console.tally).toContainText('HOLD');
  await expect(console.air.outcomeOf('hold-schedule')).toContainText(/^Hold Done at/);
  await console.air.hold(console.air.resume, () => expect(console.tally).toContainText('AUTO'));
  await expect(console.air.outcomeOf('return-by-resume')).toContainText('Done at');
  await expect(console.onAirTitle).toHaveText(onAir);

  await console.air.holdButton.click();
  await expect(console.tally).toContainText('HOLD');
  const next = (await console.nextTitle.textContent()) ?? '';
  await expect(console.air.landing('next')).toContainText(next);
  await console.air.hold(console.air.returnNext, () => expect(console.tally).toContainText('AUTO'));
  await expect(console.onAirTitle).toHaveText(next);
});
