import { beforeEach, describe, expect, test, vi } from 'vitest';
import { answer } from '../../../src/app/case/answer-question.ts';
import type { App } from '../../../src/app/app.ts';
import { openFiles } from '../../../src/app/case/open-files.ts';
import { rememberedRole } from '../../../src/app/runs/remembered-folders.ts';
import { INITIAL_STATE, type AppState } from '../../../src/app/state.ts';
import { Store } from '../../../src/app/store.ts';
import type { CaseRequest } from '../../../src/workers/case/case-session.ts';
import type { NamedFile } from '../../../src/workers/case/named-file.ts';
import { sortFiles } from '../../../src/workers/case/sort-files.ts';
import type { OpenFile } from '../../../src/workers/case/sorted-files.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

/** An application whose worker sorts files as the real one does, and only notes what it is to open. */
function openFakeApp(): { app: App; requests: CaseRequest[] } {
  const requests: CaseRequest[] = [];
  const session = {
    sortFiles: async (files: readonly OpenFile[]) => sortFiles(files),
    openCase: async (request: CaseRequest) => {
      requests.push(request);
      return { aborted: true } as const;
    },
  } as unknown as App['session'];
  return {
    app: { store: new Store<AppState>(INITIAL_STATE), session, replaceWorker: () => {} },
    requests,
  };
}

const file = (path: string): NamedFile => {
  const parts = path.split('/');
  return { name: parts.at(-1) ?? '', folder: parts.slice(0, -1).join('/'), blob: new Blob([path]) };
};
const open = (app: App, ...paths: string[]) => openFiles(app, paths.map(file));
const opened = ({ reference, prediction }: CaseRequest) => ({
  reference: reference.map(({ folder, name }) => `${folder}/${name}`),
  prediction: prediction?.map(({ folder, name }) => `${folder}/${name}`),
});

describe('files of the same names in two folders', () => {
  const expected = { reference: ['manual/a.nii.gz'], prediction: ['fold_0/a.nii.gz'] };

  test('are asked about once; the next time the names of the folders tell', async () => {
    const { app, requests } = openFakeApp();
    await open(app, 'manual/a.nii.gz', 'manual/b.nii.gz', 'fold_0/a.nii.gz', 'fold_0/b.nii.gz');
    expect(app.store.state.question).toMatchObject({
      kind: 'which-folder',
      origins: ['manual', 'fold_0'],
      example: 'a.nii.gz',
    });
    await answer(app, 'manual');
    expect(requests.map(opened)).toEqual([expected]);
    expect([rememberedRole('manual'), rememberedRole('fold_0')]).toEqual(['reference', 'prediction']);

    const again = openFakeApp();
    await open(again.app, 'fold_0/a.nii.gz', 'manual/a.nii.gz');
    expect(again.app.store.state.question).toBeNull();
    expect(again.requests.map(opened)).toEqual([expected]);
  });

  test('leave JSON, probabilities, images and the other half of a pair what they are', async () => {
    const { app, requests } = openFakeApp();
    const manual = ['a.hdr', 'a.img', 'a_0000.nii.gz', 'dataset.json'].map((name) => `manual/${name}`);
    const fold = ['a.hdr', 'a.img', 'a.npz', 'a.pkl'].map((name) => `fold_0/${name}`);
    await open(app, ...manual, ...fold);
    await answer(app, 'manual');
    expect(requests.map(opened)).toEqual([
      { reference: ['manual/a.hdr', 'manual/a.img'], prediction: ['fold_0/a.hdr', 'fold_0/a.img'] },
    ]);
    expect(requests[0].probabilities?.name).toBe('a.npz');
    expect(requests[0].images).toMatchObject([{ files: [{ name: 'a_0000.nii.gz' }] }]);
    expect(requests[0].dataset?.name).toBe('dataset.json');
  });
});

test('an answer that belongs to no question changes nothing', async () => {
  const { app, requests } = openFakeApp();
  await open(app, 'manual/a.nii.gz', 'fold_0/a.nii.gz');
  const { question } = app.store.state;
  app.store.change({ question: null });
  await answer(app, 'manual');
  expect(requests).toEqual([]);
  app.store.change({ question });
  await answer(app, 'fold_0');
  expect(requests.map(opened)).toEqual([{ reference: ['fold_0/a.nii.gz'], prediction: ['manual/a.nii.gz'] }]);
});

test('files dropped one after the other have no folder to be remembered by', async () => {
  const { app, requests } = openFakeApp();
  await open(app, 'a.nii.gz');
  await open(app, 'a.nii.gz');
  const { question } = app.store.state;
  expect(question).toMatchObject({ kind: 'which-folder' });
  const [, second] = question?.kind === 'which-folder' ? question.origins : [];
  await answer(app, second ?? '');
  expect(requests).toHaveLength(1);
  expect(rememberedRole('')).toBeNull();
  expect(rememberedRole(second ?? '')).toBeNull();
});

test('where nothing can be kept, the question is asked again', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('forbidden');
    },
    setItem: () => {
      throw new Error('forbidden');
    },
  });
  for (let i = 0; i < 2; i++) {
    const { app, requests } = openFakeApp();
    await open(app, 'manual/a.nii.gz', 'fold_0/a.nii.gz');
    await answer(app, 'manual');
    expect(requests).toHaveLength(1);
  }
});

test.each([
  ['replace', { reference: ['/reference.nii.gz'], prediction: ['/prediction_2.nii.gz'] }],
  ['other-model', { reference: ['/reference.nii.gz'], prediction: ['/prediction.nii.gz'] }],
])('a second prediction, answered by %s', async (value, expected) => {
  const { app, requests } = openFakeApp();
  const files = sortFiles(
    ['reference.nii.gz', 'prediction.nii.gz'].map((name, i) => ({
      ...file(name),
      id: -1 - i,
      drop: 0,
      role: 'other' as const,
      byHand: false,
      part: '',
    })),
  );
  app.store.change({ files: files.files, cases: files.cases, current: 0 });
  await open(app, 'prediction_2.nii.gz');
  expect(app.store.state.question).toMatchObject({
    kind: 'role-filled',
    added: { name: 'prediction_2.nii.gz' },
  });
  await answer(app, value);
  expect(requests.map(opened)).toEqual([expected]);
  expect(app.store.state.files).toEqual(files.files); // opening failed here, so all stays
});
