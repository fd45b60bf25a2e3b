import { ChevronFirst, ChevronLast, Pause, Play, Rewind, Scissors, StepBack, StepForward, Undo2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { framesToMs, parseFrameRate } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { frameLengthText } from '../../ui/time-text.ts';
import { denied, useDenial } from '../session/index.ts';
import { useAssetStore } from './asset-store.ts';
import { MarkList } from './mark-list.tsx';
import { withBreaks, withIn, withLast } from './marks.ts';
import { PreviewPicture } from './preview-picture.tsx';
import { hasUnsavedMarks, nextSpeed, usePreviewStore } from './preview-store.ts';
import { ScrubBar } from './scrub-bar.tsx';
import { useAssetVideo } from './use-asset-video.ts';
import { usePlayheadMotion } from './use-playhead-motion.ts';
import './asset-preview.css';

/** The player: picture, timecode in the asset's own rate, the bar to scrub on, and the marks. */
export function AssetPreview({ asset }: { readonly asset: MarkedAsset }) {
  const rate = parseFrameRate(asset.media.frameRate ?? '25');
  const { playhead, length } = usePreviewStore();
  const video = useRef<HTMLVideoElement>(null);
  const videoState = useAssetVideo(video, asset);
  usePlayheadMotion(rate, videoState);
  return (
    <section className="asset-preview" aria-label="Player">
      <PreviewPicture asset={asset} at={framesToMs(playhead, rate)} video={video} videoState={videoState} />
      <div className="preview-times">
        <output aria-label="Position">{frameLengthText(playhead, rate)}</output>
        <span>{frameLengthText(length, rate)}</span>
      </div>
      <ScrubBar asset={asset} rate={rate} />
      <TransportKeys />
      <MarkList asset={asset} rate={rate} />
      <UnsavedMarks />
    </section>
  );
}

function TransportKeys() {
  const { playhead, speed, length, seek, setSpeed, mark } = usePreviewStore();
  const denial = useDenial('scheduler');
  return (
    <div className="preview-keys">
      <Key name="To the start" icon={<ChevronFirst />} denial={null} onPress={() => seek(0)} />
      <Key name="Play backwards (J)" icon={<Rewind />} denial={null} onPress={() => setSpeed(nextSpeed(speed, -1))} />
      <Key name="One frame back (,)" icon={<StepBack />} denial={null} onPress={() => seek(playhead - 1)} />
      {speed === 0 ? (
        <Key name="Play (L)" icon={<Play />} denial={null} onPress={() => setSpeed(1)} />
      ) : (
        <Key name="Pause (K)" icon={<Pause />} denial={null} onPress={() => setSpeed(0)} />
      )}
      <Key name="One frame on (.)" icon={<StepForward />} denial={null} onPress={() => seek(playhead + 1)} />
      <Key name="To the end" icon={<ChevronLast />} denial={null} onPress={() => seek(length - 1)} />
      {speed !== 0 && <span className="preview-speed">{speed}×</span>}
      <span className="preview-mark-keys">
        <Key name="Set in point (I)" icon="IN" denial={denial} onPress={() => mark((marks) => withIn(marks, playhead))} />
        <Key name="Set out point (O)" icon="OUT" denial={denial} onPress={() => mark((marks) => withLast(marks, playhead, length))} />
        <Key
          name="Set break (B)"
          icon={<Scissors />}
          denial={denial}
          onPress={() => mark((marks) => withBreaks(marks, [playhead], length))}
        />
      </span>
    </div>
  );
}

interface KeyProps {
  readonly name: string;
  readonly icon: ReactNode;
  /** Why it is grey; null when it is not. */
  readonly denial: string | null;
  readonly onPress: () => void;
}

function Key({ name, icon, denial, onPress }: KeyProps) {
  return (
    <button type="button" className="preview-key" aria-label={name} title={name} {...denied(denial)} onClick={onPress}>
      {icon}
    </button>
  );
}

function UnsavedMarks() {
  const { client } = useStation();
  const { isSaving, saveMarks } = useAssetStore();
  const denial = useDenial('scheduler');
  const { marks, saved, past, left, undo, revert } = usePreviewStore();
  const isUnsaved = hasUnsavedMarks({ marks, saved });
  if (!isUnsaved && left.size === 0) return null;
  return (
    <div className="unsaved-marks" role="status">
      {isUnsaved ? (
        <b>Marks not saved</b>
      ) : (
        <span>Unsaved marks wait in {left.size === 1 ? 'another asset' : `${left.size} other assets`}</span>
      )}
      {isUnsaved && (
        <>
          <Button tone="primary" icon={null} disabled={isSaving} {...denied(denial)} onClick={() => void saveMarks(client.calls, marks)}>
            Save marks
          </Button>
          <Button tone="quiet" icon={<Undo2 />} disabled={past.length === 0} onClick={undo}>
            Undo
          </Button>
          <Button tone="quiet" icon={null} onClick={revert}>
            Revert
          </Button>
        </>
      )}
    </div>
  );
}
