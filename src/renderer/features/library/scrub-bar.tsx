import { type PointerEvent, useMemo } from 'react';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import { frameLengthText } from '../../ui/time-text.ts';
import { openSuggestions } from './marks.ts';
import { usePreviewStore } from './preview-store.ts';
import { useScrubStore } from './scrub-store.ts';
import { waveformPath } from './sprite-place.ts';

/** The whole asset as a bar: waveform, what lies outside in and out, breaks, chapters, suggestions, playhead. Pressed and dragged to scrub. */
export function ScrubBar({ asset, rate }: { readonly asset: MarkedAsset; readonly rate: FrameRate }) {
  const { length, playhead, marks, seek, setSpeed } = usePreviewStore();
  const peaks = useScrubStore((state) => state.scrub?.peaks);
  const path = useMemo(() => waveformPath(peaks ?? []), [peaks]);
  const share = (frame: number) => `${(100 * frame) / Math.max(1, length)}%`;
  const scrub = (event: PointerEvent<HTMLElement>) => {
    if ((event.buttons & 1) === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    setSpeed(0);
    seek(((event.clientX - box.left) / box.width) * length);
  };
  return (
    <div
      className="scrub-bar"
      role="slider"
      tabIndex={0}
      aria-label="Position in the asset"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, length - 1)}
      aria-valuenow={playhead}
      aria-valuetext={frameLengthText(playhead, rate)}
      onPointerDown={scrub}
      onPointerMove={scrub}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -25, PageDown: 25, Home: -length, End: length }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        seek(playhead + (event.shiftKey ? by * 10 : by));
      }}
    >
      {path !== '' && (
        <svg viewBox={`0 0 ${Math.max(1, (peaks?.length ?? 1) - 1)} 2`} preserveAspectRatio="none" aria-hidden="true">
          <path d={path} />
        </svg>
      )}
      {marks.inFrame !== null && <i className="scrub-outside" style={{ left: 0, width: share(marks.inFrame) }} />}
      {marks.outFrame !== null && <i className="scrub-outside" style={{ left: share(marks.outFrame), right: 0 }} />}
      {asset.chapters.map(({ atFrame }) => (
        <i key={`c${atFrame}`} className="scrub-chapter" style={{ left: share(atFrame) }} />
      ))}
      {openSuggestions(asset.suggestedBreaks, marks).map(({ atFrame }) => (
        <i key={`s${atFrame}`} className="scrub-suggestion" style={{ left: share(atFrame) }} />
      ))}
      {marks.breaks.map((at: Frames) => (
        <i key={`b${at}`} className="scrub-break" style={{ left: share(at) }} />
      ))}
      <i className="scrub-playhead" style={{ left: share(frames(playhead)) }} />
    </div>
  );
}
