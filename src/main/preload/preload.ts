/**
 * The bridge between the console's page and main. It runs sandboxed, hands over one message port for the contract and the few things that only
 * a desktop app can do, and nothing else.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CONNECT_TO_STATION, type DesktopBridge } from '../../shared/contract/desktop-bridge.ts';
import { CHOOSE_FILES, CHOOSE_FOLDER } from '../infrastructure/electron/desktop-channels.ts';

const bridge: DesktopBridge = {
  chooseFolder: () => ipcRenderer.invoke(CHOOSE_FOLDER),
  chooseFiles: () => ipcRenderer.invoke(CHOOSE_FILES),
  pathOfDropped: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('perpetua', bridge);

// A message port can't cross the bridge, but it can be posted: from the page to its own window, and from here on to main.
window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source === window && event.data === CONNECT_TO_STATION && port) ipcRenderer.postMessage(CONNECT_TO_STATION, null, [port]);
});
