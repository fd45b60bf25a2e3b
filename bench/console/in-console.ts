import { _electron as electron, type Page } from '@playwright/test';
import type { BenchOptions } from '../bench-section.ts';

/** Opens the console of a station on a section's folder, and closes it, and the channel with it, when the work is done. @returns what the work did */
export async function inConsole<T>({ folder, tell }: BenchOptions, work: (page: Page) => Promise<T>): Promise<T> {
  tell('Opening the console');
  const app = await electron.launch({
    args: ['.', '--data', folder, '--quit', 'stop', '--api-port', '0', '--stream-port', '0', '--rtmp-port', '0'],
    env: process.env as Record<string, string>,
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('navigation', { name: 'Views' }).waitFor({ timeout: 120_000 });
    return await work(page);
  } finally {
    await app.close();
  }
}
