import type { VideoEncoder } from '../../../../shared/engine-protocol/index.ts';

/** What no encoder's words explain. */
const UNEXPLAINED = 'It is there but could not encode.';

const NO_GRAPHICS = 'This computer has no graphics device for it, or the station may not use it.';

/** What FFmpeg 5.1 and later print when an encoder can't be had, and what it means. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/Unknown encoder/, 'This FFmpeg does not have it.'],
  [/Cannot load (?:libcuda|nvcuda|libnvidia-encode|nvEncodeAPI)/i, 'There is no NVIDIA driver.'],
  [/driver does not support the required nvenc API version|minimum required Nvidia driver/i, 'The NVIDIA driver is too old.'],
  [/No (?:NVENC )?capable devices found|CUDA_ERROR_NO_DEVICE/i, 'There is no NVIDIA device that encodes.'],
  [/OpenEncodeSessionEx failed: out of memory|incompatible client key/i, 'The NVIDIA device has no encoding session left.'],
  [/No VA display found|Failed to initialise VAAPI|Failed to open .*renderD/i, NO_GRAPHICS],
  [/No usable encoding (?:profile|entrypoint) found/i, 'The graphics device does not encode H.264.'],
  [/MFX session|Error creating a MFX session|Device creation failed/i, NO_GRAPHICS],
  [/amfrt\S* failed to open/i, "AMD's driver is not installed."],
  [/AMF.*not supported|CreateComponent/i, 'The AMD device does not encode H.264.'],
  [/Cannot create compression session|kVTCouldNotFindVideoEncoderErr/i, 'This Mac has no encoder of its own that is free.'],
];

/** Reads from FFmpeg's last words, in words for an operator, why an encoder is not available. */
export function readProbeFailure(lastWords: readonly string[]): string {
  const text = lastWords.join('\n');
  return SIGNS.find(([pattern]) => pattern.test(text))?.[1] ?? UNEXPLAINED;
}

/** Why an encoder that FFmpeg does not list is not available. */
export function notListed(encoder: VideoEncoder): string {
  return encoder === 'x264' ? 'This FFmpeg was made without x264.' : 'This FFmpeg does not have it.';
}
