import { Volume2, VolumeX } from 'lucide-react';
import { useRef, useState } from 'react';
import { useDerivedFromNow } from '../../ui/use-now.ts';
import { engineTime, useAirStore } from '../air/index.ts';
import type { PlayerState } from './monitor-player.ts';
import { delayText, pictureDelay } from './picture-delay.ts';
import { SoundMeters } from './sound-meters.tsx';
import { reachableAddress } from './stream-address.ts';
import { useProgrammePlayer } from './use-programme-player.ts';
import './programme-monitor.css';

/** The programme monitor: the encoded stream as a viewer gets it, with the delay it really has. */
export function ProgrammeMonitor() {
  const video = useRef<HTMLVideoElement>(null);
  const [isMuted, setMuted] = useState(true);
  const address = useAirStore(({ air }) => (air?.addresses ? reachableAddress(air.addresses.hls, globalThis.location) : null));
  const { state, pictureAt } = useProgrammePlayer(video, address);
  const delay = useDerivedFromNow((now) => delayText(pictureDelay(engineTime(now), pictureAt())), 250);
  return (
    <section className="monitor" aria-label="Programme monitor">
      <div className="monitor-picture">
        <video ref={video} muted={isMuted} playsInline data-testid="programme-video" />
        {state !== 'playing' && (
          <div className="monitor-words">
            <span>{STATE_WORDS[state]}</span>
          </div>
        )}
      </div>
      <div className="monitor-bar">
        <span className="monitor-label">ENCODED OUTPUT</span>
        <span className="monitor-delay" title="How far this picture is behind the air">
          {delay} behind air
        </span>
        <MuteButton isMuted={isMuted} onToggle={() => setMuted(!isMuted)} />
      </div>
      <SoundMeters />
    </section>
  );
}

const STATE_WORDS: Readonly<Record<PlayerState, string>> = {
  opening: 'Opening the stream…',
  waiting: 'Waiting for the stream…',
  playing: '',
};

function MuteButton({ isMuted, onToggle }: { readonly isMuted: boolean; readonly onToggle: () => void }) {
  return (
    <button type="button" className="monitor-mute" aria-pressed={!isMuted} onClick={onToggle}>
      {isMuted ? <VolumeX /> : <Volume2 />}
      {isMuted ? 'Unmute' : 'Mute'}
    </button>
  );
}
