import { useRef } from 'react';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { remainingText } from '../../ui/time-text.ts';
import { useEveryPaint } from '../../ui/use-now.ts';
import { framesLeft, urgencyOf } from './air-picture.ts';
import { currentFrame, useAir } from './use-air.ts';

/** What remains of the item on air: amber for the last 30 s, red for the last 10 s. */
export function RemainBlock() {
  const block = useRef<HTMLDivElement>(null);
  const numerals = useRef<HTMLDivElement>(null);
  const status = useAir()?.status ?? null;
  useEveryPaint((now) => {
    const frame = currentFrame(now);
    const left = status && frame !== null ? framesLeft(status, frame) : null;
    const rate = parseFrameRate(status?.rate ?? '25/1');
    const shown = left === null ? '—' : remainingText(left, rate);
    if (numerals.current && numerals.current.textContent !== shown) numerals.current.textContent = shown;
    const urgency = left === null ? 'none' : urgencyOf(left, rate);
    if (block.current && block.current.dataset.urgency !== urgency) block.current.dataset.urgency = urgency;
  });
  return (
    <div ref={block} className="remain-block" role="timer" aria-label="Remaining">
      <div className="caption">Remain</div>
      <div ref={numerals} className="remain-numerals numerals" />
    </div>
  );
}
