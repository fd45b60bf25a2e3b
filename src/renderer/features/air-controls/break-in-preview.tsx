import { useBreakIn } from './break-in-store.ts';
import { ClipPreview } from './clip-preview.tsx';
import { LivePreview } from './live-preview.tsx';
import { SlatePreview } from './slate-preview.tsx';
import './break-in-preview.css';

/** What is about to break in, in sight before it is armed and until it airs. */
export function BreakInPreview() {
  const source = useBreakIn((state) => state.source);
  switch (source?.type) {
    case undefined:
      return null;
    case 'clip':
      return <ClipPreview assetId={source.assetId} />;
    case 'live':
      return <LivePreview inputId={source.inputId} />;
    case 'slate':
      return <SlatePreview />;
  }
}
