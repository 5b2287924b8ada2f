import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeLog, V2 } from '../../io/make-training-log.ts';
import { makeTypedNifti } from '../../io/make-nifti.ts';
import { floats, makeNpy, makeZip } from '../../io/make-npz.ts';
import { runCli, scratchFolder } from '../run-cli.ts';

const golden = fileURLToPath(new URL('../../golden/nnunet_eval/', import.meta.url));
const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const REGIONS = join(golden, 'dataset_regions.json');

interface PseudoDiceJson {
  schema: string;
  rawRegions: boolean;
  settings: { patch: number[]; batch: number; forcedPerBatch: number; oversampling: number };
  meanDice: number;
  pooledDice: number;
  lastEma: number;
  bestEpochs: number[];
  structures: { key: string; meanDice: number | null; nanEpochs: number }[];
  gap: { steps: { code: string; value: number; sentence: string }[] };
  epochs: { pseudoDice: Record<string, number | null>; mean: number; ema: number; best: boolean }[];
  patches: {
    epoch: number;
    iteration: number;
    sample: number;
    case: string;
    start: number[];
    forced: string | null;
  }[];
}

async function simulate(...args: string[]): Promise<PseudoDiceJson> {
  const out = join(scratchFolder(), 'pseudo.json');
  const { code, stderr } = await runCli('pseudo-dice', ...args, '--json', out);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(out, 'utf8')) as PseudoDiceJson;
}

const folders = [join(golden, 'ref'), join(golden, 'pred'), '--dataset', REGIONS];
const small = ['--patch', '8', '9', '5', '--epochs', '7', '--iterations', '6'];

/** Size and voxels of a golden file of small integers, by the offsets of nifti1.h. */
function readPlainly(path: string): { size: number[]; voxels: number[] } {
  const bytes = gunzipSync(readFileSync(path));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = [42, 44, 46].map((at) => view.getInt16(at, true));
  const width = view.getInt16(72, true) / 8;
  const start = view.getFloat32(108, true);
  const count = size[0] * size[1] * size[2];
  return { size, voxels: Array.from({ length: count }, (_, i) => view.getUint8(start + i * width)) };
}

test('every epoch is what its listed patches hold, counted voxel by voxel from the files', async () => {
  const result = await simulate(...folders, ...small, '--seed', '5');
  expect(result.schema).toBe('dicelens/pseudo-dice@1');
  expect(result.patches).toHaveLength(7 * 6 * 2);
  const { labels } = JSON.parse(readFileSync(REGIONS, 'utf8')) as {
    labels: Record<string, number | number[]>;
  };
  const regions = Object.entries(labels)
    .filter(([name]) => name !== 'background' && name !== 'ignore')
    .map(([, value]) => [value].flat());
  const volumes = new Map(
    [...new Set(result.patches.map((patch) => patch.case))].map((name) => [
      name,
      ['ref', 'pred'].map((folder) => readPlainly(join(golden, folder, `${name}.nii.gz`))),
    ]),
  );
  let ema = Number.NaN;
  let best = Number.NEGATIVE_INFINITY;
  result.epochs.forEach((epoch, e) => {
    const patches = result.patches.filter((patch) => patch.epoch === e);
    const scores = regions.map((region) => {
      let [tp, errors] = [0, 0];
      for (const { case: name, start } of patches) {
        const [reference, predicted] = volumes.get(name)!;
        const [sizeX, sizeY, sizeZ] = reference.size;
        for (let z = Math.max(0, start[2]); z < Math.min(sizeZ, start[2] + 5); z++)
          for (let y = Math.max(0, start[1]); y < Math.min(sizeY, start[1] + 9); y++)
            for (let x = Math.max(0, start[0]); x < Math.min(sizeX, start[0] + 8); x++) {
              const i = x + sizeX * (y + sizeY * z);
              const [r, p] = [reference, predicted].map(({ voxels }) => region.includes(voxels[i]));
              if (r && p) tp++;
              else if (r || p) errors++;
            }
      }
      return (2 * tp) / (2 * tp + errors);
    });
    const known = scores.filter((score) => !Number.isNaN(score));
    const mean = known.reduce((sum, score) => sum + score, 0) / known.length;
    ema = e === 0 ? mean : 0.9 * ema + 0.1 * mean;
    expect(Object.values(epoch.pseudoDice).length).toBe(regions.length);
    expect(new Set(Object.values(epoch.pseudoDice))).toEqual(
      new Set(scores.map((score) => (Number.isNaN(score) ? null : score))),
    );
    expect(epoch.mean).toBeCloseTo(mean, 12);
    expect(epoch.ema).toBeCloseTo(ema, 12);
    expect(epoch.best).toBe(ema > best);
    best = Math.max(best, ema);
  });
  expect(result.bestEpochs).toEqual(result.epochs.flatMap(({ best: isBest }, e) => (isBest ? [e] : [])));
});

