import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { type BrowserWindow, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type OpenDialogOptions } from 'electron';
import { CONNECT_TO_STATION } from '../../../shared/contract/desktop-bridge.ts';
import type { CallContext } from '../station-router/call-context.ts';
import type { CallHandling } from '../station-router/call-handling.ts';
import { CHOOSE_FILES, CHOOSE_FOLDER } from './desktop-channels.ts';

/** What the console's window is served with. */
export interface DesktopService {
  // biome-ignore lint/suspicious/noExplicitAny: a router of any contract, as oRPC declares it.
  readonly router: Router<any, CallContext>;
  readonly handling: CallHandling;
  /** Whether the desktop need not sign in. */
  readonly isTrusted: boolean;
}

const MEDIA_EXTENSIONS = ['mp4', 'm4v', 'mov', 'mkv', 'webm', 'avi', 'mpg', 'mpeg', 'ts', 'm2ts', 'mts', 'mxf', 'wmv', 'flv', 'ogv', '3gp'];

/** Serves the contract and the desktop's own abilities to the page of one window, and to nothing else. */
export function serveDesktop(window: BrowserWindow, { router, handling, isTrusted }: DesktopService): void {
  const handler = new RPCHandler<CallContext>(router, {
    interceptors: [...handling.interceptors],
    clientInterceptors: [...handling.clientInterceptors],
  });
  const context: CallContext = { address: 'desktop', reachedAt: '127.0.0.1', isTrustedDesktop: isTrusted, identity: null };
  const isOurs = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent) =>
    !window.isDestroyed() && senderFrame === window.webContents.mainFrame;
  ipcMain.on(CONNECT_TO_STATION, (event) => {
    const [port] = event.ports;
    if (!port || !isOurs(event)) return;
    handler.upgrade(port, { context });
    port.start();
  });
  const choose = async (event: IpcMainInvokeEvent, options: OpenDialogOptions): Promise<readonly string[]> => {
    if (!isOurs(event)) return [];
    return (await dialog.showOpenDialog(window, options)).filePaths;
  };
  ipcMain.handle(
    CHOOSE_FOLDER,
    async (event) => (await choose(event, { title: 'Import a folder', properties: ['openDirectory'] }))[0] ?? null,
  );
  const filters = [
    { name: 'Media', extensions: MEDIA_EXTENSIONS },
    { name: 'All files', extensions: ['*'] },
  ];
  ipcMain.handle(CHOOSE_FILES, (event) => choose(event, { title: 'Import files', properties: ['openFile', 'multiSelections'], filters }));
}
