import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { rundownItem } from '../../domain/playout/rundown.arbitrary.ts';
import { type Airing, beginAiring, countFrame, endedEvidence } from './airing.ts';

const planned = { reason: 'as-planned', cause: 'schedule' } as const;
const item = rundownItem('a', 100, 50);
const shortFile = { reason: 'media-short', detail: '' } as const;

function after(airing: Airing, shown: readonly ('item' | 'held' | 'filler' | 'slate')[]): Airing {
  return shown.reduce(countFrame, airing);
}

describe('endedEvidence', () => {
  it('calls an item aired when it ran to its time', () => {
    expect(endedEvidence(beginAiring(item, frames(100), planned), frames(150), null, null)).toEqual({
      type: 'item-ended',
      airingId: 'a@100',
      frame: 150,
      heldFrames: 0,
      slatedFrames: 0,
      outcome: 'aired',
      reason: 'as-planned',
      cause: 'schedule',
    });
  });

  it('calls it partial when it was cut, filled or joined late, and says why', () => {
    const airing = beginAiring(item, frames(100), planned);
    const taken = { reason: 'operator-take', cause: 'anna' } as const;
    expect(endedEvidence(airing, frames(120), taken, null)).toMatchObject({ outcome: 'partial', ...taken });
    const filled = after(airing, ['item', 'held', 'slate', 'filler']);
    expect(endedEvidence(filled, frames(150), null, shortFile)).toMatchObject({
      outcome: 'partial',
      reason: 'media-short',
      heldFrames: 1,
      slatedFrames: 2,
    });
    const late = beginAiring(item, frames(120), { reason: 'joined-in-progress', cause: 'engine' });
    expect(endedEvidence(late, frames(150), null, null)).toMatchObject({ outcome: 'partial', reason: 'joined-in-progress' });
  });

  it('calls it failed when nothing of it was seen', () => {
    const nothing = after(beginAiring(item, frames(100), planned), ['slate', 'slate']);
    expect(endedEvidence(nothing, frames(102), null, { reason: 'media-missing', detail: '' })).toMatchObject({
      outcome: 'failed',
      reason: 'media-missing',
    });
  });

  it('says that pictures came too late where their source suffered nothing', () => {
    const opening = after(beginAiring(item, frames(100), planned), ['held', 'slate']);
    const late = { reason: 'pictures-late', cause: 'engine' } as const;
    expect(endedEvidence(opening, frames(102), { reason: 'operator-take', cause: 'anna' }, null)).toMatchObject({
      outcome: 'failed',
      ...late,
    });
    const hung = after(beginAiring(item, frames(100), planned), ['item', 'held']);
    expect(endedEvidence(hung, frames(150), null, null)).toMatchObject({ outcome: 'aired', ...late });
  });

  it('never calls failed what nobody planned', () => {
    const gap = after(beginAiring(null, frames(0), { reason: 'nothing-scheduled', cause: 'engine' }), ['slate']);
    expect(endedEvidence(gap, frames(1), null, null)).toMatchObject({ outcome: 'aired', reason: 'nothing-scheduled' });
  });
});