test('whole volumes give the means of the golden summary.json', async () => {
  const result = await simulate(...folders, ...small);
  const summary = JSON.parse(
    readFileSync(join(golden, 'summary_regions.json'), 'utf8').replace(/\bNaN\b/g, 'null'),
  ) as { foreground_mean: { Dice: number }; mean: Record<string, { Dice: number }> };
  expect(result.meanDice).toBeCloseTo(summary.foreground_mean.Dice, 12);
  for (const { key, meanDice } of result.structures) expect(meanDice).toBeCloseTo(summary.mean[key].Dice, 12);
  expect(result.gap.steps.map(({ code }) => code)).toEqual(['validation', 'aggregation', 'sampling']);
});

test('the same seed gives the same file, another one other patches', async () => {
  const [first, again, other] = [
    await simulate(...folders, ...small, '--seed', '3'),
    await simulate(...folders, ...small, '--seed', '3'),
    await simulate(...folders, ...small, '--seed', '4'),
  ];
  expect(again).toEqual(first);
  expect(other.patches).not.toEqual(first.patches);
});

test('plans.json gives patch and batch, z, y, x; options go before it', async () => {
  const plans = join(scratchFolder(), 'plans.json');
  writeFileSync(
    plans,
    JSON.stringify({
      transpose_forward: [0, 1, 2],
      configurations: {
        '2d': { patch_size: [12, 10], batch_size: 49 },
        '3d_fullres': { patch_size: [5, 9, 8], batch_size: 9 },
      },
    }),
  );
  const few = ['--epochs', '1', '--iterations', '1', '--plans', plans];
  expect((await simulate(...folders, ...few)).settings).toMatchObject({ patch: [8, 9, 5], batch: 9, forcedPerBatch: 3 }); // prettier-ignore
  const flat = await simulate(...folders, ...few, '--configuration', '2d');
  expect(flat.settings).toMatchObject({ patch: [10, 12, 1], batch: 49, forcedPerBatch: 16 });
  expect((await simulate(...folders, ...few, '--batch', '2', '--patch', '4', '4')).settings).toMatchObject({
    patch: [4, 4, 1],
    batch: 2,
  });
  const unknown = await runCli('pseudo-dice', ...folders, ...few, '--configuration', '3d_lowres');
  expect(unknown).toMatchObject({ code: 1 });
  expect(unknown.stderr).toContain('2d, 3d_fullres');
});

