import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { expect, test } from './fixtures.ts';
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
  await console.air.breakingSection.getByRole('button', { name: 'Slate' }).click();
  await console.air.breakingSection.getByLabel('What for').fill('Fire alarm in the studio');
  await console.air.arm.click();
  await expect(console.air.breakingSection.getByText('ARMED')).toBeVisible();
  await expect(console.air.breaking).toHaveAttribute('aria-disabled', 'false');
  await console.air.hold(console.air.breaking, () => expect(console.tally).toContainText('BREAKING'));
  await expect(console.page.getByTestId('tally-elapsed')).toHaveText(/^00:0\d:\d\d$/);
  await expect(console.air.outcomeOf('break-in')).toContainText('Done at');
  await picture(console, 'breaking', info);
  await console.air.hold(console.air.rejoin, () => expect(console.tally).toContainText('AUTO'));
});
