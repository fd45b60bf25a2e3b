/** The picture is divided into 100 units each way, whatever its size and aspect, so that scaling never moves the code. */
export const PICTURE_UNITS = 100;

/** Rows and columns of the code's cells. */
export const CODE_COLUMNS = 6;
export const CODE_ROWS = 8;

/** A rectangle in units of the picture; ranges are half-open. */
export interface UnitBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CODE_LEFT = 8;
const CODE_TOP = 22;
const CELL_WIDTH = 14;
const CELL_HEIGHT = 9;

/** The zone that turns white with each beep. */
export const FLASH_BOX: UnitBox = { left: 8, top: 6, width: 84, height: 12 };

/** Levels of a coded picture. The margin is grey so that black padding around the picture shows where the picture ends. */
export const LEVELS = { black: 16, margin: 128, white: 235 } as const;

/** Where cell `index` (row by row from the top left) lies. */
export function cellBox(index: number): UnitBox {
  const row = Math.floor(index / CODE_COLUMNS);
  const column = index % CODE_COLUMNS;
  return { left: CODE_LEFT + column * CELL_WIDTH, top: CODE_TOP + row * CELL_HEIGHT, width: CELL_WIDTH, height: CELL_HEIGHT };
}
