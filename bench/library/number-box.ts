/** A free box of MP4 with a number in it: makes a copy of a film a file of its own that decodes the same. */
export function numberBox(number: number): Uint8Array {
  const box = Buffer.alloc(16);
  box.writeUInt32BE(box.length);
  box.write('free', 4);
  box.writeUInt32BE(number, 8);
  return box;
}
