import type { Locator, Page } from '@playwright/test';

/** The log of what did air. */
export class AsRunScreen {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get rows(): Locator {
    return this.#page.getByRole('table', { name: 'As-run log' }).locator('tbody tr');
  }

  get find(): Locator {
    return this.#page.getByLabel('Find in the log');
  }

  get differences(): Locator {
    return this.#page.getByRole('list', { name: 'Against the plan' }).getByRole('listitem');
  }

  get csv(): Locator {
    return this.#page.getByRole('button', { name: 'CSV' });
  }

  /** Has a row counted anew, with a note of what for. */
  async putRight(row: Locator, note: string): Promise<void> {
    await row.click();
    await this.#page.getByLabel('Note').fill(note);
    await this.#page.getByRole('button', { name: 'Add a correcting row' }).click();
  }
}
