import { Clapperboard } from 'lucide-react';
import { useEffect } from 'react';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { useDemoStore } from './demo-store.ts';
import './demo-offer.css';

const LOOK_EVERY_MS = 500;

/** Offers to make the demo media, and shows how far their making has come. */
export function DemoOffer() {
  const { client } = useStation();
  const { progress, refusal, start, look } = useDemoStore();
  const isRunning = progress.state === 'running';
  useEffect(() => {
    void look(client.calls);
    if (!isRunning) return;
    const timer = setInterval(() => void look(client.calls), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [client, look, isRunning]);
  return (
    <div className="demo-offer">
      {isRunning ? (
        <DemoProgressBar part={progress.progress} step={progress.step} />
      ) : (
        <Button tone="plain" icon={<Clapperboard />} onClick={() => void start(client.calls)}>
          Make demo media
        </Button>
      )}
      {refusal && <p role="alert">{refusalWords(refusal)}</p>}
      {progress.state === 'failed' && <p role="alert">The demo media could not be made. The station's log says why.</p>}
    </div>
  );
}

function DemoProgressBar({ part, step }: { readonly part: number; readonly step: string }) {
  return (
    <div className="demo-progress" role="status">
      <div className="demo-progress-words">
        <span className="ellipsis">{step === '' ? 'Making demo media…' : step}</span>
        <b>{Math.round(part * 100)} %</b>
      </div>
      <progress value={part} max={1} />
    </div>
  );
}
