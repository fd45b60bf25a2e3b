import { FolderPlus } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { StationMark } from '../../ui/station-mark.tsx';
import { DemoOffer } from './demo-offer.tsx';
import './first-run-card.css';

/** Shown on air's place for the rundown while the library is empty: the way from the slate to a channel. */
export function FirstRunCard({ onAddFolder }: { readonly onAddFolder: () => void }) {
  return (
    <section className="first-run" aria-label="First steps">
      <StationMark size={44} />
      <h2>Your station is on air</h2>
      <p>It shows its slate until there is something to play. Give it media and it plays on, day and night, by itself.</p>
      <ol>
        <li>
          <h3>Your own media</h3>
          <p>Choose a folder. Folders named programmes, spots, promos, bumpers or idents tell what is in them.</p>
          <Button tone="primary" icon={<FolderPlus />} onClick={onAddFolder}>
            Add a folder…
          </Button>
        </li>
        <li>
          <h3>Nothing at hand?</h3>
          <p>A small set of programmes, spots and idents is made on this machine in a minute or two.</p>
          <DemoOffer />
        </li>
      </ol>
    </section>
  );
}
