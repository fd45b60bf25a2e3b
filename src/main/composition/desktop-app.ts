import { resolve } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { type Station, startStation } from '../composition-root.ts';
import { askWhatToLeave, type Parting } from '../infrastructure/electron/ask-what-to-leave.ts';
import { CONSOLE_URL, declareConsoleScheme, serveConsole } from '../infrastructure/electron/console-protocol.ts';
import { openConsoleWindow } from '../infrastructure/electron/console-window.ts';
import { serveDesktop } from '../infrastructure/electron/serve-desktop.ts';
import { StationTray } from '../infrastructure/electron/station-tray.ts';
import { tallyOf } from '../infrastructure/electron/tally.ts';
import { WakeKeeper } from '../infrastructure/electron/wake-keeper.ts';
import { isLoopbackAddress } from '../infrastructure/http/host-guard.ts';
import { carryOnAfterDefects } from './carry-on-after-defects.ts';
import { type DesktopOptions, parseDesktopOptions } from './desktop-options.ts';
import { type Places, placesFrom } from './places.ts';
import { startRefusal } from './start-refusal.ts';
import { readEnvironment } from './station-start.ts';

const EXIT_REFUSED = 2;

/** A console in a desktop app: the same station as without a window, and a window on it. */
class DesktopApp {
  readonly #station: Station;
  readonly #window: BrowserWindow;
  readonly #options: DesktopOptions;
  #isStopping = false;

  constructor(station: Station, window: BrowserWindow, options: DesktopOptions) {
    this.#station = station;
    this.#window = window;
    this.#options = options;
  }

  /** From now on the window hides, the tally shows, and quitting asks. */
  run(): void {
    const { settings, events, air } = this.#station;
    const tray = new StationTray(settings.channel.name, { show: this.#show, quit: () => app.quit() });
    const wakeKeeper = new WakeKeeper();
    const showAir = () => {
      const tally = tallyOf(air());
      tray.show(tally);
      wakeKeeper.keepAwake(tally !== 'off-air');
    };
    events.subscribe((event) => {
      if (event.type === 'air') showAir();
    });
    this.#window.on('close', this.#hide);
    app.on('second-instance', this.#show);
    app.on('activate', this.#show);
    app.on('before-quit', this.#quit);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void this.#leave(this.#options.quit ?? 'stop'));
  }

  readonly #show = (): void => {
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  };

  /** Closing the window never stops the stream. Linux does not tell whether anybody shows the tray, so there the window goes where it can be found. */
  readonly #hide = (event: Electron.Event): void => {
    if (this.#isStopping) return;
    event.preventDefault();
    if (process.platform === 'linux') this.#window.minimize();
    else this.#window.hide();
  };

  readonly #quit = (event: Electron.Event): void => {
    event.preventDefault();
    void this.#decide().then((parting) => (parting === null ? undefined : this.#leave(parting)));
  };

  async #decide(): Promise<Parting | null> {
    if (this.#options.quit !== null) return this.#options.quit;
    if (tallyOf(this.#station.air()) === 'off-air') return 'stop';
    this.#show();
    return askWhatToLeave(this.#window);
  }

  async #leave(parting: Parting): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    this.#window.hide();
    await this.#station.stop(parting);
    app.exit(0);
  }
}

/**
 * Runs the desktop app. Of several on one data folder only the first runs; the others bring its window to the front.
 * Nothing here may be awaited at the top level of the entry: Electron becomes ready only after that.
 */
export function runDesktop(argv: readonly string[], entryUrl: string): void {
  try {
    const options = parseDesktopOptions(argv, app.getPath('userData'));
    if (options.profileFolder !== null) app.setPath('userData', resolve(options.profileFolder));
    declareConsoleScheme();
    if (!app.requestSingleInstanceLock()) {
      app.quit();
      return;
    }
    const isAttended = options.quit === null;
    app
      .whenReady()
      .then(() => open(options, placesFrom(entryUrl)))
      .catch((error: unknown) => refuse(error, isAttended));
  } catch (error) {
    refuse(error, false);
  }
}

async function open(options: DesktopOptions, places: Places): Promise<void> {
  const environment = readEnvironment(process.env);
  const station = await startStation({ options: options.station, places, environment, logBeside: process.stderr });
  carryOnAfterDefects(station.log);
  new DesktopApp(station, openWindow(station, places), options).run();
}

function openWindow(station: Station, { consoleFolder, preloadPath }: Places): BrowserWindow {
  const { settings, calls, log } = station;
  const { host } = settings.network;
  const reachedAt = isWildcard(host) ? '127.0.0.1' : host;
  serveConsole(consoleFolder, `http://${reachedAt}:*`);
  const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  const isDevelopment = developmentUrl !== undefined;
  const isStreamOnNetwork = !isLoopbackAddress(reachedAt);
  const window = openConsoleWindow({ url: developmentUrl ?? CONSOLE_URL, preloadPath, isDevelopment, isStreamOnNetwork, log });
  serveDesktop(window, { ...calls, isTrusted: settings.trustDesktop });
  return window;
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Says why the app can't start; in a box too when somebody is there to close it. */
function refuse(error: unknown, isAttended: boolean): void {
  const sentence = startRefusal(error);
  process.stderr.write(`${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`);
  if (isAttended) dialog.showErrorBox('Perpetua can not start', sentence ?? 'A defect; the station’s log says which.');
  app.exit(sentence === null ? 1 : EXIT_REFUSED);
}
