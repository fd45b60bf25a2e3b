import { useEffect } from 'react';
import type { CommandDesk } from './command-desk.ts';
import { isChord } from './key-chord.ts';
import type { OperatorCommand } from './operator-command.ts';

/** Gives the commands their keys. Typing in a field turns them off; letting any key go, or losing the window's focus, calls a hold off. */
export function useCommandKeys(commands: readonly OperatorCommand[], desk: CommandDesk): void {
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (isField(event.target)) return;
      const command = commands.find((each) => each.key !== null && isInReach(each, desk) && isChord(each.key, event));
      if (!command) return;
      // Escape closes dialogs besides, which the browser does by itself.
      if (event.key !== 'Escape') event.preventDefault();
      desk.press(command, event.repeat);
    };
    const letGo = () => desk.loseFocus(commands);
    const window = globalThis.window;
    window.addEventListener('keydown', keyDown);
    window.addEventListener('keyup', letGo);
    window.addEventListener('blur', letGo);
    return () => {
      window.removeEventListener('keydown', keyDown);
      window.removeEventListener('keyup', letGo);
      window.removeEventListener('blur', letGo);
    };
  }, [commands, desk]);
}

/** Keys of one view are left to the page in all others: Ctrl+C copies text there. */
function isInReach({ scope }: OperatorCommand, desk: CommandDesk): boolean {
  return scope === null || scope === desk.situation().view;
}

/** Whether what is typed there is text. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
