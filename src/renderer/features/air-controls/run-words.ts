import { type FrameRate, frameDueAt } from '../../../shared/time/index.ts';
import type { CommandRun } from '../../commands/index.ts';
import { refusalWords } from '../../station-client/index.ts';
import { frameTimeOfDay } from '../../ui/time-text.ts';

/** How a command's last run went, in words: pending, done with the frame, or refused with the reason; empty when it was never given. */
export function runWords(run: CommandRun, rate: FrameRate, zone: string): string {
  switch (run.state) {
    case 'never':
      return '';
    case 'pending':
      return 'Pending…';
    case 'done':
      return run.frame === null ? 'Done' : `Done at ${frameTimeOfDay(run.frame, rate, zone)}`;
    case 'refused':
      return `Refused. ${refusalWords(run.code)}`;
  }
}

/** The frame's number for the hover text of a done command; empty otherwise. */
export function runDetail(run: CommandRun, rate: FrameRate): string {
  if (run.state !== 'done' || run.frame === null) return '';
  return `Frame ${run.frame} of the channel, ${new Date(frameDueAt(run.frame, rate)).toISOString()}`;
}
