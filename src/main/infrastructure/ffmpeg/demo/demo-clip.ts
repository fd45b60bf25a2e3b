/** A colour as FFmpeg reads it, `0x0b1d51`. */
export type Colour = `0x${string}`;

/** Three colours that go together: the ground, what moves over it, and what lights it. */
export interface Palette {
  readonly ground: Colour;
  readonly middle: Colour;
  readonly light: Colour;
}

/** What fills the picture. */
export type Backdrop =
  | { readonly type: 'plain'; readonly colour: Colour }
  /** Soft fields of colour that drift. `speed` 1 is slow. */
  | { readonly type: 'aurora'; readonly palette: Palette; readonly speed: number }
  /** A way into the Mandelbrot set. */
  | { readonly type: 'zoom' }
  /** Conway's game of life. */
  | { readonly type: 'life'; readonly palette: Palette }
  /** A cellular automaton as a woven cloth. */
  | { readonly type: 'loom'; readonly palette: Palette }
  /** Lissajous figures. */
  | { readonly type: 'figures' };

/** A flat shape that moves; a scrim darkens what is under it, more towards its foot. `x` and `y` are of its centre, in the design's pixels, as expressions of the time `t` in seconds. */
export interface Shape {
  readonly form: 'disc' | 'ring' | 'panel' | 'scrim';
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
  readonly x: string;
  readonly y: string;
}

/** A line of text. `x` is its left edge, or null for the middle of the picture; it is seen from `fromSecond` to `toSecond`. */
export interface Caption {
  readonly text: string;
  readonly size: number;
  readonly colour: Colour;
  readonly x: number | null;
  readonly y: number;
  readonly fromSecond: number;
  readonly toSecond: number;
}

/** Chords that follow each other for ever, softly, with bells above them. Notes are MIDI numbers: 60 is middle C. */
export interface Music {
  readonly chords: readonly (readonly number[])[];
  readonly secondsPerChord: number;
  /** Brings the whole to -23 LUFS (EBU R 128); measured. */
  readonly gainDb: number;
}

/** The picture that a clip is stored as. */
export interface StoredPicture {
  readonly width: number;
  readonly height: number;
  /** Frames a second as FFmpeg reads it. */
  readonly rate: string;
  /** The shape of a pixel. */
  readonly sar: string;
}

/** The folders of a set; a folder's name tells the library what its clips are. */
export type DemoFolder = 'programmes' | 'spots' | 'promos' | 'bumpers' | 'idents' | 'filler';

/** One clip of the demo media: where it goes and what is seen and heard. */
export interface DemoClip {
  readonly folder: DemoFolder;
  readonly title: string;
  readonly seconds: number;
  readonly stored: StoredPicture;
  readonly backdrop: Backdrop;
  readonly shapes: readonly Shape[];
  readonly captions: readonly Caption[];
  readonly music: Music;
}

/** Everything is designed at this size and scaled to the stored one. */
export const DESIGN = { width: 1280, height: 720 } as const;
