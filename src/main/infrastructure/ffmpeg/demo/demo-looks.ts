import type { Caption, Colour, Music, Palette, Shape, StoredPicture } from './demo-clip.ts';

/** The pictures that clips are stored as: a channel has to fit all of them. */
export const STORED = {
  hd: { width: 1280, height: 720, rate: '25', sar: '1' },
  film: { width: 960, height: 540, rate: '24', sar: '1' },
  ntsc: { width: 1280, height: 720, rate: '30000/1001', sar: '1' },
  /** Wide-screen PAL: 720 pixels that are wider than they are high. */
  pal: { width: 720, height: 576, rate: '25', sar: '64/45' },
  smooth: { width: 640, height: 360, rate: '50', sar: '1' },
} as const satisfies Record<string, StoredPicture>;

/** The colours of the set. */
export const PALETTES = {
  dusk: { ground: '0x0b1d51', middle: '0x723cc1', light: '0xf2827b' },
  sea: { ground: '0x052b3f', middle: '0x0f7f86', light: '0x9be0c3' },
  ember: { ground: '0x2a0a18', middle: '0xb3322c', light: '0xf6b24a' },
  moss: { ground: '0x0e2a1f', middle: '0x3d8b4f', light: '0xe9d985' },
  night: { ground: '0x070b1a', middle: '0x1f3a7a', light: '0x7f6ad6' },
} as const satisfies Record<string, Palette>;

/** Paper white and ink, for text. */
export const PAPER: Colour = '0xfaf6ef';
export const INK: Colour = '0x1b1b22';

const D_MINOR_NINTH = [50, 57, 60, 64, 65];
const B_FLAT_MAJOR = [46, 53, 58, 62, 69];
const F_MAJOR = [53, 57, 60, 64, 67];
const C_SUSPENDED = [48, 55, 60, 62, 67];
const E_MINOR = [52, 55, 59, 62, 66];
const G_MAJOR = [43, 55, 59, 62, 69];
const A_MINOR = [45, 52, 57, 60, 64];

/** The music of the set. */
export const MUSIC = {
  calm: { chords: [D_MINOR_NINTH, B_FLAT_MAJOR, F_MAJOR, C_SUSPENDED], secondsPerChord: 5, gainDb: -0.9 },
  bright: { chords: [G_MAJOR, E_MINOR, C_SUSPENDED, F_MAJOR], secondsPerChord: 2, gainDb: -0.7 },
  deep: { chords: [A_MINOR, F_MAJOR, C_SUSPENDED, E_MINOR], secondsPerChord: 6, gainDb: -0.7 },
  sting: { chords: [F_MAJOR, C_SUSPENDED], secondsPerChord: 3, gainDb: 0.5 },
} as const satisfies Record<string, Music>;

/** The opening of a programme: its title, a line that grows under it, and a line about it. */
export function titleCard(
  title: string,
  about: string,
  accent: Colour,
): { readonly captions: readonly Caption[]; readonly shapes: readonly Shape[] } {
  const seen = { x: 96, colour: PAPER, toSecond: 6.5 };
  return {
    captions: [
      { ...seen, text: title, size: 68, y: 500, fromSecond: 0.8 },
      { ...seen, text: about, size: 30, y: 612, fromSecond: 1.4 },
    ],
    // The scrim sinks away when the title has gone. The line slides in from beyond the left edge and leaves the same way.
    shapes: [
      { form: 'scrim', width: 1280, height: 360, colour: '0x000000', x: '640', y: '540+400*pow(clip((t-6)/1.5,0,1),2)' },
      { form: 'panel', width: 240, height: 4, colour: accent, x: '216-340*pow(1-clip(min(t-0.8,6.5-t)/0.8,0,1),3)', y: '592' },
    ],
  };
}

/** A line in the middle of the picture. */
export function centred(text: string, size: number, y: number, colour: Colour, seen: readonly [from: number, to: number]): Caption {
  return { text, size, colour, x: null, y, fromSecond: seen[0], toSecond: seen[1] };
}
