import { BrowserWindow, Menu, type WebContents } from 'electron';
import type { Log } from '../../application/ports/log.ts';
import { saveDownloads } from './save-downloads.ts';

/** What a console window needs. */
export interface ConsoleWindowOptions {
  /** The page to show. */
  readonly url: string;
  /** The bridge's file. */
  readonly preloadPath: string;
  /** Whether the page comes from a development server: reload, zoom and developer tools stay in reach. */
  readonly isDevelopment: boolean;
  /** Whether the stream comes from an address that browsers do not trust as they trust this machine's own. */
  readonly isStreamOnNetwork: boolean;
  readonly log: Log;
}

const BACKGROUND = '#0E1116';

/** How long after its page died a window loads it anew. */
const RELOAD_AFTER_MS = 500;

/** What its page may do that a browser would ask for: fill the screen, and put text on the clipboard at a click. */
const PERMITTED: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write']);

/** Opens the console's window. Its page can neither leave for another address, nor open windows, nor reach Node. */
export function openConsoleWindow(options: ConsoleWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1600,
    height: 900,
    minWidth: 1366,
    minHeight: 768,
    backgroundColor: BACKGROUND,
    title: 'Perpetua',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      // The stream server speaks plain HTTP; off this machine a secure page may not load that unless it is told so. The CSP names the one address.
      allowRunningInsecureContent: options.isStreamOnNetwork,
      devTools: options.isDevelopment,
      spellcheck: false,
      // The operator may look elsewhere while the clock and the monitor run.
      backgroundThrottling: false,
    },
  });
  if (!options.isDevelopment) Menu.setApplicationMenu(plainMenu());
  window.once('ready-to-show', () => window.show());
  confine(window.webContents, options.url);
  saveDownloads(window.webContents, options.log);
  reviveOnCrash(window, options.log);
  void window.loadURL(options.url).catch((error: unknown) => options.log.error('The console could not be loaded', { error }));
  return window;
}

/** Editing keys only: no reload, no zoom, no developer tools on a machine that is on air. */
function plainMenu(): Menu {
  const own = process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : [];
  return Menu.buildFromTemplate([...own, { role: 'editMenu' }]);
}

function confine(contents: WebContents, url: string): void {
  const { origin } = new URL(url);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (new URL(event.url).origin !== origin || origin === 'null') event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.session.setPermissionRequestHandler((_contents, permission, answer) => answer(PERMITTED.has(permission)));
  contents.session.setPermissionCheckHandler((_contents, permission) => PERMITTED.has(permission));
}

function reviveOnCrash(window: BrowserWindow, log: Log): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.warn('The console died; it is loaded anew', { reason, exitCode });
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, RELOAD_AFTER_MS);
  });
}
