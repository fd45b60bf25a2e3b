import { LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import { disarm, enableAir, useCommandDesk, useVerdict } from '../../commands/index.ts';
import { lengthText } from '../../ui/time-text.ts';
import { useDerivedFromNow } from '../../ui/use-now.ts';
import { enabledFor, IDLE_LIMIT_MS, useAirEnable } from './air-enable.ts';
import './air-enable-switch.css';

/** Air enable: the guard of every take. Shows how long it stays on. */
export function AirEnableSwitch() {
  const desk = useCommandDesk();
  const verdict = useVerdict(enableAir);
  const secondsLeft = useDerivedFromNow((now) => Math.ceil(enabledFor(useAirEnable.getState().usedAt, now) / 1000), 200);
  const isEnabled = verdict.isAllowed && secondsLeft > 0;
  const Form = isEnabled ? LockKeyholeOpen : LockKeyhole;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isEnabled}
      aria-label="Air enable"
      className="air-enable"
      disabled={!verdict.isAllowed}
      title={verdict.isAllowed ? undefined : verdict.reason}
      onClick={() => desk.press(isEnabled ? disarm : enableAir, false)}
    >
      <Form />
      <b>AIR ENABLE</b>
      <span>{isEnabled ? lengthText((secondsLeft * 1000) as typeof IDLE_LIMIT_MS) : 'OFF'}</span>
      {isEnabled && <i style={{ transform: `scaleX(${(secondsLeft * 1000) / IDLE_LIMIT_MS})` }} />}
    </button>
  );
}
