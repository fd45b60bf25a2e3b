import { type BrowserWindow, dialog } from 'electron';

/** What quitting does to the channel: it plays on without the console, or leaves the air. */
export type Parting = 'leave' | 'stop';

const BUTTONS = ['Leave the channel playing', 'Stop the channel', 'Cancel'];
const PARTINGS: readonly (Parting | null)[] = ['leave', 'stop', null];

/** Asks the operator what is to become of the channel that is on air; null: do not quit after all. */
export async function askWhatToLeave(window: BrowserWindow): Promise<Parting | null> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Perpetua',
    message: 'The channel is on air',
    detail: 'It can play on without the console. Start Perpetua again to take it up where it is.',
    buttons: BUTTONS,
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return PARTINGS[response] ?? null;
}
