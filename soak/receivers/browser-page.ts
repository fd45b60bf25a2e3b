import type Hls from 'hls.js';
import type { Fragment } from 'hls.js';

/** A picture that the browser showed: its time in the player, what the player says of it, and what it shows, in grey. */
export interface ShownPicture {
  /** On the player's timeline, in microseconds. */
  readonly mediaMicroseconds: number;
  /** When it was shown, in milliseconds by a clock that never steps; its zero means nothing. */
  readonly shownAtMs: number;
  /** The instant that the programme date-time gives it, in milliseconds since 1970; null when the player has none. */
  readonly dateMs: number | null;
  /** Counts the discontinuities before it. */
  readonly continuity: number;
  readonly width: number;
  readonly height: number;
  /** The luma of its pixels, row by row, in base64. */
  readonly luma: string;
}

/** What the player has to tell. */
export interface PageNews {
  /** What the player complained about, all in all. */
  readonly errors: readonly string[];
  /** Times that the player gave up for want of an answer, and was told to try again. */
  readonly revivals: number;
  /** Times that the picture stood still for want of data, and that the player jumped, once it played. */
  readonly stalls: number;
  readonly jumps: number;
  /** The heights of the levels that were switched to, in turn. */
  readonly levels: readonly number[];
  /** What can be chosen: heights, with the bits a second that the list asks for. */
  readonly choice: readonly { readonly height: number; readonly bitrate: number }[];
  readonly playedSeconds: number;
}

/** The player in the page, as the other side sees it. */
export interface PagePlayer {
  tell(): PageNews;
  /** Has the player go to the level of this height with the next segment; null: where it likes. */
  goTo(height: number | null): void;
  /** Where a moment of the player's timeline (in seconds) lies. */
  placeOf(seconds: number): Pick<ShownPicture, 'dateMs' | 'continuity'>;
}

declare global {
  interface Window {
    player: PagePlayer;
    /** The pictures that were shown since it was asked last. */
    takePictures(): readonly ShownPicture[];
  }
}

/** Runs inside the page, so it may use nothing from outside itself: plays an address with hls.js. */
export function playInPage(address: string): void {
  const HlsPlayer = (window as unknown as { Hls: typeof Hls }).Hls;
  const video = document.querySelector('video') as HTMLVideoElement;
  const hls = new HlsPlayer();
  const errors: string[] = [];
  const levels: number[] = [];
  const buffered: Fragment[] = [];
  let [stalls, jumps, revivals] = [0, 0, 0];
  const hasPlayed = (): boolean => video.played.length > 0 && video.currentTime > video.played.start(0) + 1;
  // It enters a live stream where it likes, and seeks to the first picture it has: no fault of the stream.
  hls.on(HlsPlayer.Events.ERROR, (_, { details, fatal, type }) => {
    if (fatal || hasPlayed()) errors.push(`${fatal ? 'fatal ' : ''}${details} at ${video.currentTime.toFixed(1)} s`);
    if (!fatal || type !== HlsPlayer.ErrorTypes.NETWORK_ERROR) return;
    // A page is to tell it to load on, as its documentation has it: by itself it would stand still for ever.
    revivals += 1;
    setTimeout(() => (hls.levels.length === 0 ? hls.loadSource(address) : hls.startLoad()), 1000);
  });
  hls.on(HlsPlayer.Events.LEVEL_SWITCHED, (_, { level }) => levels.push(hls.levels[level]?.height ?? 0));
  hls.on(HlsPlayer.Events.FRAG_BUFFERED, (_, { frag }) => {
    buffered.push(frag as Fragment);
    if (buffered.length > 200) buffered.shift();
  });
  video.addEventListener('waiting', () => {
    if (hasPlayed()) stalls += 1;
  });
  video.addEventListener('seeking', () => {
    if (hasPlayed()) jumps += 1;
  });
  window.player = {
    tell() {
      const { played } = video;
      const playedSeconds = [...Array(played.length).keys()].reduce((sum, index) => sum + played.end(index) - played.start(index), 0);
      return {
        errors,
        stalls,
        jumps,
        revivals,
        levels,
        choice: hls.levels.map(({ height, bitrate }) => ({ height, bitrate })),
        playedSeconds,
      };
    },
    goTo(height) {
      hls.nextLevel = height === null ? -1 : hls.levels.findIndex((level) => level.height === height);
    },
    placeOf(seconds) {
      const frag = buffered.findLast(({ start, end }) => start <= seconds + 0.001 && seconds < end + 0.001);
      const startsAt = frag?.programDateTime ?? null;
      return {
        continuity: frag?.cc ?? -1,
        dateMs: frag === undefined || startsAt === null ? null : startsAt + (seconds - frag.start) * 1000,
      };
    },
  };
  hls.loadSource(address);
  hls.attachMedia(video);
  video.play().catch(() => undefined);
}

/** Runs inside the page as well, behind `playInPage`: keeps every picture that is shown until it is taken. */
export function keepPicturesInPage(): void {
  const video = document.querySelector('video') as HTMLVideoElement;
  let kept: ShownPicture[] = [];
  const keep = async (frame: VideoFrame, shownAtMs: number): Promise<void> => {
    const { visibleRect, timestamp } = frame;
    const [width, height] = [visibleRect?.width ?? 0, visibleRect?.height ?? 0];
    const bytes = new Uint8Array(frame.allocationSize());
    const [luma] = await frame.copyTo(bytes);
    frame.close();
    const rows = Array.from({ length: height }, (_, row) => {
      const from = (luma?.offset ?? 0) + row * (luma?.stride ?? width);
      return String.fromCharCode(...bytes.subarray(from, from + width));
    });
    const place = window.player.placeOf(timestamp / 1e6);
    kept.push({ mediaMicroseconds: timestamp, shownAtMs, ...place, width, height, luma: btoa(rows.join('')) });
  };
  const onFrame = (now: number): void => {
    void keep(new VideoFrame(video), now);
    video.requestVideoFrameCallback(onFrame);
  };
  video.requestVideoFrameCallback(onFrame);
  window.takePictures = () => {
    const taken = kept;
    kept = [];
    return taken;
  };
}
