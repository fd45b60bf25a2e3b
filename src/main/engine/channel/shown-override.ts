import { type EngineStatus, type Landing, type Override, RETURN_POLICIES, type Rundown } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { land } from '../../domain/playout/index.ts';

/** What stands over the schedule as consoles get it, with where each way back would land on `frame`. */
export function shownOverride(override: Override | null, rundown: Rundown, frame: Frames): EngineStatus['override'] {
  if (override === null) return null;
  const { passed: _passed, ...shown } = override;
  const landings = RETURN_POLICIES.map((policy): Landing => {
    const { item } = land(policy, rundown, override, frame);
    if (item === null) return { policy, item: null, offsetFrames: frames(0) };
    const { id, title, kind, startFrame, durationFrames } = item;
    return { policy, item: { id, title, kind, startFrame, durationFrames }, offsetFrames: frames(frame - startFrame) };
  });
  return { ...shown, landings };
}
