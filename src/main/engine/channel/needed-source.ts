import { type Frames, frames } from '../../../shared/time/index.ts';
import { itemAfter } from '../../domain/playout/index.ts';
import type { Producer } from '../producers/producer.ts';
import type { AirDeskHost } from './air-desk-host.ts';
import type { PendingCommand } from './pending-command.ts';
import { landing } from './way-back.ts';

/** What a command airs: null when it is nothing that has to be opened; `index` is the first of its frames to be aired. */
export interface NeededSource {
  readonly producer: Producer | null;
  readonly index: number;
}

/** What a command that waits would air on `frame`. Asking has it opened. */
export function neededSource({ parts: { stage }, state }: AirDeskHost, pending: PendingCommand, frame: Frames): NeededSource {
  if (pending.kind === 'breaking') return { producer: stage.require(pending.item, frames(0)), index: 0 };
  if (pending.kind === 'take') {
    const next = itemAfter(state().rundown, frame);
    return { producer: next === null ? null : stage.find(next), index: 0 };
  }
  const { item } = landing(state(), pending, frame);
  const index = Math.max(frame, pending.from) - (item?.startFrame ?? 0);
  return { producer: item === null ? null : stage.requireFrom(item, frames(index)), index };
}

/** Whether waiting for it is over: its picture is there, or never will be. */
export function isThere({ producer, index }: NeededSource): boolean {
  if (producer === null) return true;
  // Asking lets go of what lies before: time goes on while the producer waits for its turn.
  if (producer.state === 'cued') producer.pictureAt(index);
  return producer.state === 'failed' || producer.isSpentAt(index) || (producer.state === 'cued' && producer.picturesFrom(index) > 0);
}
