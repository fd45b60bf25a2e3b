import type { Page } from '@playwright/test';

interface FrameWatch {
  frameGaps: number[];
}

/** Has the window note from now on how long each painted frame comes after the one before. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = globalThis as unknown as FrameWatch;
    const gaps: number[] = [];
    watch.frameGaps = gaps;
    let before = performance.now();
    const look = (now: number) => {
      // Another watch has begun since.
      if (watch.frameGaps !== gaps) return;
      gaps.push(now - before);
      before = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** What was noted since `watchFrames`, in order of size, in milliseconds. */
export async function frameGaps(page: Page): Promise<readonly number[]> {
  const gaps = await page.evaluate(() => (globalThis as unknown as FrameWatch).frameGaps);
  return gaps.toSorted((one, other) => one - other);
}

/** The gap that so great a part of all gaps (0 to 1) is not longer than, to a tenth of a millisecond. */
export function gapAt(gaps: readonly number[], part: number): number {
  return Math.round(10 * (gaps[Math.floor((gaps.length - 1) * part)] ?? 0)) / 10;
}
