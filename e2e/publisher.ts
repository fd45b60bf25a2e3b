import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const PICTURE = ['-re', '-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=25'];
const SOUND = ['-re', '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000'];
const CODED = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '25', '-c:a', 'aac', '-ac', '2'];

/** An encoder somewhere, that publishes a test picture over RTMP as a crew's would. */
export class Publisher {
  #process: ChildProcess | null = null;

  /** Begins to send to a server under a key. */
  start(server: string, key: string): void {
    const args = ['-v', 'error', ...PICTURE, ...SOUND, ...CODED, '-f', 'flv', `${server}/${key}`];
    this.#process = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }

  /** Goes away without a word, as when a cable is pulled. Nothing happens when it does not send. */
  async vanish(): Promise<void> {
    const sender = this.#process;
    this.#process = null;
    if (sender === null || sender.exitCode !== null || sender.signalCode !== null) return;
    sender.kill('SIGKILL');
    await once(sender, 'exit');
  }
}
