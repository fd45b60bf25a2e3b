import type { Backdrop, Colour, DemoClip, Music, Shape, StoredPicture } from './demo-clip.ts';
import { MUSIC, PALETTES, STORED, titleCard } from './demo-looks.ts';

interface ProgrammeIdea {
  readonly title: string;
  readonly about: string;
  readonly accent: Colour;
  readonly seconds: number;
  readonly stored: StoredPicture;
  readonly backdrop: Backdrop;
  readonly music: Music;
  /** What stands before the backdrop, under the title. */
  readonly scenery: readonly Shape[];
}

const IDEAS: readonly ProgrammeIdea[] = [
  {
    title: 'Slow Light',
    about: 'Colour that takes its time',
    accent: '0xf2827b',
    seconds: 48,
    stored: STORED.hd,
    backdrop: { type: 'aurora', palette: PALETTES.dusk, speed: 1 },
    music: MUSIC.calm,
    scenery: [],
  },
  {
    title: 'Into the Set',
    about: 'A journey to the edge of a very old equation',
    accent: '0xfcbf6b',
    seconds: 44,
    stored: STORED.film,
    backdrop: { type: 'zoom' },
    music: MUSIC.deep,
    scenery: [],
  },
  {
    title: 'Small Lives',
    about: 'Born on three, alive on two or three',
    accent: '0xf4d35e',
    seconds: 40,
    stored: STORED.ntsc,
    backdrop: { type: 'life', palette: { ground: '0x0b2545', middle: '0x1d4e73', light: '0xf4d35e' } },
    music: MUSIC.bright,
    scenery: [],
  },
  {
    title: 'The Loom',
    about: 'Rule 110, woven',
    accent: '0xe9d985',
    seconds: 40,
    stored: STORED.pal,
    backdrop: { type: 'loom', palette: PALETTES.moss },
    music: MUSIC.calm,
    scenery: [],
  },
  {
    title: 'Figures in Sound',
    about: 'What two notes draw when they disagree a little',
    accent: '0x3c96ff',
    seconds: 40,
    stored: STORED.hd,
    backdrop: { type: 'figures' },
    music: MUSIC.deep,
    scenery: [],
  },
  {
    title: 'Harbour Hours',
    about: 'A whole day by the water',
    accent: '0x9be0c3',
    seconds: 32,
    stored: STORED.smooth,
    backdrop: { type: 'aurora', palette: PALETTES.sea, speed: 1.6 },
    music: MUSIC.bright,
    scenery: [
      // The sun goes over the water and down behind it; boats pass.
      { form: 'disc', width: 170, height: 170, colour: '0xfff1c9', x: '240+t*26', y: '620-480*sin(PI*t/32)' },
      { form: 'panel', width: 1280, height: 250, colour: '0x06323f', x: '640', y: '595' },
      { form: 'panel', width: 420, height: 3, colour: '0x9be0c3', x: '240+t*26+30*sin(t*0.9)', y: '500' },
      { form: 'panel', width: 260, height: 3, colour: '0x9be0c3', x: '240+t*26+40*sin(t*0.7+1)', y: '524' },
      { form: 'panel', width: 130, height: 3, colour: '0x9be0c3', x: '240+t*26+50*sin(t*0.8+2)', y: '552' },
      { form: 'panel', width: 150, height: 18, colour: '0x03141b', x: '1500-t*36', y: '476+3*sin(t*1.1)' },
      { form: 'panel', width: 34, height: 40, colour: '0xc81e28', x: '1526-t*36', y: '447+3*sin(t*1.1)' },
    ],
  },
];

/** The programmes of the demo media, in the shapes that a library really holds. */
export const DEMO_PROGRAMMES: readonly DemoClip[] = IDEAS.map(({ about, accent, scenery, ...idea }) => {
  const { captions, shapes } = titleCard(idea.title, about, accent);
  return { ...idea, folder: 'programmes', captions, shapes: [...scenery, ...shapes] };
});
