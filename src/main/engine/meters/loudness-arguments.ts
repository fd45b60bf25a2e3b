import { SAMPLE_RATE } from '../../../shared/time/index.ts';

/** The arguments of the loudness meter's child: s16le stereo on stdin, what FFmpeg's EBU R 128 filter says of it on stdout, ten times a second. */
export function loudnessArguments(): readonly string[] {
  return [
    ...['-hide_banner', '-nostdin', '-v', 'fatal', '-probesize', '32', '-analyzeduration', '0'],
    ...['-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '2', '-i', 'pipe:0'],
    ...['-af', 'ebur128=metadata=1:framelog=verbose,ametadata=print:file=pipe\\\\:1:direct=1', '-f', 'null', '-'],
  ];
}
