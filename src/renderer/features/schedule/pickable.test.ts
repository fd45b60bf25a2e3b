import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { pickableInput, sourceOf, withLiveLength } from './pickable.ts';
import { scheduleItem } from './schedule-item.fixture.ts';

describe('what is picked beside the schedule', () => {
  it('is as long as is said, where it is a live input', () => {
    const asset = { key: 'asset a', title: 'A', durationFrames: frames(10), source: { assetId: 'a' } };
    const input = pickableInput({ id: 'studio', name: 'Studio' }, frames(100));
    expect(withLiveLength([asset, input], frames(250))).toEqual([asset, pickableInput({ id: 'studio', name: 'Studio' }, frames(250))]);
  });

  it('can be an item once more, but not the slate', () => {
    const item = scheduleItem('a', 0, 40);
    expect(sourceOf(item)).toEqual({ assetId: item.assetId });
    expect(sourceOf({ ...item, assetId: null, inputId: 'studio' })).toEqual({ inputId: 'studio', durationFrames: 40 });
    expect(sourceOf({ ...item, assetId: null })).toBeNull();
  });
});
