/** What a line of the observer's child says. */
export type Sign =
  | { readonly type: 'key-frame' }
  | { readonly type: 'black'; readonly percent: number }
  | { readonly type: 'freeze-started' }
  | { readonly type: 'freeze-ended' }
  | { readonly type: 'silence-started'; readonly seconds: number }
  | { readonly type: 'silence-ended'; readonly seconds: number };

const LINE = /^lavfi\.(blackframe\.pblack|freezedetect\.freeze_start|freezedetect\.freeze_end|silence_start|silence_end)=(-?[\d.]+)/;

/** Reads a line that FFmpeg's `metadata=print` wrote; null when it says nothing that is looked for. */
export function parseSign(line: string): Sign | null {
  if (line.startsWith('frame:')) return { type: 'key-frame' };
  const [, key, text] = LINE.exec(line) ?? [];
  const value = Number(text);
  switch (key) {
    case 'blackframe.pblack':
      return { type: 'black', percent: value };
    case 'freezedetect.freeze_start':
      return { type: 'freeze-started' };
    case 'freezedetect.freeze_end':
      return { type: 'freeze-ended' };
    case 'silence_start':
      return { type: 'silence-started', seconds: value };
    case 'silence_end':
      return { type: 'silence-ended', seconds: value };
    default:
      return null;
  }
}
