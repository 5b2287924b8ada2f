import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DiceLensError } from '../../../src/core/errors.ts';
import {
  formatSession,
  matchFiles,
  parseSession,
  SESSION_SCHEMA,
  type Session,
  type SessionFile,
} from '../../../src/core/session/session.ts';
import { DEFAULT_VIEW } from '../../../src/core/volume/view-settings.ts';

const file = (name: string, hash: string, size = 3): SessionFile => ({
  name,
  size,
  role: 'reference',
  hash,
  of: 'all',
});
const SESSION: Session = {
  schema: SESSION_SCHEMA,
  case: 'case',
  model: '',
  link: '#/case?at=1,2,3',
  files: [file('a.nii.gz', 'aa')],
  voxel: [1, 2, 3],
  overlay: 'errors',
  opacity: 0.5,
  view: { ...DEFAULT_VIEW, layout: 'one' },
  selection: { kind: 'cell', reference: 1, predicted: 0 },
  channel: 0,
  windows: [[0, { width: 2, level: 1 }]],
  rule: null,
  edits: [],
  errors: {
    shown: true,
    cause: 'swap',
    sort: 'reach',
    layerMm: 2,
    chosen: 3,
    notes: { x: { reviewed: true, note: 'n', at: 1 } },
  },
};

test('a session comes back from its text', () => {
  expect(parseSession(formatSession(SESSION), 's')).toEqual(SESSION);
});

test('a session of another version is refused in a sentence', () => {
  const text = formatSession(SESSION).replace('session@1', 'session@2');
  expect(() => parseSession(text, 's.dicelens.json')).toThrow(/s\.dicelens\.json is a session of version 2/);
});

test('any text gives a session or a sentence', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify({ ...SESSION, files: value })),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        parseSession(text, 's');
      } catch (error) {
        expect(error).toBeInstanceOf(DiceLensError);
      }
    }),
  );
});

test('files are told by their hash, whatever they are called; a file of the same name and another hash differs', () => {
  const [a, b] = [file('a', 'aa'), file('b', 'bb')];
  expect(matchFiles([a, b], [file('renamed', 'aa'), b])).toEqual({ missing: [], differing: [] });
  expect(matchFiles([a, b], [a])).toEqual({ missing: [b], differing: [] });
  const other = file('b', 'cc');
  expect(matchFiles([a, b], [a, other])).toEqual({ missing: [], differing: [{ expected: b, found: other }] });
});
