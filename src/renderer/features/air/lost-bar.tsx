import { Unplug } from 'lucide-react';
import { useFreshness, useSecondsSinceWord } from './use-air.ts';
import './lost-bar.css';

/** Across the whole window while the engine's last word is older than three seconds. */
export function LostBar() {
  const isLost = useFreshness() === 'lost';
  const seconds = useSecondsSinceWord();
  if (!isLost) return null;
  return (
    <div className="lost-bar" role="alert">
      <Unplug />
      <b>Console lost the engine; the air may continue</b>
      <span>
        Air controls are off. Reconnecting…
        {seconds !== null && ` Last word ${seconds} s ago.`}
      </span>
    </div>
  );
}
