import {
  copyItems,
  cutItems,
  duplicateItems,
  insertPicked,
  type OperatorCommand,
  pasteItems,
  removeItems,
  setFixed,
  setFollow,
  setManual,
} from '../../commands/index.ts';
import { CommandMenu } from './command-menu.tsx';
import { useScheduleMenu } from './menu-store.ts';
import { WHY_THIS_ID } from './why-this.tsx';

const GROUPS: readonly (readonly OperatorCommand[])[] = [
  [cutItems, copyItems, pasteItems, duplicateItems, insertPicked],
  [setFixed, setFollow, setManual],
  [removeItems],
];

/** The menu of what is selected: the commands that the keys give, each with its key. */
export function ScheduleMenu() {
  const { place, close } = useScheduleMenu();
  if (place === null) return null;
  return (
    <CommandMenu key={`${place.x} ${place.y}`} label="Selected items" groups={GROUPS} place={place} onClose={close}>
      <button type="button" role="menuitem" className="command-menu-item" onClick={() => showWhy(close)}>
        <span>Why this?</span>
      </button>
    </CommandMenu>
  );
}

function showWhy(close: () => void): void {
  close();
  // After the menu has given the focus back.
  requestAnimationFrame(() => document.getElementById(WHY_THIS_ID)?.focus());
}
