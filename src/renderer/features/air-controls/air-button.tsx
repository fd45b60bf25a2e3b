import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { holdOf, keyNames, type OperatorCommand, runOf, useCommandDesk, useCommandRuns, useVerdict } from '../../commands/index.ts';
import { HoldRing } from './hold-ring.tsx';
import './air-button.css';

interface AirButtonProps {
  readonly command: OperatorCommand;
  readonly look: 'take' | 'plain' | 'held' | 'live' | 'arm' | 'breaking' | 'panic' | 'return' | 'panic-small';
  readonly label: string;
  /** Below the label: what it will do. */
  readonly children: ReactNode;
}

/** A button that changes the air. It acts on the pointer and on its own keys only: Space and Enter do nothing to it. */
export function AirButton({ command, look, label, children }: AirButtonProps) {
  const desk = useCommandDesk();
  const verdict = useVerdict(command);
  const isHolding = useCommandRuns((runs) => holdOf(runs, command).state === 'holding');
  const isPending = useCommandRuns((runs) => runOf(runs, command).state === 'pending');
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    desk.press(command, false);
  };
  const release = () => desk.release(command);
  const caution = !verdict.isAllowed && verdict.tone === 'caution';
  return (
    <button
      type="button"
      className={`air-button air-button-${look}`}
      data-state={verdict.isAllowed ? 'ready' : caution ? 'caution' : 'off'}
      data-holding={isHolding}
      aria-disabled={!verdict.isAllowed || isPending}
      aria-label={label}
      title={verdict.isAllowed ? undefined : verdict.reason}
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onBlur={release}
      onKeyDown={swallowBareKeys}
    >
      {command.holdMs !== null && <HoldRing isHolding={isHolding} holdMs={command.holdMs} />}
      <span className="air-button-words">
        <b>{label}</b>
        <small className="ellipsis">{verdict.isAllowed ? children : verdict.reason}</small>
      </span>
      {command.key && <kbd>{keyNames(command.key).join(' ')}</kbd>}
    </button>
  );
}

/** No air action on Space or on Enter alone, though a focused button would take them for a click. */
function swallowBareKeys(event: KeyboardEvent) {
  if (event.key === ' ' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey)) event.preventDefault();
}
