/**
 * The station's live inputs, added, changed and removed.
 *
 * - The station keeps them as one list, which is read anew before each change and sent back whole.
 * - What is held against an input stands beside the field that it is about, all of it at once.
 * - A publisher's key is shown to whoever may see the inputs; other secrets come as dots, and stay as they are when sent back so.
 */
export { AddInputButton, InputSettingsButton } from './input-buttons.tsx';
export { InputDialog } from './input-dialog.tsx';
