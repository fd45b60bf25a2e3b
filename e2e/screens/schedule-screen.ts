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

  get insert(): Locator {
    return this.#page.getByRole('button', { name: 'Insert', exact: true });
  }

  /** Selects the item so many places after the first that may be changed. */
  async selectPlanned(place: number): Promise<void> {
    const row = this.#page.locator('.schedule-row-planned').nth(place);
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
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
