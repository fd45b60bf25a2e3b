import type { Colour, DemoClip, Palette, Shape } from './demo-clip.ts';
import { centred, MUSIC, PALETTES, PAPER, STORED } from './demo-looks.ts';

const STATION_RED: Colour = '0xc81e28';

/** The station's mark: a ring that never ends, and the point that goes round it. */
function mark(x: number, y: number): readonly Shape[] {
  return [
    { form: 'ring', width: 150, height: 150, colour: PAPER, x: String(x), y: String(y) },
    { form: 'disc', width: 40, height: 40, colour: STATION_RED, x: `${x}+68*cos(t*2.2-1.6)`, y: `${y}+68*sin(t*2.2-1.6)` },
  ];
}

function promo(title: string, palette: Palette): DemoClip {
  return {
    folder: 'promos',
    title: `Next on Perpetua - ${title}`,
    seconds: 12,
    stored: STORED.hd,
    backdrop: { type: 'aurora', palette, speed: 2 },
    shapes: [{ form: 'panel', width: 8, height: 170, colour: STATION_RED, x: '96', y: '900-560*(1-pow(1-clip((t-0.5)/1.2,0,1),3))' }],
    captions: [
      { text: 'Later today', size: 36, colour: PAPER, x: 132, y: 262, fromSecond: 1, toSecond: 12 },
      { text: title, size: 84, colour: PAPER, x: 130, y: 312, fromSecond: 1.6, toSecond: 12 },
      { text: 'here on Perpetua', size: 36, colour: PAPER, x: 132, y: 418, fromSecond: 3, toSecond: 12 },
    ],
    music: MUSIC.bright,
  };
}

function bumper(title: string, line: string, palette: Palette): DemoClip {
  return {
    folder: 'bumpers',
    title,
    seconds: 4,
    stored: STORED.hd,
    backdrop: { type: 'aurora', palette, speed: 3 },
    shapes: mark(640, 290),
    captions: [centred(line, 54, 450, PAPER, [0.5, 4])],
    music: MUSIC.sting,
  };
}

function ident(title: string, palette: Palette): DemoClip {
  return {
    folder: 'idents',
    title,
    seconds: 5,
    stored: STORED.hd,
    backdrop: { type: 'aurora', palette, speed: 2 },
    shapes: mark(640, 280),
    captions: [centred('P E R P E T U A', 64, 420, PAPER, [0.7, 5]), centred('always on', 32, 520, PAPER, [1.5, 5])],
    music: MUSIC.sting,
  };
}

/** What stands between programmes: promos, bumpers, idents, and filler for what is left. */
export const DEMO_CONTINUITY: readonly DemoClip[] = [
  promo('Into the Set', PALETTES.ember),
  promo('Slow Light', PALETTES.dusk),
  bumper('Back in a moment', 'Back in a moment', PALETTES.sea),
  bumper('And we are back', 'And we are back', PALETTES.moss),
  ident('Perpetua at dusk', PALETTES.dusk),
  ident('Perpetua at night', PALETTES.night),
  {
    folder: 'filler',
    title: 'Perpetua continues',
    seconds: 20,
    stored: STORED.hd,
    backdrop: { type: 'aurora', palette: PALETTES.night, speed: 1 },
    shapes: mark(640, 290),
    captions: [centred('The programme continues shortly', 36, 450, PAPER, [1, 20])],
    music: MUSIC.calm,
  },
];
