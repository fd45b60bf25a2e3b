import { useEffect, useRef } from 'react';
import { keyNames, type OperatorCommand, useCommandDesk, type Verdict } from '../../commands/index.ts';
import { useDerivedFromNow } from '../../ui/use-now.ts';
import { paletteVerdict } from './palette-verdict.ts';

interface PaletteLineProps {
  readonly id: string;
  readonly command: OperatorCommand;
  readonly isChosen: boolean;
  readonly onGive: () => void;
}

/** A command in the list: its name, why it may not act now, its keys. */
export function PaletteLine({ id, command, isChosen, onGive }: PaletteLineProps) {
  const line = useRef<HTMLDivElement>(null);
  const verdict = usePaletteVerdict(command);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, and names this line as the active one
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div
      ref={line}
      id={id}
      role="option"
      className="command-palette-line"
      aria-selected={isChosen}
      aria-disabled={!verdict.isAllowed}
      onClick={onGive}
    >
      <span className="command-palette-group">{command.group}</span>
      <span className="command-palette-name">{command.label}</span>
      {!verdict.isAllowed && <span className="command-palette-reason ellipsis">{verdict.reason}</span>}
      <span className="command-palette-keys">{command.key && keyNames(command.key).map((name) => <kbd key={name}>{name}</kbd>)}</span>
    </div>
  );
}

function usePaletteVerdict(command: OperatorCommand): Verdict {
  const desk = useCommandDesk();
  const told = useDerivedFromNow(() => JSON.stringify(paletteVerdict(command, desk.situation())), 250);
  return JSON.parse(told) as Verdict;
}
