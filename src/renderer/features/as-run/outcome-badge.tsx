import { SkipForward, TriangleAlert, X } from 'lucide-react';
import type { AsRunRow } from '../../../shared/contract/index.ts';
import { PlayedBadge, StatusBadge } from '../../ui/status-badge.tsx';
import { outcomeWord } from './as-run-words.ts';

/** What became of an item: its word with the colour and the form of its state. */
export function OutcomeBadge({ outcome }: { readonly outcome: AsRunRow['outcome'] }) {
  const word = outcomeWord(outcome);
  switch (outcome) {
    case 'aired':
      return <PlayedBadge>{word}</PlayedBadge>;
    case 'failed':
      return (
        <StatusBadge look="failed">
          <X /> {word}
        </StatusBadge>
      );
    case 'missed':
      return <StatusBadge look="missing">{word}</StatusBadge>;
    case 'partial':
      return (
        <StatusBadge look="problem">
          <TriangleAlert /> {word}
        </StatusBadge>
      );
    case 'skipped':
    case 'replaced':
    case 'inserted':
      return (
        <StatusBadge look="outline">
          <SkipForward /> {word}
        </StatusBadge>
      );
  }
}
