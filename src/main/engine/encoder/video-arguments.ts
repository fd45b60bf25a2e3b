import type { EngineConfig, VideoEncoder } from '../../../shared/engine-protocol/index.ts';

/** How pictures are to be encoded. */
export type VideoSettings = EngineConfig['video'];

/** The render node that Linux gives the first graphics device. */
const RENDER_NODE = '/dev/dri/renderD128';

/** What FFmpeg calls each encoder. */
export const FFMPEG_ENCODERS: Readonly<Record<VideoEncoder, string>> = {
  x264: 'libx264',
  nvenc: 'h264_nvenc',
  qsv: 'h264_qsv',
  vaapi: 'h264_vaapi',
  videotoolbox: 'h264_videotoolbox',
  amf: 'h264_amf',
};

/** What an operator calls each encoder. */
export const ENCODER_NAMES: Readonly<Record<VideoEncoder, string>> = {
  x264: 'x264',
  nvenc: 'NVIDIA NVENC',
  qsv: 'Intel Quick Sync',
  vaapi: 'VA-API',
  videotoolbox: 'Apple VideoToolbox',
  amf: 'AMD AMF',
};

/** What must stand ahead of the inputs: the device that an encoder works on. */
export function deviceArguments(encoder: VideoEncoder): readonly string[] {
  return encoder === 'vaapi' ? ['-vaapi_device', RENDER_NODE] : [];
}

/** The encoder with its speed and rate control: what it does with a picture, not where key frames are. Every picture is H.264, 4:2:0, 8 bit. */
export function videoArguments(video: VideoSettings): readonly string[] {
  const { bitrateKbps } = video;
  return [
    ...['-c:v', FFMPEG_ENCODERS[video.encoder], ...ownArguments(video)],
    ...(video.profile === '' ? [] : ['-profile:v', video.profile]),
    ...['-b:v', `${bitrateKbps}k`, '-maxrate', `${Math.round(bitrateKbps * 1.25)}k`, '-bufsize', `${bitrateKbps * 2}k`],
  ];
}

/** The form in which each encoder takes pictures. VA-API has them carried to the device first. */
export function pictureArguments(encoder: VideoEncoder): readonly string[] {
  switch (encoder) {
    case 'vaapi':
      return ['-vf', 'format=nv12,hwupload'];
    case 'qsv':
      return ['-pix_fmt', 'nv12'];
    default:
      return ['-pix_fmt', 'yuv420p'];
  }
}

/** How a forced key frame is made one that decoding can start at (IDR); VA-API and VideoToolbox do so without being told. */
export function idrArguments(encoder: VideoEncoder): readonly string[] {
  switch (encoder) {
    case 'x264':
    case 'nvenc':
      return ['-forced-idr', '1'];
    case 'qsv':
    case 'amf':
      return ['-forced_idr', '1'];
    default:
      return [];
  }
}

/** Little look-ahead in all of them: a take is in the encoded stream within half a second (x264: 9 frames), where the preset's own would take 18. */
function ownArguments({ encoder, preset, tune }: VideoSettings): readonly string[] {
  const tuned = tune === '' ? [] : ['-tune', tune];
  switch (encoder) {
    case 'x264':
      return ['-preset', preset, ...tuned, '-bf', '2', '-rc-lookahead', '5', '-x264-params', 'sync-lookahead=0'];
    case 'nvenc':
      return ['-preset', NVENC_PRESETS[preset], ...tuned, '-rc', 'vbr', '-bf', '2', '-delay', '4', '-no-scenecut', '1'];
    case 'qsv':
      return ['-preset', QSV_PRESETS[preset], '-bf', '2', '-look_ahead', '0', '-async_depth', '2'];
    // Not every device that speaks VA-API, or AMF, has B pictures.
    case 'vaapi':
      return ['-rc_mode', 'VBR', '-bf', '0', '-async_depth', '2'];
    case 'amf':
      return ['-usage', 'transcoding', '-quality', AMF_QUALITIES[preset], '-rc', 'vbr_peak', '-bf', '0'];
    case 'videotoolbox':
      return ['-realtime', '1', '-allow_sw', '0', '-bf', '2'];
  }
}

type Preset = VideoSettings['preset'];

/** NVENC's presets, p1 the fastest; from FFmpeg 4.4 on. */
const NVENC_PRESETS: Readonly<Record<Preset, string>> = {
  ...{ ultrafast: 'p1', superfast: 'p2', veryfast: 'p3', faster: 'p4', fast: 'p5', medium: 'p6' },
};
const QSV_PRESETS: Readonly<Record<Preset, string>> = {
  ...{ ultrafast: 'veryfast', superfast: 'veryfast', veryfast: 'veryfast', faster: 'faster', fast: 'fast', medium: 'medium' },
};
const AMF_QUALITIES: Readonly<Record<Preset, string>> = {
  ...{ ultrafast: 'speed', superfast: 'speed', veryfast: 'speed', faster: 'balanced', fast: 'balanced', medium: 'quality' },
};
