import { useRef } from 'react';
import { useDerivedFromNow, useEveryPaint } from '../../ui/use-now.ts';
import { type HeldPeak, heldPeak, isStale, lufsText, meterPart, NO_PEAK } from './meter-scale.ts';
import { useMeterStore } from './meter-store.ts';
import './sound-meters.css';

const CHANNELS = ['L', 'R'] as const;

/** Left and right from -60 to 0 dBFS with their peaks, and loudness after EBU R 128; grey when a second old. */
export function SoundMeters() {
  const isOld = useDerivedFromNow((now) => isStale(useMeterStore.getState().heardAt, now), 200);
  return (
    <section className="sound-meters" data-stale={isOld} aria-label="Sound meters">
      {CHANNELS.map((name, channel) => (
        <LevelBar key={name} name={name} channel={channel as 0 | 1} />
      ))}
      <LoudnessFigures />
    </section>
  );
}

function LevelBar({ name, channel }: { readonly name: string; readonly channel: 0 | 1 }) {
  const bar = useRef<HTMLElement>(null);
  const mark = useRef<HTMLElement>(null);
  const held = useRef<HeldPeak>(NO_PEAK);
  useEveryPaint((now) => {
    const { meters } = useMeterStore.getState();
    if (!meters || !bar.current || !mark.current) return;
    const level = meters.peakDbfs[channel];
    held.current = heldPeak(held.current, level, now);
    bar.current.style.transform = `scaleX(${(1 - meterPart(level)).toFixed(3)})`;
    mark.current.style.left = `${(meterPart(held.current.dbfs) * 100).toFixed(1)}%`;
  });
  return (
    <div className="sound-meter">
      <b>{name}</b>
      <div>
        <i ref={bar} className="sound-meter-cover" />
        <i ref={mark} className="sound-meter-peak" />
      </div>
    </div>
  );
}

function LoudnessFigures() {
  const words = useDerivedFromNow(() => {
    const loudness = useMeterStore.getState().meters?.loudness ?? null;
    return [loudness?.momentary, loudness?.shortTerm, loudness?.integrated].map((lufs) => lufsText(lufs ?? null)).join('|');
  }, 200);
  const [momentary, shortTerm, integrated] = words.split('|');
  return (
    <p className="sound-loudness numerals">
      <span title="Momentary, 0.4 s">M {momentary}</span>
      <span title="Short term, 3 s">S {shortTerm}</span>
      <span title="Integrated, since the hour began">I {integrated}</span>
      <b>LUFS</b>
    </p>
  );
}
