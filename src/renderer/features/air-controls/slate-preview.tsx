import { useEffect, useState } from 'react';
import type { SlateCard } from '../../../shared/contract/index.ts';
import { type RefusalCode, refusalOf, refusalWords, useStation } from '../../station-client/index.ts';
import { PreviewFrame } from './preview-frame.tsx';

/** The slate in small: its words and colours. */
export function SlatePreview() {
  const { calls } = useStation().client;
  const [card, setCard] = useState<SlateCard | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    calls.air.slate(undefined, { signal: leaving.signal }).then(setCard, (error: unknown) => {
      if (!leaving.signal.aborted) setRefusal(refusalOf(error));
    });
    return () => leaving.abort();
  }, [calls]);
  return (
    <PreviewFrame title="The slate" note={card === null ? '' : extrasOf(card)}>
      {card === null ? <span role="status">{refusal === null ? 'Opening…' : refusalWords(refusal)}</span> : <Card {...card} />}
    </PreviewFrame>
  );
}

function Card({ words, backdrop, accent }: SlateCard) {
  return (
    <div
      className="slate-card"
      data-light={backdrop !== null && isLight(backdrop)}
      style={backdrop === null ? {} : { background: backdrop }}
    >
      <strong>{words}</strong>
      <i style={accent === null ? {} : { background: accent }} />
    </div>
  );
}

/** Whether words on a colour, #RRGGBB, are to be dark. Its luma (BT.709) is held against the middle, as the engine does. */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 133;
}

/** What is on the slate besides, that is not drawn here. */
function extrasOf({ hasLogo, showsClock }: SlateCard): string {
  const extras = [...(hasLogo ? ['logo'] : []), ...(showsClock ? ['clock'] : [])];
  return extras.length === 0 ? '' : `with ${extras.join(' and ')}`;
}
