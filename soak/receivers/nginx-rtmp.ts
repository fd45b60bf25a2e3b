import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputSchema } from '../../src/shared/engine-protocol/index.ts';
import { ForeignProgram, freePort, isInstalled, picturesIn } from './foreign-program.ts';
import { absent, type Receiver, type ReceiverFinding } from './receiver.ts';

/** Debian's libnginx-mod-rtmp puts it here. */
const MODULE = '/usr/lib/nginx/modules/ngx_rtmp_module.so';
const NAME = 'nginx';
const SETTLE_MS = 2000;

/** nginx with its RTMP module, which records what is pushed to it. */
export async function nginxRtmp(folder: string, ffprobePath: string): Promise<Receiver | ReceiverFinding> {
  const isThere =
    (await isInstalled('nginx', ['-v'])) &&
    (await access(MODULE).then(
      () => true,
      () => false,
    ));
  if (!isThere) return absent(NAME, 'nginx with its RTMP module is not installed');
  const home = join(folder, 'nginx');
  const recordings = join(home, 'recordings');
  await mkdir(recordings, { recursive: true, mode: 0o777 });
  const port = await freePort();
  const conf = join(home, 'nginx.conf');
  await writeFile(conf, configuration(home, recordings, port));
  const nginx = new ForeignProgram('nginx', ['-c', conf, '-p', home, '-g', 'daemon off;']);
  return {
    name: NAME,
    output: outputSchema.parse({ id: 'nginx', name: NAME, type: 'rtmp', url: `rtmp://127.0.0.1:${port}/live`, key: 'soak' }),
    watch: () => Promise.resolve(),
    async finish() {
      await nginx.endsWithin(SETTLE_MS);
      await nginx.stop();
      const files = await readdir(recordings);
      const counts = await Promise.all(files.map((file) => picturesIn(ffprobePath, join(recordings, file))));
      const frames = counts.reduce((sum, count) => sum + count, 0);
      return {
        name: NAME,
        tookPart: true,
        frames,
        complaints: nginx.lines,
        detail: `recorded ${files.length} pushes over RTMP`,
        shown: [],
      };
    },
  };
}

function configuration(home: string, recordings: string, port: number): string {
  return `load_module ${MODULE};
user root;
worker_processes 1;
pid ${join(home, 'nginx.pid')};
error_log stderr error;
events { worker_connections 64; }
rtmp {
  server {
    listen 127.0.0.1:${port};
    application live { live on; record all; record_path ${recordings}; record_unique on; }
  }
}
`;
}
