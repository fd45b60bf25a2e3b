import type { Server } from 'node:net';

/** A server that can't have its address. The message is fit for an operator. */
class ListenFailure extends Error {
  readonly code: 'PORT_TAKEN' | 'PORT_FORBIDDEN' | 'ADDRESS_UNKNOWN' | 'LISTEN_FAILED';

  constructor(code: ListenFailure['code'], message: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Starts a server (`name` as an operator knows it) on an address; port 0 takes any free one. Gives the real port. @throws ListenFailure */
export function listen(server: Server, name: string, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(failureOf(error, name, host, port));
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function failureOf(error: NodeJS.ErrnoException, name: string, host: string, port: number): ListenFailure {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ListenFailure('PORT_TAKEN', `${name}: port ${port} on ${host} is in use by another program.`, error);
    case 'EACCES':
      return new ListenFailure('PORT_FORBIDDEN', `${name}: this user may not use port ${port}.`, error);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ListenFailure('ADDRESS_UNKNOWN', `${name}: ${host} is not an address of this computer.`, error);
    default:
      return new ListenFailure('LISTEN_FAILED', `${name}: can not listen on ${host}:${port}.`, error);
  }
}
