import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useState } from 'react';
import { useDerivedFromNow } from '../../ui/use-now.ts';
import { useStatusBy } from '../air/index.ts';
import { enabledFor, useAirEnable } from './air-enable.ts';
import { OverridePanel } from './override-panel.tsx';
import './override-drawer.css';

/** The override panel: always there in a wide window, a drawer with a tab at the right edge in a narrow one. */
export function OverrideDrawer() {
  const [isWanted, setWanted] = useState(false);
  const isOverridden = useStatusBy((status) => status?.mode ?? '')?.override != null;
  // The way back must be in sight for as long as something stands over the schedule.
  const isOpen = isWanted || isOverridden;
  const isEnabled = useDerivedFromNow((now) => enabledFor(useAirEnable.getState().usedAt, now) > 0, 200);
  const Form = isOpen ? PanelRightClose : PanelRightOpen;
  return (
    <div className="override-drawer" data-open={isOpen}>
      <button type="button" className="override-tab" aria-expanded={isOpen} onClick={() => setWanted(!isOpen)}>
        <Form />
        <span>AIR CONTROLS</span>
        {isEnabled && <b>ENABLED</b>}
      </button>
      <OverridePanel />
    </div>
  );
}
