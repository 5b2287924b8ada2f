import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DiceLensError } from '../../src/core/errors.ts';
import { sumStructures } from '../../src/core/runs/run-summary.ts';
import { parseDebugJson } from '../../src/io/json/debug-json.ts';
import { conditionsOfPlans, parsePlansJson } from '../../src/io/json/plans-json.ts';
import { parsePythonLiteral, type PythonValue } from '../../src/io/json/python-literal.ts';
import { groupRunFiles } from '../../src/io/runs/run-folder.ts';
import { parseSummaryJson } from '../../src/io/json/summary-json.ts';

/** Python's repr of such a value. */
function repr(value: PythonValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number')
    return Number.isNaN(value) ? 'nan' : String(value).replace('Infinity', 'inf');
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t').replaceAll('\0', '\\x00')}'`;
  if (value instanceof Map) {
    return `{${[...(value as ReadonlyMap<PythonValue, PythonValue>)].map(([key, entry]) => `${repr(key)}: ${repr(entry)}`).join(', ')}}`;
  }
  return `[${(value as readonly PythonValue[]).map(repr).join(', ')}]`;
}

const { value } = fc.letrec<{ value: PythonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.string(), { maxLength: 4 })
      .chain((keys) =>
        fc
          .array(tie('value'), { minLength: keys.length, maxLength: keys.length })
          .map((values) => new Map(keys.map((key, i) => [key as PythonValue, values[i]]))),
      ),
  ),
}));

test('what Python writes of data is read back', () => {
  fc.assert(
    fc.property(value, (data) => {
      expect(parsePythonLiteral(repr(data))).toEqual(data);
    }),
  );
});

test.each([
  ['(1, 2,)', [1, 2]],
  ['()', []],
  [
    "OrderedDict([('a', 1), ('b', np.float32(0.5))])",
    new Map<string, number>([
      ['a', 1],
      ['b', 0.5],
    ]),
  ],
  [
    "{'x': <nnunetv2.Thing object at 0x7f>, 'eps': 1e-05}",
    new Map<string, string | number>([
      ['x', '<nnunetv2.Thing object at 0x7f>'],
      ['eps', 1e-5],
    ]),
  ],
  ['[1, 2', undefined],
  ['__import__("os").system("x")', undefined],
  ['', undefined],
])('%s', (text, expected) => {
  expect(parsePythonLiteral(text)).toEqual(expected);
});

test('debug.json tells conditions and the names of classes in the order of pseudo Dice', () => {
  const debug = parseDebugJson(
    JSON.stringify({
      batch_size: '2',
      num_epochs: '250',
      oversample_foreground_percent: '0.33',
      configuration_name: '3d_fullres',
      configuration_manager: "{'batch_size': 2, 'patch_size': [80, 192, 160]}",
      dataset_json: "{'labels': {'background': 0, 'b': 2, 'a': 1, 'ignore': 3}}",
      output_folder: 'C:\\r\\Dataset006_Lung\\nnUNetTrainer_250epochs__nnUNetPlans__3d_fullres\\fold_0',
    }),
    'debug.json',
  );
  expect(debug.classNames).toEqual(['a', 'b']);
  expect(debug.conditions).toMatchObject({
    trainer: 'nnUNetTrainer_250epochs',
    plannedEpochs: 250,
    patchSize: [80, 192, 160],
    nnunet: 'v2',
  });
});

test('a configuration of plans.json inherits what it lacks', () => {
  const plans = parsePlansJson(
    '{"dataset_name": "D", "plans_name": "P", "configurations": {"3d_lowres": {"patch_size": [1, 2, 3], "batch_size": 2}, "big": {"inherits_from": "3d_lowres", "batch_size": 4}, "loop": {"inherits_from": "loop"}}}',
    'plans.json',
  );
  expect(conditionsOfPlans(plans, 'big')).toEqual({
    dataset: 'D',
    plans: 'P',
    patchSize: [1, 2, 3],
    batchSize: 4,
  });
  expect(conditionsOfPlans(plans, 'loop')).toEqual({ dataset: 'D', plans: 'P' });
});

test('summary.json: pooled and mean of cases, NaN absent, names of Windows paths', () => {
  const counts = (tp: number, fp: number, fn: number, dice: string) =>
    `{"Dice": ${dice}, "TP": ${tp}, "FP": ${fp}, "FN": ${fn}}`;
  const summary = parseSummaryJson(
    `{"foreground_mean": {"Dice": 0.4}, "metric_per_case": [
      {"prediction_file": "C:\\\\out/fold_0\\\\case_1.nii.gz", "metrics": {"1": ${counts(80, 20, 20, '0.8')}, "(1, 2)": ${counts(0, 0, 0, 'NaN')}}},
      {"prediction_file": "/x/case_2.nii.gz", "metrics": {"1": ${counts(0, 1, 1, '0.0')}, "(1, 2)": ${counts(5, 0, 0, '1.0')}}}]}`,
    'summary.json',
  );
  expect(summary.cases.map(({ name }) => name)).toEqual(['case_1', 'case_2']);
  expect(sumStructures(summary)).toEqual([
    { key: '1', meanDice: 0.4, pooledDice: 160 / 202, cases: 2, zeroCases: 1, absentCases: 0 },
    { key: '(1, 2)', meanDice: 1, pooledDice: 1, cases: 2, zeroCases: 0, absentCases: 1 },
  ]);
});

test('summary.json of v1: counts follow from Dice and volumes, background is left out', () => {
  const summary = parseSummaryJson(
    '{"results": {"all": [{"0": {"Dice": 1}, "1": {"Dice": 0.8, "Total Positives Reference": 100, "Total Positives Test": 100}, "test": "/v/a.nii.gz"}], "mean": {"1": {"Dice": 0.8}}}}',
    'summary.json',
  );
  expect(summary).toMatchObject({ version: 1, keys: ['1'], meanDice: 0.8 });
  expect(summary.cases[0]).toEqual({ name: 'a', counts: { '1': { tp: 80, fp: 20, fn: 20, dice: 0.8 } } });
});

test('any text gives a value or a DiceLensError', () => {
  const json = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((text) => `{"metric_per_case": [${text}], "labels": ${text}}`),
    fc
      .json()
      .map(
        (text) =>
          `{"configurations": {"a": ${text}}, "results": {"all": [${text}], "mean": ${text}}, "num_epochs": ${text}}`,
      ),
  );
  fc.assert(
    fc.property(json, (text) => {
      for (const parse of [parseDebugJson, parsePlansJson, parseSummaryJson]) {
        try {
          parse(text, 'a.json');
        } catch (error) {
          if (!(error instanceof DiceLensError)) throw error;
        }
      }
      parsePythonLiteral(text);
    }),
    { numRuns: 2000 },
  );
  for (const deep of ['[', '{1:', '(', 'a('])
    expect(parsePythonLiteral(deep.repeat(100_000))).toBe(undefined);
});

test('files are grouped by fold folder, with what lies beneath and above', () => {
  const file = (path: string) => ({
    name: path.split('/').at(-1)!,
    folder: path.split('/').slice(0, -1).join('/'),
  });
  const paths = [
    'T/plans.json',
    'T/dataset.json',
    'T/fold_10/training_log_1.txt',
    'T/fold_2/training_log_1.txt',
    'T/fold_2/validation/summary.json',
    'T/fold_2/progress.png',
    'T/fold_3/checkpoint_best.pth',
    'T/crossval/summary.json',
  ];
  const groups = groupRunFiles(paths.map(file));
  expect(groups.map(({ folder }) => folder)).toEqual(['T/fold_2', 'T/fold_3', 'T/fold_10']);
  expect(groups[0].summary?.folder).toBe('T/fold_2/validation');
  expect(groups.every(({ plans, dataset }) => plans !== null && dataset !== null)).toBe(true);
  expect(groups[1].checkpoints).toHaveLength(1);
  expect(groups[2].summary).toBe(null);
});
