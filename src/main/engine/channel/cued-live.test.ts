import { describe, expect, it } from 'vitest';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { rundownItem } from '../../domain/playout/rundown.arbitrary.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { Producer, SourceFailure } from '../producers/producer.ts';
import { CuedLive } from './cued-live.ts';
import { LiveFeed } from './live-feed.ts';
import { Stage } from './stage.ts';

const ITEM = rundownItem('council', 0, 1000, { source: { type: 'live', inputId: 'studio' } });
const LOST: SourceFailure = { reason: 'input-lost', detail: 'the source is gone' };
/** Frames for which the last picture of a live source is held: 1.4 s. */
const HELD = 35;

/** A source that comes or does not, as the test says. */
class ScriptedSource implements Producer {
  failure: SourceFailure | null = null;
  comes: boolean;
  isClosed = false;

  constructor(comes: boolean) {
    this.comes = comes;
  }

  get state(): Producer['state'] {
    if (this.failure !== null) return 'failed';
    return this.comes ? 'cued' : 'opening';
  }

  pictureAt(): PictureFrame | null {
    return this.comes && this.failure === null ? (this as unknown as PictureFrame) : null;
  }

  soundAt(): void {}

  isSpentAt(): boolean {
    return this.failure !== null;
  }

  picturesFrom(): number {
    return this.comes ? Number.POSITIVE_INFINITY : 0;
  }

  changed(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

const RATE = parseFrameRate('25/1');

function inputThat(comes: boolean) {
  const sources: ScriptedSource[] = [];
  const input = { isComing: comes, isStable: false };
  const opener = {
    open: (): Producer => {
      sources.push(new ScriptedSource(input.isComing));
      return sources.at(-1) as ScriptedSource;
    },
    close: (producer: Producer) => producer.close(),
    isComing: () => input.isComing,
    isStable: () => input.isStable,
  };
  return { sources, input, opener };
}

function liveItem(comes: boolean) {
  const { sources, input, opener } = inputThat(comes);
  const live = new CuedLive(ITEM, new LiveFeed(ITEM, 'studio', opener, RATE));
  const look = (times: number) => {
    for (let time = 0; time < times; time += 1) live.feed.tend();
  };
  /** Asks for the frames of a stretch: which of them had a picture. */
  const shown = (from: number, until: number) => Array.from({ length: until - from }, (_, index) => live.pictureAt(from + index) !== null);
  return { live, sources, input, look, shown };
}

describe('CuedLive', () => {
  it('airs a source that was not there when its time came as soon as it comes, and says what was wrong', () => {
    const { live, sources, shown } = liveItem(false);
    expect([live.state, live.failure]).toEqual(['opening', null]);
    expect(shown(0, 100)).not.toContain(true);
    expect(live.failure).toMatchObject({ reason: 'input-lost' });
    (sources[0] as ScriptedSource).comes = true;
    expect(shown(100, 110)).not.toContain(false);
    expect(live.failure).toMatchObject({ reason: 'input-lost' });
  });

  it('goes on with a source that stays away for no longer than its last picture is held', () => {
    const { live, sources, shown } = liveItem(true);
    shown(0, 50);
    (sources[0] as ScriptedSource).comes = false;
    expect(shown(50, 50 + HELD - 1)).not.toContain(true);
    expect(live.state).toBe('cued');
    (sources[0] as ScriptedSource).comes = true;
    expect(shown(50 + HELD - 1, 100)).not.toContain(false);
  });

  it('leaves one that was away for longer until it is stable, even when pictures are there', () => {
    const { live, sources, input, look, shown } = liveItem(true);
    shown(0, 50);
    (sources[0] as ScriptedSource).comes = false;
    shown(50, 50 + HELD);
    (sources[0] as ScriptedSource).comes = true;
    look(20);
    expect(shown(100, 150)).not.toContain(true);
    expect([live.picturesFrom(150), live.isSpentAt(150)]).toEqual([0, true]);
    input.isStable = true;
    look(1);
    expect(shown(150, 200)).not.toContain(false);
  });

  it('opens a source anew once it is back, at most once a second, on air and ahead of it', () => {
    const { live, sources, input, look, shown } = liveItem(true);
    input.isComing = false;
    (sources[0] as ScriptedSource).failure = LOST;
    look(50);
    expect(sources).toHaveLength(1);
    input.isComing = true;
    look(4);
    expect([sources.length, sources[0]?.isClosed, live.state]).toEqual([2, true, 'cued']);
    expect(shown(0, 10)).not.toContain(false);
    (sources[1] as ScriptedSource).failure = { reason: 'decoder-lost', detail: 'it crashed' };
    look(3);
    expect(sources).toHaveLength(3);
    (sources[2] as ScriptedSource).failure = LOST;
    look(3);
    expect(sources).toHaveLength(3);
    expect(live.failure).toEqual(LOST);
  });

  it('shares the source with the item right after it, which closes it, and tells of no trouble but its own', async () => {
    const { sources, opener } = inputThat(true);
    const stage = new Stage(opener as unknown as ConstructorParameters<typeof Stage>[0], RATE);
    const next = { ...ITEM, id: 'council-2', startFrame: frames(1000) };
    const elsewhere = { ...next, id: 'later', startFrame: frames(2001) };
    const first = stage.require({ ...ITEM, durationFrames: frames(500) }, frames(0));
    stage.require(ITEM, frames(0));
    stage.cue([ITEM], [next]);
    const second = stage.require(next, frames(0));
    expect(sources).toHaveLength(1);
    (sources[0] as ScriptedSource).comes = false;
    expect(first.pictureAt(999)).toBeNull();
    (sources[0] as ScriptedSource).comes = true;
    expect(second.pictureAt(0)).not.toBeNull();
    expect([first.failure?.reason, second.failure]).toEqual(['input-lost', null]);
    stage.cue([next], [elsewhere]);
    expect([sources.length, sources[0]?.isClosed]).toEqual([2, false]);
    stage.cue([elsewhere], []);
    await second.changed();
    expect(sources.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });
});
