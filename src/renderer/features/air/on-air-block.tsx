import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { type Frames, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { ItemMark } from '../../ui/item-mark.tsx';
import { frameLengthText } from '../../ui/time-text.ts';
import { useEveryPaint } from '../../ui/use-now.ts';
import { houseIdText, onAirTitle, progressOf, standInWords } from './air-picture.ts';
import { currentFrame, useAir } from './use-air.ts';

/** What is on air: title, house ID, and how much of it has been seen. */
export function OnAirBlock() {
  const air = useAir();
  const item = air?.status?.onAir?.item ?? null;
  const standIn = standInWords(air?.status ?? null);
  return (
    <div className="on-air-block">
      <div className="on-air-title ellipsis" data-testid="on-air-title">
        {onAirTitle(air)}
      </div>
      <div className="on-air-facts">
        {item && <span className="selectable ellipsis">{houseIdText(item)}</span>}
        {item && <ItemMark item={{ kind: item.kind, inputId: item.source.type === 'live' ? item.source.inputId : null }} />}
        {standIn && (
          <span className="on-air-stand-in">
            <TriangleAlert />
            {standIn}
          </span>
        )}
        <OnAirPosition />
      </div>
      <OnAirProgress />
    </div>
  );
}

function OnAirProgress() {
  const bar = useRef<HTMLDivElement>(null);
  const status = useAir()?.status ?? null;
  useEveryPaint((now) => {
    const frame = currentFrame(now);
    const part = status && frame !== null ? progressOf(status, frame) : 0;
    const shown = `scaleX(${part.toFixed(3)})`;
    if (bar.current && bar.current.style.transform !== shown) bar.current.style.transform = shown;
  });
  return (
    <div className="on-air-progress">
      <div ref={bar} />
    </div>
  );
}

function OnAirPosition() {
  const text = useRef<HTMLSpanElement>(null);
  const status = useAir()?.status ?? null;
  useEveryPaint((now) => {
    const frame = currentFrame(now);
    const shown = status?.onAir && frame !== null ? positionText(status.onAir, frame, status.rate) : '';
    if (text.current && text.current.textContent !== shown) text.current.textContent = shown;
  });
  return <span ref={text} className="on-air-position" data-testid="on-air-position" />;
}

function positionText(onAir: { readonly startFrame: Frames; readonly endFrame: Frames | null }, frame: Frames, rateText: string): string {
  const rate = parseFrameRate(rateText);
  const seen = frameLengthText(frames(Math.max(0, frame - onAir.startFrame)), rate);
  return onAir.endFrame === null ? seen : `${seen} / ${frameLengthText(frames(onAir.endFrame - onAir.startFrame), rate)}`;
}
