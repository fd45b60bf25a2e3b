import { useEffect, useRef, useState } from 'react';
import { type Milliseconds, milliseconds } from '../../shared/time/index.ts';

/** The page's own steady clock. It has nothing to do with the time of day. */
export function steadyNow(): Milliseconds {
  return milliseconds(performance.now());
}

/** Calls `draw` before every picture that the window paints, for numerals that change with every frame of the channel. */
export function useEveryPaint(draw: (now: Milliseconds) => void): void {
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => {
    let request = requestAnimationFrame(function paint() {
      latest.current(steadyNow());
      request = requestAnimationFrame(paint);
    });
    return () => cancelAnimationFrame(request);
  }, []);
}

/** A value worked out from the steady clock, looked at again every `every` ms; the component is drawn anew only when it changed. */
export function useDerivedFromNow<T>(derive: (now: Milliseconds) => T, every: number): T {
  const [value, setValue] = useState(() => derive(steadyNow()));
  const latest = useRef(derive);
  latest.current = derive;
  useEffect(() => {
    const timer = setInterval(() => setValue(() => latest.current(steadyNow())), every);
    return () => clearInterval(timer);
  }, [every]);
  return value;
}
