import { inputFormat } from './input-format.ts';

const STREAM =
  'index,codec_type,codec_name,width,height,sample_aspect_ratio,r_frame_rate,avg_frame_rate,field_order,duration,channels,sample_rate';

/**
 * FFprobe's arguments to say in JSON what a file is made of. `file:` keeps odd names from being read as options or addresses, and the
 * whitelist keeps a playlist from sending FFmpeg to the network.
 */
export function ffprobeArguments(path: string): readonly string[] {
  const stream = `stream=${STREAM}:stream_disposition=attached_pic:stream_tags=DURATION:stream_side_data=rotation`;
  const entries = `format=format_name,duration:${stream}:chapter=start_time:chapter_tags=title`;
  return ['-v', 'error', '-protocol_whitelist', 'file', '-of', 'json', '-show_entries', entries, ...inputFormat(path), `file:${path}`];
}
