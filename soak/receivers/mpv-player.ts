import { ForeignProgram, isInstalled } from './foreign-program.ts';
import { absent, type Receiver, type ReceiverFinding } from './receiver.ts';

const NAME = 'mpv';

/** mpv without a window, which watches the station's HLS and says what it finds wrong with it. */
export async function mpvPlayer(): Promise<Receiver | ReceiverFinding> {
  if (!(await isInstalled('mpv', ['--version']))) return absent(NAME, 'mpv is not installed');
  let mpv: ForeignProgram | null = null;
  return {
    name: NAME,
    output: null,
    watch: ({ hls }) => {
      mpv = new ForeignProgram('mpv', [
        '--no-config',
        '--vo=null',
        '--ao=null',
        '--no-terminal',
        '--msg-level=all=warn',
        '--log-file=/dev/stdout',
        hls,
      ]);
      return Promise.resolve();
    },
    async finish() {
      await mpv?.stop();
      const complaints = (mpv?.lines ?? []).filter((line) => /\[[ew]\]\[(?!cplayer|lua|osc|ytdl)/.test(line));
      return { name: NAME, tookPart: true, frames: null, complaints, detail: 'played the HLS', shown: [] };
    },
  };
}
