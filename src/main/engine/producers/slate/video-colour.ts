/** A colour as pictures hold it: BT.709 at video levels (ITU-R BT.709, 8 bits). */
export interface VideoColour {
  readonly luma: number;
  readonly cb: number;
  readonly cr: number;
}

/** The colour of red, green and blue from 0 to 255. */
export function videoColour(red: number, green: number, blue: number): VideoColour {
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return {
    luma: Math.round(16 + (light * 219) / 255),
    cb: Math.round(128 + ((blue - light) / 1.8556) * (224 / 255)),
    cr: Math.round(128 + ((red - light) / 1.5748) * (224 / 255)),
  };
}

/** The colour that `#RRGGBB` names. */
export function parseVideoColour(hex: string): VideoColour {
  const value = Number.parseInt(hex.slice(1), 16);
  return videoColour((value >> 16) & 255, (value >> 8) & 255, value & 255);
}
