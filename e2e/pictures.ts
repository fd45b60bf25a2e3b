import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type TestInfo } from '@playwright/test';
import type { ConsoleScreen } from './screens/console-screen.ts';

/** The sizes that the console is drawn for. */
export const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
] as const;

/** Takes a picture of the console at both sizes, and sees that it fits; into the folder that SCREENSHOTS names, else beside the test's other results. */
export async function takePictures(console: ConsoleScreen, name: string, info: TestInfo): Promise<void> {
  const folder = process.env.SCREENSHOTS ?? info.outputPath();
  mkdirSync(folder, { recursive: true });
  for (const size of SIZES) {
    await console.resize(size.width, size.height);
    const overflow = await console.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${name} fits ${size.width} pixels`).toBe(0);
    const suffix = size.width === 1920 ? '' : `-${size.width}`;
    await console.page.screenshot({ path: join(folder, `${name}${suffix}.png`) });
  }
}
