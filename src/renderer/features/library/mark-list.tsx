import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { frameLengthText } from '../../ui/time-text.ts';
import { denied, useDenial } from '../session/index.ts';
import { useAssetStore } from './asset-store.ts';
import { type Marks, openSuggestions, withBreaks, withoutBreak } from './marks.ts';
import { usePreviewStore } from './preview-store.ts';

/** Every mark with its timecode: gone to by a press, taken away by its cross; suggestions taken up or refused, one by one or all. */
export function MarkList({ asset, rate }: { readonly asset: MarkedAsset; readonly rate: FrameRate }) {
  const { client } = useStation();
  const { marks, length, mark } = usePreviewStore();
  const refuseSuggestions = useAssetStore((state) => state.refuseSuggestions);
  const denial = useDenial('scheduler');
  const suggestions = openSuggestions(asset.suggestedBreaks, marks);
  const frameOf = ({ atFrame }: { readonly atFrame: Frames }) => atFrame;
  const chapters = asset.chapters.map(frameOf).filter((at) => at > 0 && !marks.breaks.includes(at));
  const accept = (at: readonly Frames[]) => mark((before) => withBreaks(before, at, length));
  const refuse = (at: readonly Frames[]) => void refuseSuggestions(client.calls, at);
  const line = { rate };
  return (
    <>
      <ul className="mark-list" aria-label="Marks">
        {marks.inFrame !== null && <MarkLine {...line} name="IN" at={marks.inFrame} without={(before) => ({ ...before, inFrame: null })} />}
        {marks.breaks.map((at) => (
          <MarkLine key={at} {...line} name="BREAK" at={at} without={(before) => withoutBreak(before, at)} />
        ))}
        {marks.outFrame !== null && (
          <MarkLine {...line} name="OUT" at={frames(marks.outFrame - 1)} without={(before) => ({ ...before, outFrame: null })} />
        )}
      </ul>
      {suggestions.length > 0 && (
        <div className="suggestions">
          <span>{suggestions.length === 1 ? '1 break suggested' : `${suggestions.length} breaks suggested`}</span>
          <Button tone="plain" icon={<Check />} onClick={() => accept(suggestions.map(frameOf))}>
            Take all
          </Button>
          <Button tone="quiet" icon={<X />} {...denied(denial)} onClick={() => refuse(suggestions.map(frameOf))}>
            Refuse all
          </Button>
          <ul aria-label="Suggested breaks">
            {suggestions.map(({ atFrame, origin }) => (
              <li key={atFrame}>
                <Jump at={atFrame} rate={rate} name={origin === 'chapters' ? 'chapter' : 'black + silence'} />
                <IconButton name="Take the suggestion" icon={<Check />} onPress={() => accept([atFrame])} />
                <IconButton name="Refuse the suggestion" icon={<X />} onPress={() => refuse([atFrame])} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {chapters.length > 0 && suggestions.length === 0 && (
        <Button tone="quiet" icon={null} onClick={() => accept(chapters)}>
          Make breaks of {chapters.length} chapters
        </Button>
      )}
    </>
  );
}

interface MarkLineProps {
  readonly name: string;
  readonly at: Frames;
  readonly rate: FrameRate;
  readonly without: (marks: Marks) => Marks;
}

function MarkLine({ name, at, rate, without }: MarkLineProps) {
  const mark = usePreviewStore((state) => state.mark);
  return (
    <li>
      <Jump at={at} rate={rate} name={name} />
      <IconButton name={`Remove ${name}`} icon={<X />} onPress={() => mark(without)} />
    </li>
  );
}

function Jump({ at, rate, name }: { readonly at: Frames; readonly rate: FrameRate; readonly name: string }) {
  const seek = usePreviewStore((state) => state.seek);
  return (
    <button type="button" className="mark-jump" onClick={() => seek(at)}>
      <span className="caption">{name}</span> {frameLengthText(at, rate)}
    </button>
  );
}

function IconButton({ name, icon, onPress }: { readonly name: string; readonly icon: ReactNode; readonly onPress: () => void }) {
  return (
    <button type="button" className="rail-remove" aria-label={name} title={name} onClick={onPress}>
      {icon}
    </button>
  );
}
