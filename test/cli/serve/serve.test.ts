import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedListing } from '../../../src/core/serve/served-listing.ts';
import { openServer, type FolderServer } from '../../../src/cli/serve/open-server.ts';
import { runCli } from '../run-cli.ts';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'dicelens-')));
const at = (...parts: string[]) => join(top, ...parts);
const SECRET = 'outside';
const BYTES = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251));

function write(path: string, content: string | Buffer = BYTES): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
}

let server: FolderServer;
let cookie = '';
beforeAll(async () => {
  write(at('app/index.html'), 'the page');
  write(at('app/assets/a.js'), '1');
  write(at('secret.txt'), SECRET);
  write(at('data-beside/secret.txt'), SECRET);
  write(at('data/.hidden/secret.txt'), SECRET);
  write(at('data/raw/Dataset001_A/labelsTr/case 1+%.nii.gz'));
  write(at('data/page.html'), '<script>alert(1)</script>');
  symlinkSync(at('secret.txt'), at('data/link.txt'));
  symlinkSync(top, at('data/up'));
  symlinkSync(at('data/raw'), at('data/inner'));
  symlinkSync(at('data'), at('data/raw/loop'));
  server = await openServer({ folder: at('data'), app: at('app'), host: '127.0.0.1', port: 0 });
  const entered = await ask(new URL(server.link).pathname + new URL(server.link).search);
  cookie = String(entered.headers['set-cookie']).split(';')[0];
});
afterAll(async () => {
  await server?.close();
  rmSync(top, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A request whose path is sent as it is given, which fetch would tidy up. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ port: server.port, host: '127.0.0.1', path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject).end();
  });
}

const allowed = (path: string, headers: Record<string, string> = {}, method?: string) =>
  ask(path, { cookie, ...headers }, method);
const VOLUME = '/served/raw/Dataset001_A/labelsTr/case%201%2B%25.nii.gz';

