import { Check, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import './status-badge.css';

/** How a badge looks: a fill and a form for every state of 5-console, and `outline` for what needs no attention. */
export type BadgeLook = 'on-air' | 'next' | 'problem' | 'live' | 'played' | 'missing' | 'failed' | 'outline';

/** A state in a few capital letters. */
export function StatusBadge({ look, children }: { readonly look: BadgeLook; readonly children: ReactNode }) {
  return <span className={`status-badge status-badge-${look}`}>{children}</span>;
}

/** The state of the next item's cue. */
export function CueBadge({ cue }: { readonly cue: 'waiting' | 'opening' | 'cued' | 'failed' }) {
  switch (cue) {
    case 'cued':
      return <StatusBadge look="next">NEXT</StatusBadge>;
    case 'failed':
      return (
        <StatusBadge look="failed">
          <X /> CUE FAILED
        </StatusBadge>
      );
    case 'opening':
      return (
        <StatusBadge look="problem">
          <TriangleAlert /> CUEING
        </StatusBadge>
      );
    case 'waiting':
      return <StatusBadge look="outline">NEXT</StatusBadge>;
  }
}

/** What did air. */
export function PlayedBadge({ children }: { readonly children: ReactNode }) {
  return (
    <StatusBadge look="played">
      <Check /> {children}
    </StatusBadge>
  );
}

/** What can not air because its media is not there. */
export function MissingBadge() {
  return (
    <StatusBadge look="missing">
      <TriangleAlert /> MISSING
    </StatusBadge>
  );
}

/** What was to air and did not. */
export function FailedBadge() {
  return (
    <StatusBadge look="failed">
      <X /> FAILED
    </StatusBadge>
  );
}
