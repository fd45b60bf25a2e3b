import { useEffect, useRef } from 'react';
import { ALL_COMMANDS, keyNames, type OperatorCommand } from '../../commands/index.ts';
import './keys-help.css';

const GROUPS = ['Air', 'Views', 'Schedule', 'Library', 'Console'] as const;

/** The list of keys. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="keys-help" aria-label="Keys" onClose={onClose}>
      <h2>Keys</h2>
      <div className="keys-help-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className="caption">{group}</h3>
            <dl>
              {ALL_COMMANDS.filter((command) => command.group === group && command.key !== null).map((command) => (
                <KeyLine key={command.id} command={command} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p>Keys are off while you type in a field. Letting go, or leaving the window, calls off what is being held.</p>
    </dialog>
  );
}

function KeyLine({ command }: { readonly command: OperatorCommand }) {
  return (
    <div>
      <dt>{command.label}</dt>
      <dd>
        {command.holdMs !== null && <span>hold {command.holdMs} ms</span>}
        {command.key && keyNames(command.key).map((name) => <kbd key={name}>{name}</kbd>)}
      </dd>
    </div>
  );
}
