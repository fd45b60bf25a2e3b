import type { Locator, Page } from '@playwright/test';

/** The rules: the week of dayparts and the way into force. */
export class RulesScreen {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Whether the plan is in force, a draft, refused or applied. */
  get status(): Locator {
    return this.#page.getByRole('status', { name: 'Plan' });
  }

  /** How the programmes of the daypart in hand are chosen. */
  get programmes(): Locator {
    return this.#page.getByRole('combobox', { name: 'Programmes' });
  }

  get liveInput(): Locator {
    return this.#page.getByRole('combobox', { name: 'Live input' });
  }

  get name(): Locator {
    return this.#page.getByLabel('Name', { exact: true });
  }

  /** What the station holds against inputs. */
  get faults(): Locator {
    return this.#page.locator('.rule-fault');
  }

  get dryRun(): Locator {
    return this.#page.getByRole('button', { name: 'Dry run' });
  }

  get apply(): Locator {
    return this.#page.getByRole('button', { name: 'Apply' });
  }

  /** What the dry run came to. */
  get trial(): Locator {
    return this.#page.getByRole('region', { name: 'Dry run' });
  }

  get addPattern(): Locator {
    return this.#page.getByRole('button', { name: 'Add a pattern' });
  }

  get addCampaign(): Locator {
    return this.#page.getByRole('button', { name: 'Add a campaign' });
  }

  get saveCampaign(): Locator {
    return this.#page.getByRole('button', { name: 'Save' });
  }

  /** Whether the campaign in hand is saved, changed or refused. */
  get campaignStatus(): Locator {
    return this.#page.getByRole('status', { name: 'Campaign' });
  }

  /** Goes to a part of the rules. */
  async show(section: 'Week' | 'Breaks' | 'Campaigns'): Promise<void> {
    await this.#page.getByRole('navigation', { name: 'Rules' }).getByRole('button', { name: section }).click();
  }

  daypart(name: string): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`^${name}, `) }).first();
  }

  /** Draws a daypart in a day's column, between two shares of its height; from the right edge, where it is free. */
  async draw(day: string, from: number, to: number): Promise<void> {
    const box = await this.#page.getByRole('group', { name: day }).boundingBox();
    if (!box) throw new Error(`No column for ${day}`);
    const x = box.x + box.width - 6;
    await this.#page.mouse.move(x, box.y + box.height * from);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x, box.y + box.height * to, { steps: 4 });
    await this.#page.mouse.up();
  }
}
