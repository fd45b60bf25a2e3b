import { protocol } from 'electron';
import { CONSOLE_NOT_BUILT, readConsoleFile } from '../http/console-files.ts';
import { contentSecurityPolicy } from '../http/content-security-policy.ts';

const SCHEME = 'perpetua';

/** The address of the console's page in the desktop app: an origin of its own, so that nothing on disk or on the network shares it. */
export const CONSOLE_URL = `${SCHEME}://console/`;

/** Declares the console's scheme. Must run before the app is ready. */
export function declareConsoleScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/**
 * Serves the console's build under its own scheme.
 * @param streamOrigin what the page may load the stream from; a port of `*` stands for any
 */
export function serveConsole(consoleFolder: string, streamOrigin: string): void {
  protocol.handle(SCHEME, async (request) => {
    const { pathname } = new URL(request.url);
    const file = (await readConsoleFile(consoleFolder, pathname)) ?? (pathname === '/' ? CONSOLE_NOT_BUILT : null);
    if (file === null) return new Response('There is nothing here', { status: 404 });
    const headers = {
      'content-type': file.contentType,
      'content-security-policy': contentSecurityPolicy(streamOrigin),
      'x-content-type-options': 'nosniff',
    };
    return new Response(new Uint8Array(file.bytes), { headers });
  });
}
