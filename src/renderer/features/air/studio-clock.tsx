import { useRef } from 'react';
import { frameDueAt } from '../../../shared/time/index.ts';
import { consoleZone, dayName, frameTimeOfDay } from '../../ui/time-text.ts';
import { useEveryPaint } from '../../ui/use-now.ts';
import { useAirStore } from './air-store.ts';
import { currentFrame } from './use-air.ts';

/** The channel's clock to the frame, `HH:MM:SS:FF`, in the station's zone, which it names. */
export function StudioClock() {
  const numerals = useRef<HTMLDivElement>(null);
  const day = useRef<HTMLDivElement>(null);
  useEveryPaint((now) => {
    const { anchor } = useAirStore.getState();
    const frame = currentFrame(now);
    if (!anchor || frame === null || !numerals.current || !day.current) return;
    const shown = frameTimeOfDay(frame, anchor.rate, consoleZone());
    if (numerals.current.textContent === shown) return;
    numerals.current.textContent = shown;
    const shownDay = `${dayName(frameDueAt(frame, anchor.rate), consoleZone())} · ${consoleZone().replaceAll('_', ' ')}`;
    if (day.current.textContent !== shownDay) day.current.textContent = shownDay;
  });
  return (
    <div className="studio-clock" role="timer" aria-label="Clock">
      <div ref={day} className="caption ellipsis">
        Clock
      </div>
      <div ref={numerals} className="studio-clock-numerals numerals">
        --:--:--:--
      </div>
    </div>
  );
}
