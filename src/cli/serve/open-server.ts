import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DiceLensError } from '../../core/errors.ts';
import { answerRequests } from './answer-requests.ts';
import { listServed } from './list-served.ts';

export interface ServerOptions {
  readonly folder: string;
  /** The folder of the built application. */
  readonly app: string;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
}

/** A server that answers. To be closed. */
export interface FolderServer {
  /** With the token. */
  readonly link: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the application and, read-only, the files below a folder.
 * @throws DiceLensError serveNoFolder, serveNotBuilt, portTaken, cannotListen
 */
export async function openServer({ folder, app, host, port }: ServerOptions): Promise<FolderServer> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DiceLensError('serveNoFolder', { folder });
  }
  if (!existsSync(join(app, 'index.html'))) throw new DiceLensError('serveNotBuilt', { folder: app });
  const root = realpathSync(folder);
  const token = randomBytes(24).toString('base64url');
  const isLoopback = ['localhost', '127.0.0.1', '::1'].includes(host);
  const server = createServer(
    answerRequests({
      root,
      app: realpathSync(app),
      token,
      hosts: isLoopback ? [] : [host, hostname()],
      list: () => listServed(root),
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code ?? String(error);
      reject(
        reason === 'EADDRINUSE'
          ? new DiceLensError('portTaken', { port })
          : new DiceLensError('cannotListen', { host, port, reason }),
      );
    });
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const shown = ['0.0.0.0', '::'].includes(host) ? hostname() : host.includes(':') ? `[${host}]` : host;
  const link = new URL(`http:${shown}:${taken}`);
  link.searchParams.set('token', token);
  return {
    link: link.href,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
