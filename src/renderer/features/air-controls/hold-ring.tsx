import type { Milliseconds } from '../../../shared/time/index.ts';

const RADIUS = 9;

/** A ring that fills while a control is held. */
export function HoldRing({ isHolding, holdMs }: { readonly isHolding: boolean; readonly holdMs: Milliseconds }) {
  const style = { animationDuration: `${holdMs}ms` };
  return (
    <svg className="hold-ring" data-holding={isHolding} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r={RADIUS} className="hold-ring-track" />
      <circle cx="12" cy="12" r={RADIUS} className="hold-ring-fill" pathLength={1} style={style} />
    </svg>
  );
}
