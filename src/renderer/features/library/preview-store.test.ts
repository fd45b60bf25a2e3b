import { beforeEach, describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { sampleAsset } from './asset.fixture.ts';
import { withIn } from './marks.ts';
import { hasUnsavedMarks, nextSpeed, usePreviewStore } from './preview-store.ts';

const preview = () => usePreviewStore.getState();

describe('the player', () => {
  beforeEach(() => preview().open(sampleAsset({ id: `${Math.random()}` })));

  it('stays inside the asset', () => {
    preview().seek(1000);
    expect(preview().playhead).toBe(99);
    preview().seek(-3);
    expect(preview().playhead).toBe(0);
  });

  it('takes marks back one by one, and knows which the station does not have', () => {
    preview().mark((marks) => withIn(marks, frames(10)));
    preview().mark((marks) => withIn(marks, frames(20)));
    preview().undo();
    expect(preview().marks.inFrame).toBe(10);
    expect(hasUnsavedMarks(preview())).toBe(true);
    preview().undo();
    preview().undo();
    expect(hasUnsavedMarks(preview())).toBe(false);
  });

  it('keeps unsaved marks while another asset is looked at', () => {
    preview().open(sampleAsset({ id: 'one' }));
    preview().mark((marks) => withIn(marks, frames(10)));
    preview().open(sampleAsset({ id: 'two' }));
    expect(preview().marks.inFrame).toBeNull();
    expect([...preview().left.keys()]).toEqual(['one']);
    preview().open(sampleAsset({ id: 'one' }));
    expect([preview().marks.inFrame, preview().left.size]).toEqual([10, 0]);
    preview().open(sampleAsset({ id: 'one', revision: 2 }));
    expect(preview().marks.inFrame).toBe(10);
    preview().revert();
  });

  it('plays faster with each press the same way', () => {
    expect([nextSpeed(0, 1), nextSpeed(1, 1), nextSpeed(8, 1), nextSpeed(4, -1), nextSpeed(-2, -1)]).toEqual([1, 2, 8, -1, -4]);
  });
});
