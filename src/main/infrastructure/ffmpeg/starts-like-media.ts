/** The boxes that an MP4 or QuickTime file can begin with (ISO/IEC 14496-12). */
const BOXES = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'styp']);

/** How many bytes of a file's start `startsLikeMedia` looks at. */
export const SIGNATURE_BYTES = 512;

/** Whether a file's first bytes are those of a container that the station knows: if it can't be read all the same, it is damaged. */
export function startsLikeMedia(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1');
  if (BOXES.has(text.slice(4, 8))) return true;
  if (text.startsWith('\x1aE\xdf\xa3') || text.startsWith('FLV\x01') || text.startsWith('OggS')) return true;
  if (text.startsWith('RIFF') && text.slice(8, 11) === 'AVI') return true;
  if (text.startsWith('\x06\x0e\x2b\x34') || text.startsWith('\x00\x00\x01\xba') || text.startsWith('\x30\x26\xb2\x75')) return true;
  // A transport stream: a sync byte at the head of each of its packets of 188 bytes.
  return text[0] === 'G' && text[188] === 'G';
}
