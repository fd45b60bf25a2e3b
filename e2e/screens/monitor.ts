import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** A picture, shrunk to a few grey values between 0 and 255, row by row. */
export type Sketch = readonly number[];

/** The programme monitor. */
export class Monitor {
  readonly video: Locator;
  readonly #delay: Locator;

  constructor(page: Page) {
    this.video = page.getByTestId('programme-video');
    this.#delay = page.getByTitle('How far this picture is behind the air');
  }

  /** Waits until the picture moves on. */
  async expectPlaying(): Promise<void> {
    await expect.poll(() => this.#time(), { timeout: 60_000, message: 'the monitor shows a picture' }).toBeGreaterThan(0);
    const before = await this.#time();
    await expect.poll(() => this.#time(), { message: 'the picture moves on' }).toBeGreaterThan(before);
  }

  /** Waits until the picture is nearer to the air than HLS ever is, whose segments alone last two seconds. */
  async expectNearAir(): Promise<void> {
    const seconds = async () => Number.parseFloat((await this.#delay.textContent()) ?? '');
    await expect.poll(seconds, { timeout: 60_000, message: 'the monitor is near the air' }).toBeLessThan(2);
  }

  /** The picture in sight. */
  sketch(): Promise<Sketch> {
    return this.video.evaluate((video: HTMLVideoElement) => {
      const canvas = document.createElement('canvas');
      canvas.width = 32;
      canvas.height = 18;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas');
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return Array.from({ length: data.length / 4 }, (_, pixel) => {
        const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 4, pixel * 4 + 3);
        return Math.round((red + green + blue) / 3);
      });
    });
  }

  /** Waits until a picture is in sight that is not black. */
  async expectNotBlack(): Promise<void> {
    await expect.poll(async () => Math.max(...(await this.sketch())), { message: 'the picture is not black' }).toBeGreaterThan(40);
  }

  /** Waits until the picture differs from one seen before. */
  async expectDiffersFrom(before: Sketch, atLeast: number): Promise<void> {
    await expect
      .poll(async () => difference(before, await this.sketch()), { timeout: 30_000, message: 'the picture changes' })
      .toBeGreaterThan(atLeast);
  }

  /** Waits until the picture is like one seen before. */
  async expectLike(before: Sketch, atMost: number): Promise<void> {
    await expect
      .poll(async () => difference(before, await this.sketch()), { timeout: 30_000, message: 'the picture comes back' })
      .toBeLessThan(atMost);
  }

  #time(): Promise<number> {
    return this.video.evaluate((video: HTMLVideoElement) => video.currentTime);
  }
}

/** How far two pictures are apart, as the mean difference of their grey values. */
function difference(one: Sketch, other: Sketch): number {
  return one.reduce((sum, grey, pixel) => sum + Math.abs(grey - (other[pixel] ?? 0)), 0) / one.length;
}
