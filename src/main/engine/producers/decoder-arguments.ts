import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, formatFrameRate, frames, SAMPLE_RATE, samplesBefore } from '../../../shared/time/index.ts';
import type { FrameFormat } from './frame-format.ts';
import type { MediaOpening } from './media-opening.ts';
import { type ResumePoint, resumePoint } from './resume-point.ts';
import { inputFormat } from './still-image.ts';

/** A part of a media file. `lengthFrames` null: to its end. */
export interface FilePart {
  readonly source: Extract<RundownItem['source'], { type: 'file' }>;
  readonly lengthFrames: Frames | null;
}

/** The file descriptor that a decoder writes its sound to; pictures go to its stdout. */
export const SOUND_FD = 3;

const QUIETLY = ['-hide_banner', '-nostdin', '-v', 'error', '-threads', '2', '-filter_threads', '1'];

/** The filters that high dynamic range is brought down with; not every FFmpeg has them. */
export const TONE_MAPPERS = ['zscale', 'tonemap'] as const;

/** From PQ or HLG to BT.709 through linear light, where 100 cd/m2 is the nominal peak of the channel's white. */
const TONE_MAPPING = [
  ...['format=yuv420p10le', 'zscale=t=linear:npl=100', 'format=gbrpf32le', 'zscale=p=bt709'],
  ...['tonemap=tonemap=hable:desat=0', 'zscale=t=bt709:m=bt709:r=tv'],
];

/**
 * The arguments of the FFmpeg that decodes a part of a file to raw pictures on stdout and raw sound on descriptor 3.
 *
 * Times are the file's own (`-copyts`) less its origin and the seek, so that a decode from the middle sees the very numbers that a decode from the
 * start sees, and picks the same source picture for every frame of the channel.
 */
export function decoderArguments(part: FilePart, opening: MediaOpening, format: FrameFormat, canToneMap: boolean): readonly string[] {
  const { source } = part;
  const resume = resumePoint(source.inFrame, format.rate, source.path);
  const seekUs = Math.round(framesToUs(resume.seekFrame, format));
  const zeroUs = opening.originUs + seekUs;
  const pictures = [...timeFilters(part, format, resume, zeroUs), ...fitFilters(format, opening, canToneMap)].join(',');
  const picture = ['-map', '0:V:0', '-fps_mode', 'passthrough', '-vf', pictures];
  const sound = ['-map', `0:a:${opening.soundTrack}`, '-af', soundFilter(part, format, resume, zeroUs)];
  return [
    ...QUIETLY,
    ...['-copyts', '-noaccurate_seek'],
    ...(resume.seekFrame > 0 ? ['-ss', seconds(seekUs)] : []),
    ...['-i', source.path],
    ...(source.hasPicture ? [...picture, '-pix_fmt', 'yuv420p', '-f', 'rawvideo', 'pipe:1'] : []),
    ...(source.hasSound ? [...sound, '-f', 's16le', `pipe:${SOUND_FD}`] : []),
  ];
}

/** The arguments of the FFmpeg that decodes a still image to one raw picture on stdout. */
export function stillArguments(path: string, opening: MediaOpening, format: FrameFormat): readonly string[] {
  const pictures = fitFilters(format, opening, false).join(',');
  const output = ['-vf', pictures, '-frames:v', '1', '-pix_fmt', 'yuv420p', '-f', 'rawvideo', 'pipe:1'];
  return [...QUIETLY, ...inputFormat(path), '-i', path, '-map', '0:v:0', ...output];
}

/** Brings pictures to the channel's rate and keeps those of the part. */
function timeFilters(part: FilePart, format: FrameFormat, { leadFrames }: ResumePoint, zeroUs: number): readonly string[] {
  const end = part.lengthFrames === null ? '' : `:end_frame=${leadFrames + part.lengthFrames}`;
  return [
    'bwdif=mode=send_frame:deint=interlaced',
    'settb=AVTB',
    `setpts=PTS-${zeroUs - tieBiasUs(format)}`,
    `fps=${formatFrameRate(format.rate)}:start_time=0:round=near`,
    `trim=start_frame=${leadFrames}${end}`,
    'setpts=PTS-STARTPTS',
  ];
}

/** Fits the picture into the channel's by its true aspect, with black around it, in the channel's colours. */
function fitFilters(format: FrameFormat, opening: MediaOpening, canToneMap: boolean): readonly string[] {
  const { width, height } = format;
  const fit = `w='max(2,2*round(min(${width},${height}*dar)/2))':h='max(2,2*round(min(${height},${width}/dar)/2))'`;
  const scale = opening.isHdr && canToneMap ? [`scale=${fit}`, ...TONE_MAPPING] : [`scale=${fit}:out_range=tv${colours(opening)}`];
  return [...scale, 'setsar=1', 'format=yuv420p', `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`];
}

function colours({ colourMatrix }: MediaOpening): string {
  if (colourMatrix === null) return '';
  return colourMatrix === 'rgb' ? ':out_color_matrix=bt709' : `:in_color_matrix=${colourMatrix}:out_color_matrix=bt709`;
}

function soundFilter(part: FilePart, format: FrameFormat, resume: ResumePoint, zeroUs: number): string {
  const { inFrame, gainDb } = part.source;
  const lead = samplesBefore(inFrame, format.rate) - samplesBefore(frames(inFrame - resume.leadFrames), format.rate);
  const late = soundDelay(format);
  const start = Math.max(0, lead - late);
  // One sample more than the frames of this part may need: the channel's cadence may fall differently where it is aired.
  const length = part.lengthFrames === null ? null : samplesBefore(part.lengthFrames, format.rate) + 1;
  // In floating point, as the loudness was measured: FFmpeg mixes six channels of whole numbers down by up to 8 dB more.
  return [
    `asetpts=PTS-${zeroUs}/1000000/TB`,
    'atrim=start=0',
    `aresample=${SAMPLE_RATE}:async=1:min_hard_comp=0.02:first_pts=0`,
    `aformat=sample_fmts=fltp:sample_rates=${SAMPLE_RATE}:channel_layouts=stereo`,
    ...(lead < late ? [`adelay=${late - lead}S:all=1`] : []),
    `atrim=start_sample=${start}${length === null ? '' : `:end_sample=${start + length}`}`,
    ...(gainDb === 0 ? [] : [`volume=${gainDb}dB`]),
  ].join(',');
}

/**
 * How far pictures are moved before they are rounded to the channel's grid: about 0.02 of a frame. Source pictures that lie exactly
 * half-way between two frames (50 -> 25, 24 -> 25) then fall to one side for sure. The exact fraction keeps off the points
 * where other rates would meet a tie: multiples of 1/2400 and 1/1001 of a frame.
 */
function tieBiasUs(format: FrameFormat): number {
  const fraction = format.rate.den === 1 ? 97 / 4800 : 20 / 1001;
  return Math.round((fraction * 1e6 * format.rate.den) / format.rate.num);
}

/** Sound is moved as pictures are, in samples: a picture is then never further from its sound than half a frame, 20 ms at 25. */
function soundDelay(format: FrameFormat): number {
  return Math.round((tieBiasUs(format) * SAMPLE_RATE) / 1e6);
}

function framesToUs(count: Frames, format: FrameFormat): number {
  return (count * format.rate.den * 1e6) / format.rate.num;
}

function seconds(us: number): string {
  return (us / 1e6).toFixed(6);
}
