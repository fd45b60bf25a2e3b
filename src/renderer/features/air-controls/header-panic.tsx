import { panicSlate } from '../../commands/index.ts';
import { AirButton } from './air-button.tsx';
import './header-panic.css';

/** The panic slate in the header, for windows whose override panel is a drawer. */
export function HeaderPanic() {
  return (
    <div className="header-panic">
      <AirButton command={panicSlate} look="panic-small" label="PANIC">
        {null}
      </AirButton>
    </div>
  );
}