test('region masks, one folder a case or named by hand, and probabilities give raw regions: the same epochs', async () => {
  const folder = scratchFolder();
  const voxels = Array.from({ length: 120 }, (_, i) => (i % 7 < 3 ? (i % 5 === 0 ? 2 : 1) : 0));
  const masks = { whole: voxels.map((_, i) => (i % 7 < 4 ? 1 : 0)), core: voxels.map((_, i) => (i % 5 === 0 ? 1 : 0)) }; // prettier-ignore
  const dataset = join(folder, 'dataset.json');
  writeFileSync(dataset, JSON.stringify({ channel_names: { 0: 'CT' }, labels: { background: 0, whole: [1, 2], core: [2] }, regions_class_order: [1, 2], numTraining: 1, file_ending: '.nii' })); // prettier-ignore
  mkdirSync(join(folder, 'ref'));
  mkdirSync(join(folder, 'masks', 'case_a'), { recursive: true });
  mkdirSync(join(folder, 'npz'));
  const reference = join(folder, 'ref', 'case_a.nii');
  const grid = { dim: [3, 6, 5, 4] };
  writeFileSync(reference, makeTypedNifti('uint8', voxels, grid));
  const paths = Object.entries(masks).map(([name, values]) => {
    const path = join(folder, 'masks', 'case_a', `region_${name}.nii`);
    writeFileSync(path, makeTypedNifti('uint8', values, grid));
    return path;
  });
  const bytes = makeNpy('<f4', [2, 4, 5, 6], floats('<f4', [...masks.whole, ...masks.core]));
  writeFileSync(join(folder, 'npz', 'case_a.npz'), makeZip([{ name: 'probabilities.npy', bytes }]));
  const few = ['--dataset', dataset, '--patch', '3', '3', '3', '--epochs', '4', '--iterations', '5'];
  const ofFolders = await simulate(join(folder, 'ref'), join(folder, 'masks'), ...few);
  expect(ofFolders).toMatchObject({ rawRegions: true });
  expect(ofFolders.gap.steps.map(({ code }) => code)).toContain('reconstruction');
  const byHand = await simulate(reference, ...few, '--region-masks', ...paths);
  const ofNpz = await simulate(join(folder, 'ref'), join(folder, 'npz'), ...few);
  for (const other of [byHand, ofNpz]) expect(other.epochs).toEqual(ofFolders.epochs);
  const out = join(folder, 'epochs.csv');
  const { code } = await runCli(
    'pseudo-dice',
    join(folder, 'ref'),
    join(folder, 'npz'),
    ...few,
    '--csv',
    out,
  );
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
  expect([code, lines.length]).toEqual([0, 5]);
  expect(lines[0]).toBe('seed,epoch,mean_pseudo_dice,ema,new_best,pseudo_dice_whole,pseudo_dice_core');
  lines.slice(1).forEach((line, epoch) => {
    const [, at, mean, ema] = line.split(',').map(Number);
    expect([at, mean, ema]).toEqual([epoch, ofNpz.epochs[epoch].mean, ofNpz.epochs[epoch].ema]);
  });
});

test('a pair of files is a cohort of one; without dataset.json the labels are those found', async () => {
  const file = 'case_000.nii.gz';
  const result = await simulate(join(golden, 'ref', file), join(golden, 'pred', file), ...small);
  expect(new Set(result.patches.map((patch) => patch.case))).toEqual(new Set(['case_000']));
  expect(result.structures.every(({ key }) => /^\d+$/.test(key))).toBe(true);
});

test('a training ends the account with its last EMA, and alone gives the account of its summary and log', async () => {
  const fold = join(scratchFolder(), 'fold_0');
  mkdirSync(join(fold, 'validation'), { recursive: true });
  copyFileSync(join(golden, 'summary_regions.json'), join(fold, 'validation/summary.json'));
  const epochs = [0.5, 0.75].map((dice, epoch) => ({ epoch, rate: 0.01, trainLoss: 0, valLoss: 0, dice: [dice], durationS: 1 })); // prettier-ignore
  writeFileSync(
    join(fold, 'training_log_2025_1_2_3_4_5.txt'),
    makeLog({ ...V2, numpy: 2 }, { startMs: 0, epochs }).text,
  );
  const result = await simulate(...folders, ...small, '--run', fold);
  expect(result.gap.steps.at(-1)).toMatchObject({ code: 'remainder' });
  expect(result.gap.steps.at(-1)?.value).toBeCloseTo(0.525, 6);
  const alone = await simulate('--run', fold, '--dataset', REGIONS);
  expect(alone.schema).toBe('dicelens/gap@1');
  expect(alone.gap.steps.map(({ code }) => code)).toEqual(['validation', 'aggregation', 'remainder']);
  const { stdout } = await runCli('pseudo-dice', '--run', fold, '--language', 'zh-CN');
  expect(stdout).toContain('最后的 EMA 为 0.525');
});

