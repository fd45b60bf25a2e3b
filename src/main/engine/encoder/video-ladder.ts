import type { VideoSettings } from './video-arguments.ts';

/**
 * The settings to encode with, best first: what was chosen, then x264 at the same speed and bitrate with nothing that it could refuse. One that is
 * lost makes way for the one after it.
 */
export function videoLadder(chosen: VideoSettings): readonly [VideoSettings, ...VideoSettings[]] {
  const safe: VideoSettings = { ...chosen, encoder: 'x264', tune: '', profile: '' };
  const isSafe = chosen.encoder === 'x264' && chosen.tune === '' && chosen.profile === '';
  return isSafe ? [chosen] : [chosen, safe];
}
