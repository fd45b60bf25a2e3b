import type { ReactNode } from 'react';
import { AlarmBlock } from './alarm-block.tsx';
import { LampRow } from './lamp-row.tsx';
import { NextBlock } from './next-block.tsx';
import { OnAirBlock } from './on-air-block.tsx';
import { RemainBlock } from './remain-block.tsx';
import { StudioClock } from './studio-clock.tsx';
import { TallyBlock } from './tally-block.tsx';
import { useFreshness } from './use-air.ts';
import './air-header.css';

interface AirHeaderProps {
  /** At the right end: what must be in reach in every view. */
  readonly children: ReactNode;
}

/** Always there: what the engine says is on air. Grey when its word is older than a second. */
export function AirHeader({ children }: AirHeaderProps) {
  const freshness = useFreshness();
  return (
    <header className="air-header" data-freshness={freshness}>
      <TallyBlock />
      <OnAirBlock />
      <RemainBlock />
      <NextBlock />
      <StudioClock />
      <LampRow />
      <AlarmBlock />
      {children}
    </header>
  );
}
