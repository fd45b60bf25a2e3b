import { create } from 'zustand';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { nextSpan, panned, SPANS, type TimeBounds, type TimeWindow, zoomed } from './timeline-scale.ts';

interface TimelineStore {
  readonly bounds: TimeBounds;
  readonly window: TimeWindow;
  /** Shows another day, around an instant where that is in it. */
  readonly showDay: (bounds: TimeBounds, around: Milliseconds) => void;
  readonly zoomTo: (span: Milliseconds, anchor: Milliseconds) => void;
  /** Shows more (1) or less (-1) at once, around `anchor`; null: around the middle. */
  readonly step: (step: 1 | -1, anchor?: Milliseconds) => void;
  readonly pan: (by: Milliseconds) => void;
  /** Brings an instant into sight; nothing moves when it is. */
  readonly reveal: (instant: Milliseconds) => void;
}

const NOTHING = { from: milliseconds(0), to: SPANS[0].ms };

/** Which part of the day the timeline shows. */
export const useTimelineStore = create<TimelineStore>((set, get) => ({
  bounds: NOTHING,
  window: { from: milliseconds(0), span: SPANS[2].ms },
  showDay: (bounds, around) => {
    const { span } = get().window;
    set({ bounds, window: zoomed({ from: milliseconds(around - span / 4), span }, span, around, bounds) });
  },
  zoomTo: (span, anchor) => set(({ window, bounds }) => ({ window: zoomed(window, span, anchor, bounds) })),
  step: (step, anchor) =>
    set(({ window, bounds }) => ({
      window: zoomed(window, nextSpan(window.span, step), anchor ?? milliseconds(window.from + window.span / 2), bounds),
    })),
  pan: (by) => set(({ window, bounds }) => ({ window: panned(window, by, bounds) })),
  reveal: (instant) =>
    set(({ window, bounds }) => {
      if (instant >= window.from && instant < window.from + window.span) return {};
      return { window: zoomed({ from: milliseconds(instant - window.span / 4), span: window.span }, window.span, instant, bounds) };
    }),
}));