describe('the token', () => {
  test('comes with the printed link, stays in a cookie that no script sees, and leaves the address', async () => {
    const { status, headers } = await ask(`/?token=${new URL(server.link).searchParams.get('token')}`);
    expect(status).toBe(302);
    expect(headers.location).toBe('/?serve');
    expect(String(headers['set-cookie'])).toMatch(
      /^dicelens-.{6}=.{32}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test.each([
    ['no cookie', {}],
    ['another token', { cookie: 'dicelens-abcdef=abcdef' }],
    ['a token cut short', () => ({ cookie: cookie.slice(0, -1) })],
    ['a token that goes on', () => ({ cookie: `${cookie}x` })],
    ['the request of another page', () => ({ cookie, 'sec-fetch-site': 'cross-site' })],
    ['the request of another port', () => ({ cookie, 'sec-fetch-site': 'same-site' })],
  ])('with %s nothing of the folder is told, not even what is not there', async (_, headers) => {
    const sent = (typeof headers === 'function' ? headers() : headers) as Record<string, string>;
    for (const path of ['/served.json', VOLUME, '/served/', '/served/nothing', '/served/raw']) {
      const answer = await ask(path, sent);
      expect(answer.status).toBe(path === '/served/' ? 400 : 403);
      expect(answer.body.toString()).toMatch(/^4\d\d\n$/);
    }
  });

  test('a wrong one sets no cookie', async () => {
    const { status, headers } = await ask('/?token=wrong');
    expect([status, headers['set-cookie']]).toEqual([403, undefined]);
  });

  test('the application itself is given to anyone on this machine, under the headers of npm start', async () => {
    for (const path of ['/', '/?serve', '/index.html']) {
      const { status, headers, body } = await ask(path);
      expect([status, body.toString()]).toEqual([200, 'the page']);
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*connect-src 'self'/);
      expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await ask('/assets/a.js')).headers['content-type']).toMatch(/javascript/);
    expect((await ask('/assets/')).status).toBe(400);
    expect((await ask('/nothing.js')).status).toBe(404);
  });
});

describe('no path leads outside', () => {
  test.each([
    '/served/../secret.txt',
    '/served/../../secret.txt',
    '/served/%2e%2e/secret.txt',
    '/served/%2E%2E%2Fsecret.txt',
    '/served/..%2fsecret.txt',
    '/served/raw/..%5c..%5csecret.txt',
    '/served/raw\\..\\..\\secret.txt',
    '/served/%252e%252e/secret.txt',
    '/served/....//secret.txt',
    '/served//etc/passwd',
    '/served/%2fetc%2fpasswd',
    '/served/./page.html',
    '/served/page.html%00.nii',
    '/served/%00',
    '/served/%E0%A4%A',
    '/served/%',
    '/served/link.txt',
    '/served/up/secret.txt',
    '/served/up/data-beside/secret.txt',
    '/served/.hidden/secret.txt',
    '/served/up/data/page.html/',
    '/served/raw',
    '/served/raw/Dataset001_A/',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '//served/page.html',
    'http://127.0.0.1/served/page.html',
  ])('%s', async (path) => {
    const { status, body } = await allowed(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).toMatch(/^4\d\d\n$/);
  });

  test('a link that stays inside is followed', async () => {
    const { status, body } = await allowed(VOLUME.replace('raw', 'inner'));
    expect([status, body.equals(BYTES)]).toEqual([200, true]);
  });
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  '%s is refused',
  async (method) => {
    for (const path of ['/', VOLUME, '/served.json']) {
      const { status, headers } = await allowed(path, {}, method);
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  },
);

test.each([
  ['evil.example', 403],
  ['evil.example:4180', 403],
  ['127.0.0.1.evil.example', 403],
  ['localhost.evil.example', 403],
  ['10.0.0.1', 403],
  ['localhost', 200],
  ['LOCALHOST:8080', 200], // another port at the near end of ssh -L
  ['127.0.0.1:1', 200],
  ['[::1]:4180', 200],
])('asked for as "%s": %i', async (host, status) => {
  for (const path of ['/', VOLUME, '/served.json']) {
    expect((await allowed(path, { host })).status).toBe(status);
  }
});

describe('a file', () => {
  test('arrives as it lies on disk, whole, in part and by its head', async () => {
    const whole = await allowed(VOLUME);
    expect(whole.body.equals(BYTES)).toBe(true);
    expect(whole.headers).toMatchObject({ 'content-length': '1000', 'accept-ranges': 'bytes' });
    expect(whole.headers['content-encoding']).toBeUndefined();
    const head = await allowed(VOLUME, {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '1000', 0]);
    for (const [range, from, to] of [
      ['bytes=0-0', 0, 1],
      ['bytes=10-19', 10, 20],
      ['bytes=990-', 990, 1000],
      ['bytes=-1', 999, 1000],
      ['bytes=990-5000', 990, 1000],
    ] as const) {
      const part = await allowed(VOLUME, { range });
      expect([part.status, part.headers['content-range']]).toEqual([206, `bytes ${from}-${to - 1}/1000`]);
      expect(part.body.equals(BYTES.subarray(from, to))).toBe(true);
    }
    const beyond = await allowed(VOLUME, { range: 'bytes=1000-' });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */1000']);
  });

  test('that is a page or a script is none here', async () => {
    const { headers } = await allowed('/served/page.html');
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': expect.stringMatching(/sandbox/),
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});

test('the listing names what is inside alone, and no path of the machine', async () => {
  const { status, headers, body } = await allowed('/served.json');
  expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  const listing = JSON.parse(body.toString()) as ServedListing;
  expect(listing).toMatchObject({ schema: 'dicelens/served@1', name: 'data', isWhole: true });
  expect(listing.datasets.map(({ path }) => path)).toEqual(['raw/Dataset001_A']); // once, though inner is the same
  expect(body.toString()).not.toContain(top);
  expect((await allowed('/served.json', {}, 'HEAD')).body.length).toBe(0);
});

describe('the command', () => {
  test.each([
    [['serve'], 2, /one DIR/],
    [['serve', 'a', 'b'], 2, /one DIR/],
    [['serve', top, '--port', 'x'], 2, /--port takes/],
    [['serve', top, '--port', '70000'], 2, /--port takes/],
    [['serve', at('nowhere')], 1, /is no folder/],
    [['serve', at('secret.txt')], 1, /is no folder/],
  ])('%j is refused with exit code %i', async (args, code, sentence) => {
    const ended = await runCli(...args);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(sentence);
  });

  test('a page that is not built and a port that is taken are one sentence each', async () => {
    const options = { folder: top, app: at('app'), host: '127.0.0.1' };
    await expect(openServer({ ...options, app: at('data'), port: 0 })).rejects.toThrow(/npm run build/);
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(openServer({ ...options, port })).rejects.toThrow(`Port ${port} is taken`);
    other.close();
    await expect(openServer({ ...options, host: '203.0.113.1', port: 0 })).rejects.toThrow(/EADDRNOTAVAIL/);
  });
});
