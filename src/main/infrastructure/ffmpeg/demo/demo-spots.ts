import type { DemoClip } from './demo-clip.ts';
import { centred, INK, MUSIC, PALETTES, PAPER, STORED } from './demo-looks.ts';

const SPOT = { folder: 'spots', stored: STORED.hd, music: MUSIC.bright } as const;

/** Comes to rest softly: 0 at second `from`, 1 after `seconds`. */
function ease(from: number, seconds: number): string {
  return `(1-pow(1-clip((t-${from})/${seconds},0,1),3))`;
}

/** The commercials of the demo media, for firms that do not exist. */
export const DEMO_SPOTS: readonly DemoClip[] = [
  {
    ...SPOT,
    title: 'Northwind Coffee',
    seconds: 12,
    backdrop: { type: 'plain', colour: '0xf3e9dc' },
    // A cup from above: the saucer and the cup arrive, the coffee rises in it.
    shapes: [
      { form: 'disc', width: 460, height: 460, colour: '0xffffff', x: `-300+700*${ease(0.2, 1.6)}`, y: '360' },
      { form: 'disc', width: 330, height: 330, colour: '0xc08552', x: `-300+700*${ease(0.4, 1.6)}`, y: '360' },
      { form: 'disc', width: 280, height: 280, colour: '0x5e3023', x: `-300+700*${ease(0.6, 1.6)}`, y: `360+6*sin(t*1.3)` },
    ],
    captions: [
      { text: 'Northwind', size: 84, colour: '0x5e3023', x: 690, y: 270, fromSecond: 2.2, toSecond: 12 },
      { text: 'Coffee for slow mornings', size: 36, colour: '0x8a5a3c', x: 694, y: 384, fromSecond: 3.2, toSecond: 12 },
    ],
  },
  {
    ...SPOT,
    title: 'Halden Bicycles',
    seconds: 15,
    backdrop: { type: 'plain', colour: '0x12827c' },
    // Two wheels roll in over a road and through.
    shapes: [
      { form: 'panel', width: 1280, height: 200, colour: '0x0c5f5b', x: '640', y: '620' },
      { form: 'ring', width: 200, height: 200, colour: PAPER, x: `-480+820*${ease(0.3, 3)}+max(0,t-12)*max(0,t-12)*220`, y: '420' },
      { form: 'ring', width: 200, height: 200, colour: PAPER, x: `-180+820*${ease(0.3, 3)}+max(0,t-12)*max(0,t-12)*220`, y: '420' },
      { form: 'disc', width: 56, height: 56, colour: '0xf6b24a', x: '1060', y: `700-560*${ease(0.8, 5)}` },
    ],
    captions: [centred('Halden', 92, 80, PAPER, [2.5, 15]), centred('Two wheels. No rush.', 38, 580, PAPER, [4, 15])],
  },
  {
    ...SPOT,
    title: 'Lumen Lamps',
    seconds: 10,
    backdrop: { type: 'aurora', palette: PALETTES.night, speed: 0.8 },
    // A lamp comes down on its cord.
    shapes: [
      { form: 'panel', width: 4, height: 360, colour: '0x2c2c3a', x: '640', y: `-190+250*${ease(0.2, 2)}` },
      { form: 'disc', width: 190, height: 190, colour: '0xffe2a0', x: '640', y: `-110+360*${ease(0.2, 2)}` },
      { form: 'disc', width: 150, height: 150, colour: '0xfff6dc', x: '640', y: `-110+360*${ease(0.2, 2)}` },
    ],
    captions: [centred('Lumen', 88, 440, PAPER, [2, 10]), centred('Light for the other half of the day', 34, 556, PAPER, [3, 10])],
  },
  {
    ...SPOT,
    title: 'Blue Door Books',
    seconds: 12,
    backdrop: { type: 'plain', colour: '0xf6c667' },
    // A door stands in a wall; it slides away and shows a row of spines.
    shapes: [
      { form: 'panel', width: 360, height: 560, colour: INK, x: '360', y: '400' },
      { form: 'panel', width: 60, height: 420, colour: '0xd1495b', x: '250', y: '460' },
      { form: 'panel', width: 44, height: 360, colour: '0xedae49', x: '310', y: '490' },
      { form: 'panel', width: 70, height: 450, colour: '0x66a182', x: '376', y: '445' },
      { form: 'panel', width: 50, height: 390, colour: '0xfaf6ef', x: '444', y: '475' },
      { form: 'panel', width: 360, height: 560, colour: '0x1f5fa8', x: `360-330*${ease(2, 2)}`, y: '400' },
      { form: 'disc', width: 26, height: 26, colour: '0xf6c667', x: `500-330*${ease(2, 2)}`, y: '420' },
    ],
    captions: [
      { text: 'Blue Door', size: 88, colour: INK, x: 640, y: 260, fromSecond: 1, toSecond: 12 },
      { text: 'Books. Come in, stay a while.', size: 36, colour: INK, x: 644, y: 380, fromSecond: 3.4, toSecond: 12 },
    ],
  },
];
