const START_OF_IMAGE = 2;
const APP1 = 0xe1;
const TAG_ORIENTATION = 0x0112;
const TYPE_SHORT = 3;

/** A JPEG with an EXIF tag (CIPA DC-008) that says how it is to be turned, 1 to 8, as cameras write it: ahead of everything else in the file. */
export function tagOrientation(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(TAG_ORIENTATION, 10);
  tiff.writeUInt16BE(TYPE_SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, START_OF_IMAGE), head, body, jpeg.subarray(START_OF_IMAGE)]);
}
