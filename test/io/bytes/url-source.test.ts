import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { urlSource } from '../../../src/io/bytes/url-source.ts';

const BYTES = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256);
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let url = '';

/** As a server that knows ranges answers. */
function ranged(tag = '"one"', bytes = BYTES) {
  return ({ headers }: IncomingMessage, response: ServerResponse) => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '')!.map(Number);
    response.writeHead(206, { ETag: tag, 'Content-Range': `bytes ${from}-${to}/${bytes.length}` });
    response.end(bytes.subarray(from, to + 1));
  };
}

const failing = (status: number) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(status).end('no');
const open = (bytes = BYTES.length) => urlSource({ url, bytes }, 'a.nii.gz', 'folder');

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.nii.gz`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('any part is the part of the file, in a buffer of its own, and nothing is asked for an empty one', async () => {
  answer = ranged();
  const source = open();
  expect(source).toMatchObject({ name: 'a.nii.gz', folder: 'folder', size: 5000 });
  await fc.assert(
    fc.asyncProperty(fc.nat(5000), fc.nat(5000), async (a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const part = await source.read(start, end);
      expect(part).toEqual(BYTES.slice(start, end));
      expect(part.buffer.byteLength).toBe(end - start);
    }),
    { numRuns: 30 },
  );
  answer = failing(500);
  expect(await source.read(7, 7)).toEqual(new Uint8Array(0));
});

test.each([
  ['another size than was listed', () => ranged(), 4999, /changed/],
  ['no range but the whole file', () => failing(200), 5000, /changed/],
  ['a server without this file', () => failing(404), 5000, /a\.nii\.gz cannot be read/],
  ['a server that wants the token', () => failing(403), 5000, /the token/],
])('%s is a sentence', async (_, answering, bytes, sentence) => {
  answer = answering();
  await expect(open(bytes).read(0, 10)).rejects.toThrow(sentence);
});

test('a file that becomes another between two reads is refused, as is a server that goes', async () => {
  answer = ranged('"one"');
  const source = open();
  await source.read(0, 10);
  answer = ranged('"two"');
  await expect(source.read(10, 20)).rejects.toThrow(/changed/);
  answer = (request) => void request.socket.destroy();
  await expect(open().read(0, 10)).rejects.toThrow(/could not be fetched/);
});
