import { describe, expect, it } from 'vitest';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { scheduleItem } from './schedule-item.fixture.ts';
import { trimEdits } from './trim-edits.ts';

const RATE = parseFrameRate('25/1');
const item = { ...scheduleItem('a', 1000, 250), inFrame: frames(50) };
const edits = (of: typeof item, edge: 'in' | 'out', by: number) => trimEdits(of, edge, frames(by), RATE)?.edits;

describe('trimEdits', () => {
  it('draws the end of an item, and leaves a frame of it', () => {
    expect(edits(item, 'out', -50)).toEqual([{ op: 'trim', itemId: 'a', durationFrames: 200 }]);
    expect(edits(item, 'out', -1000)).toEqual([{ op: 'trim', itemId: 'a', durationFrames: 1 }]);
  });

  it('draws the beginning within the media: what is taken there is lost of the length', () => {
    expect(edits(item, 'in', 25)).toEqual([{ op: 'trim', itemId: 'a', inFrame: 75, durationFrames: 225 }]);
    expect(edits(item, 'in', -1000)).toEqual([{ op: 'trim', itemId: 'a', inFrame: 0, durationFrames: 300 }]);
    expect(edits(item, 'in', 1000)).toEqual([{ op: 'trim', itemId: 'a', inFrame: 299, durationFrames: 1 }]);
  });

  it('moves the start of a fixed item with its beginning', () => {
    expect(edits({ ...item, startMode: 'fixed' }, 'in', 25)?.[1]).toEqual({
      op: 'set-start-mode',
      itemId: 'a',
      startMode: 'fixed',
      at: '2024-01-01T00:00:41.000Z',
    });
  });

  it('gives a live input another length alone: it has no in point', () => {
    expect(edits({ ...item, inputId: 'studio', inFrame: frames(0) }, 'in', 25)).toEqual([{ op: 'trim', itemId: 'a', durationFrames: 225 }]);
  });

  it('changes nothing where nothing was drawn', () => {
    expect(edits(item, 'out', 0)).toBeUndefined();
    expect(edits({ ...item, inFrame: frames(0) }, 'in', -10)).toBeUndefined();
  });
});
