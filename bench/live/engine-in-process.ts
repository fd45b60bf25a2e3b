import { mkdir, writeFile } from 'node:fs/promises';
import { enginePaths } from '../../src/main/engine/folder/engine-paths.ts';
import { startEngine } from '../../src/main/engine/start-engine.ts';
import { LinkClient } from '../../src/main/engine/testing/link-client.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Runs an engine on a folder for as long as `use` takes, with a link to it. It is off the air, and nothing of it is left, when this settles. */
export async function withEngine(folder: string, config: object, use: (client: LinkClient) => Promise<void>): Promise<void> {
  const paths = enginePaths(folder);
  await mkdir(paths.folder, { recursive: true });
  await writeFile(paths.config, JSON.stringify(config));
  const left = Promise.withResolvers<void>();
  const engine = await startEngine(folder, SILENT, left.resolve);
  const client = await LinkClient.to(paths.address);
  try {
    await use(client);
  } finally {
    await engine.leaveAir('benchmark done');
    await left.promise;
    client.close();
  }
}
