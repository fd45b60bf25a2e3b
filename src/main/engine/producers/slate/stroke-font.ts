/** A point of a letter: `x` 0 to 4 from left to right, `y` 0 to 6 from top to bottom. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
}

/** The cell of a letter, without the space to the next one. */
export const LETTER_WIDTH = 4;
export const LETTER_HEIGHT = 6;

/** Letters as pen strokes: points of a stroke are pairs of digits (x, y), strokes are parted by spaces. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '0602204246 0444',
  B: '0006364544330300 3342413000',
  C: '4130100105163645',
  D: '00063645413000',
  E: '40000646 0333',
  F: '400006 0333',
  G: '41301001051636454323',
  H: '0006 4046 0343',
  I: '2026 1030 1636',
  J: '4045361605',
  K: '0006 400346',
  L: '000646',
  M: '0600234046',
  N: '06004640',
  O: '103041453616050110',
  P: '06003041423303',
  Q: '103041453616050110 2446',
  R: '06003041423303 2346',
  S: '413010010213334445361605',
  T: '0040 2026',
  U: '000516364540',
  V: '002640',
  W: '0016233640',
  X: '0046 4006',
  Y: '002340 2326',
  Z: '00400646',
  0: '103041453616050110',
  1: '112026 1636',
  2: '01103041420646',
  3: '0110304142334445361605 1333',
  4: '36300444',
  5: '400003334445361605',
  6: '413010010516364544330304',
  7: '004016',
  8: '13334241301001021304051636454433',
  9: '05163645413010010213334342',
  '.': '2626',
  ',': '2516',
  ':': '2222 2525',
  '-': '1333',
  '+': '2125 0343',
  "'": '2021',
  '!': '2024 2626',
  '?': '0110304142332324 2626',
  '&': '4612112031320405162644',
  '/': '4006',
  '(': '30212536',
  ')': '10212516',
};

/** The strokes of a character, none for a space. Accents are left out; a character that the font doesn't have is drawn as a space. */
export function strokesOf(character: string): readonly (readonly StrokePoint[])[] {
  const plain = character.normalize('NFD').charAt(0).toUpperCase();
  const glyph = GLYPHS[plain];
  return glyph === undefined ? [] : glyph.split(' ').map(pointsOf);
}

function pointsOf(stroke: string): readonly StrokePoint[] {
  return Array.from({ length: Math.floor(stroke.length / 2) }, (_, index) => ({
    x: Number(stroke[index * 2]),
    y: Number(stroke[index * 2 + 1]),
  }));
}
