import { ForeignProgram } from './foreign-program.ts';
import type { Receiver } from './receiver.ts';

const NAME = 'ffprobe';
const SECONDS = 10;

/** ffprobe, which reads ten seconds of the station's HLS and says what it is. */
export function ffprobeHls(ffprobePath: string): Receiver {
  let probe: ForeignProgram | null = null;
  const shown = ['-show_entries', 'stream=codec_name,profile,width,height,sample_rate,nb_read_packets', '-of', 'compact=p=0'];
  return {
    name: NAME,
    output: null,
    watch: ({ hls }) => {
      probe = new ForeignProgram(ffprobePath, ['-v', 'error', '-read_intervals', `%+${SECONDS}`, '-count_packets', ...shown, hls]);
      return Promise.resolve();
    },
    async finish() {
      await probe?.stop();
      const lines = probe?.lines ?? [];
      const streams = lines.filter((line) => line.startsWith('codec_name='));
      const frames = Number(/width=.*nb_read_packets=(\d+)/.exec(streams.join('\n'))?.[1] ?? 0);
      const detail = [...new Set(streams)].join('; ');
      return { name: NAME, tookPart: true, frames, complaints: lines.filter((line) => !line.startsWith('codec_name=')), detail, shown: [] };
    },
  };
}