test('what one reads in the terminal is sentences, in both languages', async () => {
  for (const language of ['en', 'zh-CN']) {
    const { code, stdout } = await runCli('pseudo-dice', ...folders, ...small, '--language', language);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/undefined|null|\[object|NaN(?! epochs| 轮次|,| and)/);
  }
  const { stdout } = await runCli('pseudo-dice', ...folders, ...small, '--json', '-');
  expect((JSON.parse(stdout) as PseudoDiceJson).schema).toBe('dicelens/pseudo-dice@1');
});

test('a cohort without foreground ends in figures that are null, not in an error', async () => {
  const folder = scratchFolder();
  const file = join(folder, 'case.nii');
  writeFileSync(file, makeTypedNifti('uint8', [0, 0, 0, 0, 0, 0]));
  const dataset = join(folder, 'dataset.json');
  writeFileSync(dataset, JSON.stringify({ channel_names: { 0: 'CT' }, labels: { background: 0, organ: 1 }, numTraining: 1, file_ending: '.nii' })); // prettier-ignore
  const args = [file, file, '--dataset', dataset, '--patch', '4', '4', '4', '--epochs', '2'];
  const result = await simulate(...args);
  expect(result).toMatchObject({ meanDice: null, lastEma: null });
  expect(result.patches.every(({ forced }) => forced === null)).toBe(true);
  expect((await runCli('pseudo-dice', ...args)).code).toBe(0);
});

test.each([
  [2, []],
  [2, ['only-one']],
  [2, [...folders, '--patch', '0', '4', '4']],
  [2, [...folders, '--patch', '4']],
  [2, [...folders, '--batch', '0']],
  [2, [...folders, '--epochs', '1.5']],
  [2, [...folders, '--oversampling', '1.01']],
  [2, [...folders, '--order', 'random']],
  [2, [...folders, '--seed', 'x']],
  [1, ['/no/such/folder', join(golden, 'pred')]],
  [1, [join(golden, 'ref'), join(golden, 'pred', 'case_000.nii.gz')]],
  [1, [...folders, '--epochs', '1000000']],
  [1, ['--run', '/no/such/run']],
])('wrong use is 2, what cannot be used 1, each with one sentence: %i for %j', async (expected, args) => {
  const { code, stderr, stdout } = await runCli('pseudo-dice', ...args);
  expect([code, stdout, stderr.trim().split('\n').length]).toEqual([expected, '', 1]);
});

test.skipIf(!existsSync(join(shared, 'nnunet-runs')))(
  'the showcase of 100 % forced patches: validation .120, last EMA .804 (needs the shared runs)',
  async () => {
    const fold = join(shared, 'nnunet-runs/v2.5_oversampling/Dataset006_Lung/os100/fold_0');
    const { gap } = await simulate('--run', fold);
    expect(gap.steps[0].value).toBeCloseTo(0.12, 3);
    expect(gap.steps.at(-1)?.value).toBeCloseTo(0.804, 3);
    expect(gap.steps[1].sentence).toContain('cancer of lung');
    expect(gap.steps[1].value).toBeCloseTo(0.0488, 4);
    expect(gap.steps[2].sentence).toContain('6,838,208 of cancer');
    const none = join(shared, 'nnunet-runs/v2.5_oversampling/Dataset006_Lung/os000/fold_0');
    const values = (await simulate('--run', none)).gap.steps.map(({ value }) => value);
    [0.608, 0.654, 0.483].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 3));
  },
);

test.skipIf(!existsSync(join(shared, 'nnunet-runs')))(
  'the showcase of regions: adding up explains the gap but for .001, and regions are named (needs the shared runs)',
  async () => {
    const { gap } = await simulate('--run', join(shared, 'nnunet-runs/v2.5_brats21_regions_1000ep/fold_0'));
    const values = gap.steps.map(({ value }) => value);
    [0.908, 0.942, 0.941].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 3));
    expect(gap.steps[1].sentence).toContain('tumor core of BraTS2021_01350');
    expect(gap.steps[2].sentence).toContain('raw masks');
  },
);
