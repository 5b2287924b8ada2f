import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { sep } from 'node:path';
import send from 'send';
import { FILES_ADDRESS, LISTING_ADDRESS, type ServedListing } from '../../core/serve/served-listing.ts';
import { parsePath, resolveInside } from './served-path.ts';
import { STRICT, STRICT_DATA } from './strict-headers.ts';

export interface ServeSetting {
  /** The folder whose files are looked at, a real path. */
  readonly root: string;
  /** The folder of the built application, a real path. */
  readonly app: string;
  readonly token: string;
  /** Names by which this machine may be asked for; those of the loopback always may. */
  readonly hosts: readonly string[];
  readonly list: () => Promise<ServedListing>;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Answers GET and HEAD: the application to anyone, the listing and the files below the root to whoever has the token,
 * which the printed link brings and a cookie keeps. Everything else is refused before a file is touched.
 */
export function answerRequests(setting: ServeSetting): RequestListener {
  return (request, response) => {
    answer(setting, request, response).catch(() => refuse(response, 500));
  };
}

async function answer(setting: ServeSetting, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(STRICT)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405);
  }
  if (!isHostKnown(setting, request)) return refuse(response, 403);

  const [path, query = ''] = (request.url ?? '').split('?');
  if (path === '/') {
    const token = new URLSearchParams(query).get('token');
    if (token !== null) return enter(setting, token, response);
  }
  const parts = path === '/' ? ['index.html'] : parsePath(path.replace(/^\//, ''));
  if (parts === null || !path.startsWith('/')) return refuse(response, 400);
  const isListing = path === `/${LISTING_ADDRESS}`;
  const isFile = `${parts[0]}/` === FILES_ADDRESS;
  if (!isListing && !isFile)
    return sendFile(request, response, setting.app, await resolveInside(setting.app, parts));

  for (const [name, value] of Object.entries(STRICT_DATA)) response.setHeader(name, value);
  if (!isAllowed(setting, request)) return refuse(response, 403);
  if (isFile) {
    return sendFile(request, response, setting.root, await resolveInside(setting.root, parts.slice(1)));
  }
  response.setHeader('Content-Type', 'application/json');
  const listing = JSON.stringify(await setting.list());
  response.end(request.method === 'HEAD' ? undefined : listing);
}

/** A page of another name that was made to lead here asks by that name (DNS rebinding). */
function isHostKnown({ hosts }: ServeSetting, { headers, socket }: IncomingMessage): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  if (LOOPBACK.includes(name) || hosts.some((host) => host.toLowerCase() === name)) return true;
  const address = socket.localAddress?.replace(/^::ffff:/, '') ?? '';
  return isIP(address) > 0 && (name === address || name === `[${address}]`) && hosts.length > 0;
}

/** The printed link: the token goes into a cookie and out of the address. */
function enter({ token: expected }: ServeSetting, token: string, response: ServerResponse): void {
  if (!isSame(token, expected)) return refuse(response, 403);
  const cookie = `${cookieName(expected)}=${expected}; Path=/; HttpOnly; SameSite=Strict`;
  response.writeHead(302, { Location: '/?serve', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }).end();
}

function isAllowed({ token }: ServeSetting, { headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const cookies = (headers.cookie ?? '').split(/;\s*/).map((cookie) => cookie.split('='));
  return cookies.some(([name, value]) => name === cookieName(token) && isSame(value ?? '', token));
}

/** Of this start alone: several servers behind one forwarded host do not take each other's cookies away. */
function cookieName(token: string): string {
  return `dicelens-${token.slice(0, 6)}`;
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A file that was found to lie within `root`, or ranges of it. */
function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  path: string | null,
): void {
  if (path === null) return refuse(response, 404);
  const encoded = path.split(sep).map(encodeURIComponent).join('/');
  send(request, encoded, { root, index: false, dotfiles: 'ignore', cacheControl: false })
    .on('error', (error: Error & { status?: number; headers?: Record<string, string> }) => {
      const range = error.headers?.['Content-Range'];
      if (range !== undefined) response.setHeader('Content-Range', range);
      refuse(response, error.status ?? 500);
    })
    .on('directory', () => refuse(response, 404))
    .pipe(response);
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.writeHead(status).end(`${status}\n`);
}
