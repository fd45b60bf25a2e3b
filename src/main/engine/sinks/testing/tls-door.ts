import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { onTestFinished } from 'vitest';

/** Of nobody, for nothing but tests on this machine. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0xqvK72CxAniF7Ng
XFuaC7jF3Yw5VaBe+NrDbl6XgK2hRANCAAQKx/uC8OHUboEE95A+BSZVBfSneQQw
YzxfgESedvZ4q2k7kQ2nx7pS5SauUQNQeDjalZjDhzMew2fzD1pCuhFg
-----END PRIVATE KEY-----`;
/** What the door shows: for `localhost`, signed by itself, in PEM. */
export const DOOR_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUVnFw0ZxJn0rV07OWnE5CvKfg+K4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjE3MTM1M1oYDzIxMjYxMDI5
MTcxMzUzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQKx/uC8OHUboEE95A+BSZVBfSneQQwYzxfgESedvZ4q2k7kQ2nx7pS
5SauUQNQeDjalZjDhzMew2fzD1pCuhFgo1MwUTAdBgNVHQ4EFgQUbXJVeXBhdmXr
qGzSRE3VpXWOq9kwHwYDVR0jBBgwFoAUbXJVeXBhdmXrqGzSRE3VpXWOq9kwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBOISo3DrXQyO8Kn6TuzOwr
ecVHgKyatx0hECLByzZdbAIhAIPaPUYUu8xcyJf3c3WjMSetv/0bQvLNuihiabH9
yol1
-----END CERTIFICATE-----`;

/** Lets connections with TLS in to a plain server on this machine. It is gone when the test is over. @returns its port */
export async function openTlsDoor(port: number): Promise<number> {
  const open = new Set<Socket>();
  const server = createServer({ key: KEY, cert: DOOR_CERTIFICATE }, (outside) => {
    const inside = connect(port, '127.0.0.1');
    for (const socket of [outside, inside]) {
      open.add(socket);
      socket.on('error', () => undefined);
    }
    outside.on('close', () => inside.destroy());
    inside.on('close', () => outside.destroy());
    outside.pipe(inside).pipe(outside);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
