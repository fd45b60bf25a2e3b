import { once } from 'node:events';
import type { Server } from 'node:net';
import { SettingsError } from '../settings/settings-error.ts';

/** Where to listen, and what the setting is called, for whoever has to change it. */
export interface ListenPlace {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Such as `--api-port`. */
  readonly option: string;
}

/**
 * Listens, and tells the port.
 * @throws SettingsError that names the option when the place can't be had
 */
export async function listenOn(server: Server, place: ListenPlace): Promise<number> {
  try {
    const listening = once(server, 'listening');
    server.listen({ host: place.host, port: place.port, exclusive: true });
    await listening;
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException, place);
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A server listens on something that is no port');
  return address.port;
}

function explained(error: NodeJS.ErrnoException, { host, port, option }: ListenPlace): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SettingsError(
        `${option} ${port}: another program already listens on port ${port} of ${host}. Choose another port, or 0 for any free one.`,
      );
    case 'EACCES':
      return new SettingsError(`${option} ${port}: this user may not listen on port ${port}. Choose one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new SettingsError(
        `--host ${host}: this machine has no such address. Use 127.0.0.1 for this machine alone, 0.0.0.0 for the network.`,
      );
    default:
      return error;
  }
}
