import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The schedule of a day. */
export class ScheduleScreen {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get rows(): Locator {
    return this.#page.getByRole('table', { name: 'Schedule items' }).locator('tbody tr');
  }

  /** Rows that may be changed. */
  get planned(): Locator {
    return this.#page.locator('.schedule-row-planned');
  }

  /** Rows that are too close to air. */
  get locked(): Locator {
    return this.#page.locator('.schedule-row-locked');
  }

  get onAir(): Locator {
    return this.#page.locator('.schedule-row-on-air');
  }

  get timeline(): Locator {
    return this.#page.getByRole('region', { name: 'Timeline' });
  }

  /** How the last change went. */
  get outcome(): Locator {
    return this.#page.getByRole('status', { name: 'Last change' });
  }

  /** Offered where only the soft lock stands against a change. */
  get changeAllTheSame(): Locator {
    return this.outcome.getByRole('button', { name: 'Change it all the same' });
  }

  /** What can be done with the selection. */
  get menu(): Locator {
    return this.#page.getByRole('menu', { name: 'Selected items' });
  }

  /** The broadcast day in sight. */
  get day(): Locator {
    return this.#page.getByLabel('Broadcast day');
  }

  /** The marks of what a person placed. */
  get placed(): Locator {
    return this.rows.getByLabel(/^Placed by /);
  }

  /** In which a day is copied to another one. */
  get copyDay(): Locator {
    return this.#page.getByRole('dialog', { name: 'Copy a day' });
  }

  /** Gives a command of the menu of the day in sight. */
  async chooseForDay(command: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Day', exact: true }).click();
    await this.#page.getByRole('menu', { name: 'The day in sight' }).getByRole('menuitem', { name: command }).click();
  }

  get insert(): Locator {
    return this.#page.getByRole('button', { name: 'Insert', exact: true });
  }

  /** Waits until the plan has all of these in it. What was just imported comes in one by one, and each time the rest is planned anew. */
  async waitForPlanOf(titles: readonly string[]): Promise<void> {
    for (const title of titles) await expect(this.planned.filter({ hasText: title }).first()).toBeVisible({ timeout: 120_000 });
  }

  /** Selects the item so many places after the first that may be changed. */
  async selectPlanned(place: number): Promise<void> {
    // A change that was just made is read anew, and another row may stand there by then.
    await expect(async () => {
      const row = this.#page.locator('.schedule-row-planned').nth(place);
      await row.click();
      await expect(row).toHaveAttribute('aria-selected', 'true', { timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  }

  /** An asset in the library beside the schedule. */
  asset(title: string): Locator {
    return this.#page.getByRole('listbox', { name: 'Assets to insert' }).getByRole('option', { name: title });
  }

  /** A live input above the library beside the schedule. */
  liveInput(name: string): Locator {
    return this.#page.getByRole('listbox', { name: 'Live inputs to insert' }).getByRole('option', { name });
  }

  /** How long a live input is to air that is put into the schedule. */
  get liveLength(): Locator {
    return this.#page.getByLabel('Live inputs air for');
  }

  /** Drags something into the timeline, to a share of what it shows. */
  async dragToTimeline(from: Locator, share: number): Promise<void> {
    const track = this.#page.locator('.timeline-track');
    const box = await track.boundingBox();
    if (!box) throw new Error('No timeline in sight');
    await from.dragTo(track, { targetPosition: { x: box.width * share, y: box.height / 2 } });
  }

  /** Picks an asset in the library beside the schedule. */
  async pick(title: string): Promise<void> {
    await this.#page.getByRole('listbox', { name: 'Assets to insert' }).getByText(title).click();
  }

  /** Types another length for the selected item, and leaves the field, so that keys work again. */
  async trimTo(length: string): Promise<void> {
    await this.#page.getByLabel('Length', { exact: true }).fill(length);
    await this.#page.getByRole('button', { name: 'Trim', exact: true }).click();
  }
}
