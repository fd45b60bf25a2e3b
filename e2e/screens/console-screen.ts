import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { AirControls } from './air-controls.ts';
import { AsRunScreen } from './as-run-screen.ts';
import { LibraryScreen } from './library-screen.ts';
import { Monitor } from './monitor.ts';
import { RulesScreen } from './rules-screen.ts';
import { ScheduleScreen } from './schedule-screen.ts';

/** The views and their keys. */
const VIEW_KEYS = {
  'on-air': 'Control+1',
  schedule: 'Control+2',
  library: 'Control+3',
  rules: 'Control+4',
  'as-run': 'Control+5',
} as const;

/** The console as an operator sees it. */
export class ConsoleScreen {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly monitor: Monitor;
  readonly air: AirControls;
  readonly library: LibraryScreen;
  readonly schedule: ScheduleScreen;
  readonly rules: RulesScreen;
  readonly asRun: AsRunScreen;

  constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
    this.monitor = new Monitor(page);
    this.air = new AirControls(page);
    this.library = new LibraryScreen(page);
    this.schedule = new ScheduleScreen(page);
    this.rules = new RulesScreen(page);
    this.asRun = new AsRunScreen(page);
  }

  get tally(): Locator {
    return this.page.getByLabel('Tally');
  }

  /** How many alarms there are, and the worst of them; opens their list. */
  get alarms(): Locator {
    return this.page.getByRole('button', { name: /^Alarms: \d+$/ });
  }

  /** Opens the list of alarms on one of them, once it is raised. */
  async showAlarm(title: string): Promise<Locator> {
    const alarm = this.page.getByRole('list', { name: 'Alarms' }).getByRole('listitem').filter({ hasText: title });
    // Others may be raised and cleared before it; the list closes with the last of them.
    await expect(async () => {
      if (!(await alarm.isVisible())) await this.alarms.click({ timeout: 2000 });
      await expect(alarm).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    return alarm;
  }

  get onAirTitle(): Locator {
    return this.page.getByTestId('on-air-title');
  }

  /** How far into the item the channel is, and its length. */
  get onAirPosition(): Locator {
    return this.page.getByTestId('on-air-position');
  }

  get nextTitle(): Locator {
    return this.page.getByTestId('next-title');
  }

  get rundown(): Locator {
    return this.page.getByRole('table', { name: 'Rundown' }).locator('tbody tr');
  }

  get firstSteps(): Locator {
    return this.page.getByLabel('First steps');
  }

  get lostBar(): Locator {
    return this.page.getByText('Console lost the engine; the air may continue');
  }

  /** Goes to a view by its key. */
  async show(view: keyof typeof VIEW_KEYS): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: 'Views' })).toBeVisible();
    await this.page.keyboard.press(VIEW_KEYS[view]);
  }

  /** Gives a command by its name, with keys alone. */
  async giveCommand(name: string): Promise<void> {
    await this.page.keyboard.press('Control+K');
    const find = this.page.getByRole('combobox', { name: 'Find a command' });
    await expect(find).toBeFocused();
    await find.fill(name);
    await expect(this.page.getByRole('listbox', { name: 'Commands' }).getByRole('option')).toHaveCount(1);
    await this.page.keyboard.press('Enter');
    await expect(find).toBeHidden();
  }

  /** Lays the console out as in a window of this size. */
  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await expect.poll(() => this.page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
  }

  /** Whether a programme is on air, rather than something between two. */
  async isProgrammeOnAir(): Promise<boolean> {
    return (await this.rundown.first().textContent())?.includes('Programme') ?? false;
  }

  /** Whether a programme is on air that goes on for so many seconds. */
  async isProgrammeOnAirFor(seconds: number): Promise<boolean> {
    const remaining = (await this.page.getByRole('timer', { name: 'Remaining' }).locator('.numerals').textContent()) ?? '';
    const left = remaining.split(':').reduce((sum, part) => sum * 60 + Number.parseInt(part, 10), 0);
    return left >= seconds && (await this.isProgrammeOnAir());
  }

  /** How many rows of the rundown are whole in sight. */
  rundownRowsInSight(): Promise<number> {
    return this.rundown.evaluateAll((rows) => {
      const frame = rows[0]?.closest('.virtual-table')?.getBoundingClientRect();
      return rows.filter((row) => frame && row.getBoundingClientRect().bottom <= frame.bottom).length;
    });
  }

  /** Opens the console as a browser on the network does: a page that comes over HTTP and knows nothing of the desktop app. */
  async openInBrowser(address: string): Promise<ConsoleScreen> {
    const opened = this.app.waitForEvent('window');
    await this.app.evaluate(({ BrowserWindow }, url) => void new BrowserWindow({ width: 1366, height: 768 }).loadURL(url), address);
    return new ConsoleScreen(this.app, await opened);
  }

  /** Drops a folder or file on the window by the browser's own drag and drop, as it comes from the desktop. */
  async dropPath(path: string): Promise<void> {
    const devtools = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    const hold = (type: 'dragEnter' | 'dragOver' | 'drop') => devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    await hold('dragEnter');
    await hold('dragOver');
    await expect(this.page.getByText('Drop to import')).toBeVisible();
    await hold('dragOver');
    await hold('drop');
    await devtools.detach();
  }

  /** Drops a file on the window, as if dragged there from the desktop. */
  async drop(path: string): Promise<void> {
    await this.page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dragged' })));
    await this.page.locator('#dragged').setInputFiles(path);
    await this.page.locator('#dragged').evaluate((input: HTMLInputElement) => {
      const dataTransfer = new DataTransfer();
      for (const file of input.files ?? []) dataTransfer.items.add(file);
      input.remove();
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    });
  }

  /** Has the next file that is saved go to a path, without asking. */
  async saveNextTo(path: string): Promise<void> {
    await this.app.evaluate(
      ({ session }, target) => void session.defaultSession.once('will-download', (_event, item) => item.setSavePath(target)),
      path,
    );
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Imports a folder and waits until something of it is on air. The test's own time limit ends a wait for the import that is in vain. */
  async goOnAirWith(media: string): Promise<void> {
    await this.show('library');
    await this.library.importPath(media);
    await expect(this.library.imports).toContainText('files imported', { timeout: 0 });
    await this.show('on-air');
    await this.waitForProgramme();
  }

  /** Waits until something of the library is on air. */
  async waitForProgramme(): Promise<void> {
    await expect(this.rundown.first()).toContainText('ON AIR', { timeout: 60_000 });
    await expect(this.page.getByText('Slate stands in')).toBeHidden();
  }
}
