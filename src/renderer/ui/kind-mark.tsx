import type { AssetKind } from '../../shared/contract/index.ts';
import './kind-mark.css';

const KIND_NAMES: Readonly<Record<AssetKind, string>> = {
  programme: 'Programme',
  commercial: 'Spot',
  promo: 'Promo',
  bumper: 'Bumper',
  'station-id': 'Station ID',
  psa: 'PSA',
  filler: 'Filler',
  slate: 'Slate',
};

/** The name for people of an asset's kind. */
export function kindName(kind: AssetKind): string {
  return KIND_NAMES[kind];
}

/** An asset's kind: a small square of its colour and its name. */
export function KindMark({ kind }: { readonly kind: AssetKind }) {
  return (
    <span className={`kind-mark kind-${kind}`}>
      <i />
      {kindName(kind)}
    </span>
  );
}
