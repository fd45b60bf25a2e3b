import { expect, type Locator, type Page } from '@playwright/test';

/** The library and its import queue. */
export class LibraryScreen {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get assets(): Locator {
    return this.#page.getByRole('table', { name: 'Assets' }).locator('tbody tr');
  }

  get search(): Locator {
    return this.#page.getByLabel('Search the library');
  }

  get refusedFiles(): Locator {
    return this.#page.getByLabel('Refused files').getByRole('listitem');
  }

  get imports(): Locator {
    return this.#page.getByRole('region', { name: 'Imports' });
  }

  /** The player of the chosen asset. */
  get player(): Locator {
    return this.#page.getByRole('region', { name: 'Player' });
  }

  /** The number of the frame at the playhead, in the asset's own rate. */
  async playhead(): Promise<number> {
    return Number(await this.position.getAttribute('aria-valuenow'));
  }

  /** The number of the frame that the video stands at, at that rate. */
  videoFrame(rate: number): Promise<number> {
    return this.player.locator('video').evaluate((video: HTMLVideoElement, perSecond) => Math.floor(video.currentTime * perSecond), rate);
  }

  /** The video in the player, once the picture at the playhead is in sight. */
  get pictureInSight(): Locator {
    return this.player.locator('video[data-state="shown"]');
  }

  /** The bar to scrub on. */
  get position(): Locator {
    return this.#page.getByRole('slider', { name: 'Position in the asset' });
  }

  get marks(): Locator {
    return this.#page.getByRole('list', { name: 'Marks' }).getByRole('listitem');
  }

  /** The dialog of the database's backups. */
  get backups(): Locator {
    return this.#page.getByRole('dialog', { name: 'Backups' });
  }

  async openBackups(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Backups…' }).click();
  }

  /** Waits until each thumbnail that the station has handed out is drawn. */
  async waitForThumbnails(): Promise<void> {
    const isDrawn = (images: (SVGElement | HTMLElement)[]) => images.every((image) => (image as HTMLImageElement).naturalWidth > 0);
    await expect.poll(() => this.assets.locator('img').evaluateAll(isDrawn)).toBe(true);
  }

  /** The row of an asset, by its title. */
  asset(title: string): Locator {
    return this.assets.filter({ has: this.#page.getByRole('cell', { name: title, exact: true }) });
  }

  houseIdOf(asset: Locator): Promise<string | null> {
    return asset.getByText(/^[A-Z]{3}-\d+$/).textContent();
  }

  /** Types the path of a folder that is watched from then on. */
  async watch(path: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add a watch folder…' }).click();
    await this.#page.getByLabel("Watched folder on the station's machine").fill(path);
    await this.#page.getByRole('button', { name: 'Watch', exact: true }).click();
  }

  /** Types the path of a folder or file, and starts its import. */
  async importPath(path: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add media…' }).click();
    await this.#page.getByLabel("Folder or file on the station's machine").fill(path);
    await this.#page.getByRole('button', { name: 'Import', exact: true }).click();
  }
}
