import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import { type FrameRate, type Milliseconds, msToFrames } from '../../../shared/time/index.ts';
import { Rotation, type RotationRules } from './rotation.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

/** The turns that a plan is made of, one for each place that an item can stand in. */
export interface Rotations {
  readonly programmes: Rotation;
  readonly bumpers: Rotation;
  readonly spots: Rotation;
  /** Promos and public service announcements share one place in the break. */
  readonly promos: Rotation;
  readonly stationIds: Rotation;
  /** Whatever may air, for a station that has no programme. */
  readonly everything: Rotation;
}

/** Sorts what may air into its turns. Only the programmes have a cooldown: the rest is made to come again and again. */
export function makeRotations(request: {
  readonly assets: readonly SchedulableAsset[];
  readonly rate: FrameRate;
  readonly shortest: Milliseconds;
  readonly cooldown: Milliseconds;
}): Rotations {
  const freely: RotationRules = { rate: request.rate, shortest: request.shortest, cooldown: null };
  const spaced: RotationRules = { ...freely, cooldown: msToFrames(request.cooldown, request.rate) };
  const ofKinds = (...kinds: readonly AssetKind[]) => request.assets.filter((asset) => kinds.includes(asset.kind));
  const programmes = new Rotation(ofKinds('programme'), spaced);
  return {
    programmes,
    bumpers: new Rotation(ofKinds('bumper'), freely),
    spots: new Rotation(ofKinds('commercial'), freely),
    promos: new Rotation(ofKinds('promo', 'psa'), freely),
    stationIds: new Rotation(ofKinds('station-id'), freely),
    everything: new Rotation(programmes.isEmpty ? request.assets : [], spaced),
  };
}
