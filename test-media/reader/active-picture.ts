/** A decoded grey picture. */
export interface GreyPicture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The part of a picture that is not black padding, in pixels; right and bottom are the first pixels beyond it. */
export interface ActiveBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Well over padding after lossy coding, well under the grey margin of a coded picture. */
const LIT = 72;
/** A row or column belongs to the picture when at least this part of it is lit. */
const LEAST_LIT = 0.12;

/** Finds the active picture inside its padding; null when nothing is lit. */
export function findActiveBox({ pixels, width, height }: GreyPicture): ActiveBox | null {
  const litInRow = new Uint16Array(height);
  const litInColumn = new Uint16Array(width);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      if ((pixels[at] ?? 0) < LIT) continue;
      litInRow[row] = (litInRow[row] ?? 0) + 1;
      litInColumn[column] = (litInColumn[column] ?? 0) + 1;
    }
  }
  const rows = litSpan(litInRow, width * LEAST_LIT);
  const columns = litSpan(litInColumn, height * LEAST_LIT);
  return rows && columns ? { left: columns.from, right: columns.to, top: rows.from, bottom: rows.to } : null;
}

function litSpan(counts: Uint16Array, least: number): { readonly from: number; readonly to: number } | null {
  const from = counts.findIndex((count) => count >= least);
  return from < 0 ? null : { from, to: counts.findLastIndex((count) => count >= least) + 1 };
}
