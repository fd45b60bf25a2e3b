import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The strip of live inputs, and the dialog that changes them. */
export class LiveInputsScreen {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get strip(): Locator {
    return this.#page.getByRole('region', { name: 'Live inputs' });
  }

  get add(): Locator {
    return this.strip.getByRole('button', { name: 'Add input' });
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog', { name: /live input/i });
  }

  take(name: string): Locator {
    return this.strip.getByRole('button', { name: `TAKE ${name}` });
  }

  settingsOf(name: string): Locator {
    return this.strip.getByRole('button', { name: `Settings of ${name}` });
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true });
  }

  kind(name: string): Locator {
    return this.dialog.getByRole('radio', { name });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name });
  }

  /** What the dialog says to write into an encoder. */
  async publishPoint(): Promise<{ readonly server: string; readonly key: string }> {
    const told = this.dialog.getByLabel('Publish to').getByRole('definition');
    await expect(told).toHaveCount(2);
    const [server, key] = await told.allTextContents();
    return { server: server ?? '', key: key ?? '' };
  }
}
