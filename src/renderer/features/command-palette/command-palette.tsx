import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { ALL_COMMANDS, type OperatorCommand, showCommands, useCommandDesk } from '../../commands/index.ts';
import { matchingCommands } from './matching-commands.ts';
import { PaletteLine } from './palette-line.tsx';
import { paletteVerdict } from './palette-verdict.ts';
import './command-palette.css';

const LISTED = ALL_COMMANDS.filter((command) => command !== showCommands);

/** The list of commands, with a field to find one by its name. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const desk = useCommandDesk();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  const commands = matchingCommands(LISTED, typed);
  const give = (command: OperatorCommand | undefined) => {
    if (!command || !paletteVerdict(command, desk.situation()).isAllowed) return;
    // Closing hands the focus back first, so that a command may put it elsewhere.
    dialog.current?.close();
    desk.press(command, false);
  };
  const keyDown = (event: KeyboardEvent) => {
    const next = choiceAfter(event.key, chosen, commands.length);
    if (next === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== null) setChosen(next);
    else if (!event.repeat) give(commands[chosen]);
  };
  return (
    <dialog ref={dialog} className="command-palette" aria-label="Commands" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={commands[chosen] ? `${list}-${commands[chosen].id}` : undefined}
        placeholder="Find a command"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={keyDown}
      />
      <div id={list} role="listbox" aria-label="Commands" className="command-palette-list">
        {commands.map((command, index) => (
          <PaletteLine
            key={command.id}
            id={`${list}-${command.id}`}
            command={command}
            isChosen={index === chosen}
            onGive={() => give(command)}
          />
        ))}
      </div>
      {commands.length === 0 && <p className="hint">No command has these words.</p>}
      <p className="command-palette-foot">↑ ↓ choose · Enter gives it · Esc closes · Commands to the air have their own keys and buttons</p>
    </dialog>
  );
}

/** Where a key moves the choice among so many; null when the key does not. */
function choiceAfter(key: string, chosen: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(chosen + 1, Math.max(count - 1, 0));
  if (key === 'ArrowUp') return Math.max(chosen - 1, 0);
  return null;
}
