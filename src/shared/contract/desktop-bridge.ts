/**
 * The message that asks the desktop app for a connection to the station. A page posts it to its own window together with one
 * end of a `MessageChannel`; the preload hands that end to main, which serves the station's contract on it.
 */
export const CONNECT_TO_STATION = 'perpetua:connect-to-station';

/**
 * What the desktop app offers a console besides the contract, as `window.perpetua`. A console in a browser has none of it.
 */
export interface DesktopBridge {
  /** Asks the person for a folder on the station's machine. Its absolute path, or null when they thought better of it. */
  readonly chooseFolder: () => Promise<string | null>;
  /** The same for media files, several at once; empty when none was chosen. */
  readonly chooseFiles: () => Promise<readonly string[]>;
  /** The absolute path of a file or folder that was dropped on the window; empty for one that has no place on disk. */
  readonly pathOfDropped: (file: File) => string;
}
