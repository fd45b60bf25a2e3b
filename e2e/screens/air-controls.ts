import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { LiveInputsScreen } from './live-inputs.ts';

/** The override panel and the keys of the air. */
export class AirControls {
  readonly inputs: LiveInputsScreen;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.inputs = new LiveInputsScreen(page);
  }

  get enable(): Locator {
    return this.#page.getByRole('switch', { name: 'Air enable' });
  }

  get takeNext(): Locator {
    return this.#page.getByRole('button', { name: 'TAKE NEXT' });
  }

  get panicSlate(): Locator {
    return this.#page.getByRole('button', { name: 'PANIC SLATE' });
  }

  get rejoin(): Locator {
    return this.#page.getByRole('button', { name: 'REJOIN' });
  }

  /** Where a return lands. */
  landing(policy: 'rejoin' | 'resume' | 'next'): Locator {
    return this.#page.getByTestId(`landing-${policy}`);
  }

  get resume(): Locator {
    return this.#page.getByRole('button', { name: 'RESUME' });
  }

  get returnNext(): Locator {
    return this.#page.getByRole('button', { name: 'NEXT', exact: true });
  }

  get skipNext(): Locator {
    return this.#page.getByRole('button', { name: 'SKIP NEXT' });
  }

  get holdButton(): Locator {
    return this.#page.getByRole('button', { name: /^(HOLD|HELD)$/ });
  }

  get breakingSection(): Locator {
    return this.#page.getByLabel('Breaking', { exact: true });
  }

  /** What is about to break in. */
  get preview(): Locator {
    return this.breakingSection.getByRole('figure', { name: 'Preview' });
  }

  get arm(): Locator {
    return this.#page.getByRole('button', { name: 'ARM', exact: true });
  }

  get breaking(): Locator {
    return this.#page.getByRole('button', { name: 'BREAKING', exact: true });
  }

  /** What became of the last run of a command. */
  outcomeOf(
    command:
      | 'take-next'
      | 'skip-next'
      | 'hold-schedule'
      | 'break-in'
      | 'panic-slate'
      | 'return-to-schedule'
      | 'return-by-resume'
      | 'return-by-next',
  ): Locator {
    return this.#page.getByTestId(`run-${command}`);
  }

  /** Holds a button down until something is seen, then lets go. */
  async hold(button: Locator, seen: () => Promise<void>): Promise<void> {
    await button.hover();
    await this.#page.mouse.down();
    await seen();
    await this.#page.mouse.up();
  }

  /** Holds a chord down until something is seen, then lets go. */
  async holdKeys(keys: readonly string[], seen: () => Promise<void>): Promise<void> {
    for (const key of keys) await this.#page.keyboard.down(key);
    await seen();
    for (const key of keys.toReversed()) await this.#page.keyboard.up(key);
  }

  /** Takes the next item. Where one has just come on, the button may still tell of the cue of that one, and its press is refused: it is pressed anew. */
  async takeNextItem(): Promise<void> {
    const outcome = this.outcomeOf('take-next');
    const before = await outcome.innerText();
    await expect(async () => {
      await expect(this.takeNext).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 });
      await this.takeNext.click();
      await expect(outcome).not.toHaveText(before);
      await expect(outcome).toContainText('Done');
    }).toPass();
  }

  async turnOn(): Promise<void> {
    await this.enable.click();
    await expect(this.enable).toBeChecked();
  }
}
