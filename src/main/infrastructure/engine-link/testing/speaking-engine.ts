/** An engine without a channel: a process that speaks the link's protocol and nothing else. Run as the entry of an EngineLink under test. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const dataFolder = process.argv[process.argv.indexOf('--dir') + 1] ?? '';
const folder = join(dataFolder, 'engine');
const socketPath = join(folder, `${process.pid}.sock`);
const config = JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8'));

const hello = {
  protocol: 1,
  version: config.channelName,
  pid: process.pid,
  startedAt: Date.now(),
  rate: config.rate,
  addresses: { hls: 'http://127.0.0.1:1/hls/index.m3u8', rtmp: 'rtmp://127.0.0.1:1/live/channel' },
};

function answer(socket: Socket, { id, method }: { readonly id: number; readonly method: string }): void {
  const say = (message: object): void => void socket.write(`${JSON.stringify(message)}\n`);
  if (method === 'hello') {
    say({ id, result: hello });
    say({ event: 'evidence', data: { seq: 3 } });
  } else if (method === 'take') say({ id, error: { code: 'NOTHING_TO_TAKE', message: 'Nothing comes next' } });
  else if (method === 'panic') say({ id, result: { frame: 'soon' } });
  else if (method === 'readEvidence') say({ id, result: { records: [] } });
  else if (method === 'return') process.exit(1);
  else if (method === 'leaveAir') {
    say({ id, result: { frame: 42 } });
    setTimeout(() => process.exit(0), 50);
  }
}

const server = createServer((socket) => {
  socket.on('error', () => socket.destroy());
  createInterface({ input: socket })
    .on('line', (line) => answer(socket, JSON.parse(line)))
    // It passes on what befalls its input: a link that is closed before all was read from it must not end the engine.
    .on('error', () => socket.destroy());
});
server.listen(socketPath, () => {
  const address = JSON.stringify({ socket: socketPath, pid: process.pid, startedAt: hello.startedAt });
  writeFileSync(join(folder, 'engine-address.json'), address);
});
