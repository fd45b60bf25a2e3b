import type { Music } from './demo-clip.ts';

/** Soft sounds hold nothing above; half the work of 48 kHz. */
const DRAWING_RATE = 24_000;
const BELLS_PER_CHORD = 4;

/** The part of the filter graph that plays music for a number of seconds, faded in and out, in stereo at 48 kHz, ending in `[sound]`. */
export function musicGraph(music: Music, seconds: number): string {
  const cycle = music.chords.length * music.secondsPerChord;
  const fade = Math.min(2, seconds / 4);
  // One cycle is computed and then repeated; every voice returns to where it began, so the joint is not heard.
  const loop = `aloop=loop=-1:size=${cycle * DRAWING_RATE}`;
  const space = 'aresample=48000,lowpass=f=6000,aecho=0.8:0.7:180|310:0.25|0.18';
  // The right ear hears everything a little later: wide, and still whole in mono.
  const width = 'pan=stereo|c0=c0|c1=c0,adelay=0|14';
  const fades = `afade=t=in:d=${fade},afade=t=out:st=${seconds - fade}:d=${fade}`;
  return (
    `aevalsrc='${score(music)}':s=${DRAWING_RATE}:d=${cycle},${loop},${space},${width},${fades},volume=${music.gainDb}dB,` +
    `aformat=sample_fmts=fltp,atrim=end=${seconds},asetnsamples=1024:p=0[sound]`
  );
}

/** The sound of one cycle as an expression of the time `t`. */
function score({ chords, secondsPerChord }: Music): string {
  const cycle = chords.length * secondsPerChord;
  return chords
    .map(
      (chord, index) =>
        `${pad(chord, index * secondsPerChord, secondsPerChord, cycle)}+${bells(chord, index * secondsPerChord, secondsPerChord, cycle)}`,
    )
    .join('+');
}

/** A chord that swells and fades, half a chord longer than its turn so that it melts into the next. */
function pad(chord: readonly number[], start: number, length: number, cycle: number): string {
  const since = `mod(t-${start}+${cycle},${cycle})`;
  const sounding = length * 1.5;
  const voices = chord.map((note) => {
    const hertz = tuned(note, cycle);
    return `sin(${round(2 * Math.PI * hertz)}*t)+0.25*sin(${round(4 * Math.PI * hertz)}*t+1)`;
  });
  return `if(lt(${since},${sounding}),pow(sin(PI*${since}/${sounding}),2)*0.08*(${voices.join('+')}),0)`;
}

/** The chord's notes an octave up, one after the other, each struck and left to ring. */
function bells(chord: readonly number[], start: number, length: number, cycle: number): string {
  return Array.from({ length: BELLS_PER_CHORD }, (_, index) => {
    const note = (chord[(index * 2 + 1) % chord.length] ?? 60) + 12;
    const since = `mod(t-${round(start + (index * length) / BELLS_PER_CHORD)}+${cycle},${cycle})`;
    const turn = round(2 * Math.PI * tuned(note, cycle));
    return `if(lt(${since},2.5),0.07*(1-exp(-60*${since}))*exp(-2.6*${since})*sin(${turn}*${since}),0)`;
  }).join('+');
}

/** A note's pitch in hertz, moved by a hair so that a whole number of turns fits into the cycle. */
function tuned(note: number, cycle: number): number {
  return Math.round(440 * 2 ** ((note - 69) / 12) * cycle) / cycle;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
