import { Menu, Tray } from 'electron';
import type { Tally } from './tally.ts';
import { tallyIcon } from './tally-icon.ts';

const WORDS: Readonly<Record<Tally, string>> = { 'on-air': 'on air', trouble: 'on air, needs a look', 'off-air': 'off air' };

/** What the tray's menu does. */
export interface TrayActions {
  readonly show: () => void;
  readonly quit: () => void;
}

/** The station beside the desktop's clock: its tally, and the way back to a window that was closed. */
export class StationTray {
  readonly #tray: Tray;
  readonly #channelName: string;
  #tally: Tally = 'off-air';

  constructor(channelName: string, { show, quit }: TrayActions) {
    this.#channelName = channelName;
    this.#tray = new Tray(tallyIcon(this.#tally));
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([{ label: 'Show the console', click: show }, { type: 'separator' }, { label: 'Quit…', click: quit }]),
    );
    this.#tray.on('click', show);
    this.#describe();
  }

  /** Shows a tally; does nothing when it is the one that is shown. */
  show(tally: Tally): void {
    if (tally === this.#tally) return;
    this.#tally = tally;
    this.#tray.setImage(tallyIcon(tally));
    this.#describe();
  }

  #describe(): void {
    this.#tray.setToolTip(`${this.#channelName}: ${WORDS[this.#tally]}`);
  }
}
