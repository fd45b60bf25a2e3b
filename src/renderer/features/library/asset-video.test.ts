import { describe, expect, it } from 'vitest';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { AssetVideo, type VideoState } from './asset-video.ts';

/** A video element that holds ten seconds, and does what it is told to and no more. */
class ScriptedVideo extends EventTarget {
  currentTime = 0;
  paused = true;
  seeking = false;
  readonly buffered = { length: 1, start: () => 0, end: () => 10 };
  #onFrame: VideoFrameRequestCallback | null = null;

  requestVideoFrameCallback(onFrame: VideoFrameRequestCallback): number {
    this.#onFrame = onFrame;
    return 1;
  }

  /** Brings the picture of a time into sight. */
  show(mediaTime: number): void {
    this.#onFrame?.(0, { mediaTime } as VideoFrameCallbackMetadata);
  }

  /** Ends a seek. */
  arrive(): void {
    this.seeking = false;
    this.dispatchEvent(new Event('seeked'));
  }
}

function watched() {
  const video = new ScriptedVideo();
  const states: VideoState[] = [];
  const asset = {
    rate: parseFrameRate('25/1'),
    length: frames(250),
    hasSound: true,
    readPart: () => Promise.reject(new Error('Nothing is asked for')),
  };
  const events = { onFrame: () => undefined, onEnded: () => undefined, onState: (state: VideoState) => states.push(state) };
  return { video, states, player: new AssetVideo(video as unknown as HTMLVideoElement, asset, events) };
}

describe('the picture at the playhead', () => {
  it('is shown when it came into sight before the element said that it had arrived there', () => {
    const { video, states, player } = watched();
    video.seeking = true;
    player.follow({ playhead: frames(0), speed: 0 });
    video.show(0);
    expect(states).toEqual([]);
    video.arrive();
    expect(states).toEqual(['shown']);
  });

  it('is not shown while another one is in sight', () => {
    const { video, states, player } = watched();
    video.show(0);
    video.seeking = true;
    player.follow({ playhead: frames(5), speed: 0 });
    video.arrive();
    expect(states).toEqual([]);
    video.show(0.2);
    expect(states).toEqual(['shown']);
  });
});
