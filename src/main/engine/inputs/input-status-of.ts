import type { Input, InputStatus } from '../../../shared/engine-protocol/index.ts';
import type { Health } from './input-health.ts';
import type { InputPicture } from './input-picture.ts';

/** The status of an input: by how it comes, or `idle` while nothing does. */
export function inputStatusOf(
  input: Input,
  health: Health,
  picture: InputPicture,
  idle: Pick<InputStatus, 'state' | 'detail'>,
): InputStatus {
  const { id, name, type } = input;
  const { bitrateKbps, secondsStable, isHeard } = health;
  const isUnderstood = isHeard && picture.facts !== null;
  const coming = secondsStable >= input.stableAfterSeconds ? 'stable' : 'receiving';
  return {
    ...{ id, name, type },
    ...(isUnderstood ? { state: coming, detail: '' } : idle),
    ...{ bitrateKbps, secondsStable: isUnderstood ? secondsStable : 0 },
    picture: picture.facts?.picture ?? null,
    hasSound: picture.facts?.hasSound ?? false,
    thumbnailAgeMs: picture.thumbnailAgeMs,
  };
}
