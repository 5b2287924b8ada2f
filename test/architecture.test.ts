import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Who may import whom, as in src/ARCHITECTURE.md; a layer may always import itself. */
const LAYERS: Record<string, readonly string[]> = {
  core: [],
  io: ['core'],
  engine: ['core'],
  tasks: ['core', 'io', 'engine'],
  workers: ['tasks', 'core', 'io', 'engine'],
  cli: ['tasks', 'core', 'io', 'engine'],
  app: ['core', 'workers'],
  ui: ['core'],
  pages: ['app', 'ui', 'core'],
  demo: ['core', 'io'],
  'main.ts': ['pages', 'app', 'ui'],
};
const WITHOUT_PACKAGES = ['core'];
const SHADER_HOST = 'src/engine/gpu/kernels.ts';
const MAX_LINES = 300;

const top = fileURLToPath(new URL('..', import.meta.url));
const files = [...filesIn('src'), ...filesIn('shaders')];
const modules = files.filter((file) => /^src\/.*\.(?:ts|js)$/.test(file) && !file.endsWith('.d.ts'));

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** from the top folder on; null for a package */
  readonly target: string | null;
}
const imports = modules.flatMap(importsOf);

test('a layer imports only itself and the layers below it', () => {
  const wrong = imports.filter(({ file, target }) => {
    if (!target?.startsWith('src/')) return false;
    const [from, to] = [layerOf(file), layerOf(target)];
    return from !== to && LAYERS[from] && !LAYERS[from].includes(to) && !isStyleOf(from, target);
  });
  expect(wrong.map(inWords)).toEqual([]);
});

test('every file of src lies in a layer of the table', () => {
  expect(modules.filter((file) => !LAYERS[layerOf(file)])).toEqual([]);
});

test('core imports no package', () => {
  const wrong = imports.filter(
    ({ file, target }) => WITHOUT_PACKAGES.includes(layerOf(file)) && target === null,
  );
  expect(wrong.map(inWords)).toEqual([]);
});

test(`only ${SHADER_HOST} imports shaders, and nothing else from outside src but package.json`, () => {
  const outside = imports.filter(({ target }) => target !== null && !target.startsWith('src/'));
  const wrong = outside.filter(({ file, specifier, target }) => {
    const isShader = /^shaders\/[^/]+\.wgsl$/.test(target!) && specifier.endsWith('.wgsl?raw');
    const isManifest = target === 'package.json' || target === 'dist/cli/start.js';
    return isShader ? file !== SHADER_HOST : !isManifest || layerOf(file) === 'core';
  });
  expect(wrong.map(inWords)).toEqual([]);
});

test('no file is named utils or index.ts: a name says what is inside', () => {
  const wrong = files.filter(
    (file) => /^utils?$/.test(basename(file, extname(file))) || basename(file) === 'index.ts',
  );
  expect(wrong).toEqual([]);
});

test(`no source file is longer than ${MAX_LINES} lines`, () => {
  const long = files
    .filter((file) => /\.(?:ts|js|css|wgsl)$/.test(file))
    .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(long.map(({ file, lines }) => `${file}: ${lines} lines`)).toEqual([]);
});

test('no address of another host is written into the code: nothing leaves this machine', () => {
  const found = files
    .filter((file) => /\.(?:ts|js|css|html)$/.test(file))
    .flatMap((file) => addressesIn(withoutComments(read(file))).map((address) => `${file}: ${address}`));
  expect(found).toEqual([]);
});

test('the reader of imports sees every form of import, and no comment', () => {
  const code = `
    import 'a';
    import b from "b";
    import type { C } from './c.ts';
    import d, {
      e,
    } from './d.ts';
    export * from './f.ts';
    export { g } from './g.ts';
    const h = await import('./h.ts');
    new Worker(new URL('./i.ts', import.meta.url), { type: 'module' });
    let j: import('./j.ts').J;
    // import './comment.ts';
    /* import './comment.ts' */ const k = 'https://example.org'; // https://comment.org
    const l = 'imported from here'; const m = \`from './text.ts'\`;`;
  expect(specifiersIn(code)).toEqual([
    'a',
    'b',
    './c.ts',
    './d.ts',
    './f.ts',
    './g.ts',
    './h.ts',
    './i.ts',
    './j.ts',
  ]);
  expect(addressesIn(withoutComments(code))).toEqual(['https://example.org']);
});

function filesIn(folder: string): string[] {
  if (!existsSync(top + folder)) return [];
  return readdirSync(top + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(top.length).replaceAll('\\', '/'))
    .toSorted();
}

function read(file: string): string {
  return readFileSync(top + file, 'utf8');
}

function layerOf(file: string): string {
  return file.split('/')[1];
}

/** Styles and other data beside main.ts belong to it. */
function isStyleOf(layer: string, target: string): boolean {
  return layer === 'main.ts' && /^src\/[^/]+\.css$/.test(target);
}

function importsOf(file: string): Import[] {
  return specifiersIn(read(file)).map((specifier) => {
    const path = specifier.replace(/[?#].*$/, '');
    if (path.startsWith('.')) return { file, specifier, target: posix.join(dirname(file), path) };
    return { file, specifier, target: path.startsWith('/') ? `src${path}` : null };
  });
}

function specifiersIn(text: string): string[] {
  const forms = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(?<specifier>[^'"]+)\1/gm,
    /^\s*import\s*(['"])(?<specifier>[^'"]+)\1/gm,
    /\bimport\(\s*(['"`])(?<specifier>[^'"`]+)\1/g,
    /\bnew URL\(\s*(['"`])(?<specifier>[^'"`]+)\1\s*,\s*import\.meta\.url/g,
  ];
  const code = withoutComments(text);
  return forms
    .flatMap((form) => [...code.matchAll(form)])
    .toSorted((a, b) => a.index - b.index)
    .map(({ groups }) => groups!.specifier)
    .filter((specifier) => !specifier.endsWith('/')); // a folder, to be read from or written to
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm, '');
}

/** http://www.w3.org/... names XML dialects and is never fetched. */
function addressesIn(code: string): string[] {
  return [...code.matchAll(/https?:\/\/[^\s'"`)<>]+/g)]
    .map(([address]) => address)
    .filter((address) => !address.startsWith('http://www.w3.org/'));
}

function inWords({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}
