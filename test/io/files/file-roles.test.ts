import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseRoles } from '../../../src/io/files/file-roles.ts';
import { groupCases } from '../../../src/io/files/folder-pairs.ts';

const file = (path: string) => {
  const at = path.lastIndexOf('/');
  return { name: path.slice(at + 1), folder: at < 0 ? '' : path.slice(0, at) };
};
const rolesOf = (...paths: string[]) => recogniseRoles(paths.map(file)).map(({ role }) => role);
const group = (...paths: string[]) => {
  const files = paths.map(file);
  const roles = recogniseRoles(files);
  const path = (f: { name: string; folder: string } | null) =>
    f && (f.folder ? `${f.folder}/${f.name}` : f.name);
  const { cases, unmatched, ambiguous } = groupCases(files.map((f, i) => ({ ...f, ...roles[i] })));
  return {
    cases: cases.map((found) => ({
      name: found.name,
      reference: path(found.reference),
      prediction: path(found.prediction),
      predictionB: path(found.predictionB),
      ...(found.predictionsOfMore.length > 0 && { more: found.predictionsOfMore.map(path) }),
      probabilities: path(found.probabilities),
      masks: found.regionMasks.map(path),
      images: found.images.map(path),
    })),
    unmatched: unmatched.map(path),
    ambiguous: ambiguous.map(({ name, files: same }) => [name, ...same.map(path)]),
  };
};
const nothing = { prediction: null, predictionB: null, probabilities: null, masks: [], images: [] };

describe('a file is recognised by its name', () => {
  test.each([
    ['dataset.json', 'dataset'],
    ['reference.nii.gz', 'reference'],
    ['Reference_case1.nii', 'reference'],
    ['case1_gt.nii.gz', 'reference'],
    ['gt.nii.gz', 'reference'],
    ['GT-case1.nii.gz', 'reference'],
    ['gtv.nii.gz', 'unknown'],
    ['lgg_gt12.nii.gz', 'unknown'],
    ['prediction.nii.gz', 'prediction'],
    ['case1_pred.nii.gz', 'prediction'],
    ['mypreds1.nii.gz', 'prediction'],
    ['probabilities.npz', 'probabilities'],
    ['CASE.npz', 'probabilities'],
    ['region_whole_tumor.nii.gz', 'region-mask'],
    ['image.nii.gz', 'image'],
    ['image_t1.nii.gz', 'image'],
    ['BRATS_001_0003.nii.gz', 'image'],
    ['BRATS_001.nii.gz', 'unknown'],
    ['BRATS_12345.nii.gz', 'unknown'],
    ['summary.json', 'other'],
    ['plans.json', 'other'],
    ['dataset_fingerprint.json', 'other'],
    ['predict_from_raw_data_args.json', 'other'],
    ['CASE.pkl', 'other'],
    ['progress.png', 'other'],
    ['training_log_2024_1_1_00_00_00.txt', 'other'],
    ['reference.mha', 'reference'],
    ['labelsTr/case_0001.nii.gz', 'reference'],
    ['Dataset1/labelsTs/prediction.nii.gz', 'reference'],
    ['gt_segmentations/case.nii.gz', 'reference'],
    ['fold_0/validation/case.nii.gz', 'prediction'],
    ['predictions/reference.nii.gz', 'prediction'],
    ['imagesTr/case_0001.nii.gz', 'image'],
    ['imagesTs/case.nii.gz', 'image'],
    ['predictions/labelsTr/case.nii.gz', 'reference'],
    ['fold_0\\validation/case.nii.gz', 'prediction'],
    ['my_predictions_5/case.nii.gz', 'prediction'],
    ['my_predictions_5/case_gt.nii.gz', 'reference'],
    ['labels/case.nii.gz', 'unknown'],
  ])('%s is %s', (path, role) => {
    expect(rolesOf(path)).toEqual([role]);
  });

  test('channel, region and case are told', () => {
    expect(
      recogniseRoles(['imagesTr/c_1_0002.nii.gz', 'image.nii.gz', 'region_tumor_core.nii'].map(file)),
    ).toMatchObject([
      { channel: 2, caseName: 'c_1', regionName: null },
      { channel: 0, caseName: '' },
      { channel: null, regionName: 'tumor_core' },
    ]);
    expect(
      recogniseRoles(['case1_gt.nii.gz', 'case1_pred.nii.gz', 'reference_case1.nii'].map(file)),
    ).toMatchObject([{ caseName: 'case1' }, { caseName: 'case1' }, { caseName: 'case1' }]);
  });

  test('a second prediction of a case is model B, whatever the order', () => {
    expect(rolesOf('prediction_b.nii.gz', 'prediction.nii.gz')).toEqual(['prediction-b', 'prediction']);
    expect(rolesOf('reference.nii', 'net1_pred.nii', 'net2_pred.nii')).toEqual([
      'reference',
      'prediction',
      'prediction-b',
    ]);
    expect(rolesOf('c1_gt.nii', 'c1_pred.nii', 'c2_pred.nii')).toEqual([
      'reference',
      'prediction',
      'prediction',
    ]);
    expect(rolesOf('predictions/c1.nii', 'validation/c1.nii', 'predictions/c2.nii')).toEqual([
      'prediction',
      'prediction-b',
      'prediction',
    ]);
    expect(rolesOf('a/predictions/c.nii', 'b/predictions/c.nii', 'c/predictions/c.nii')[2]).toBe('unknown');
  });

  test('numbers of cases are no models: c_12 is not a second c_1', () => {
    const names = Array.from({ length: 40 }, (_, i) => `c_${i}.nii`);
    const found = group(...names.flatMap((name) => [`labels/${name}`, `predictions/${name}`]));
    expect(found.cases.map(({ name, predictionB }) => [name, predictionB])).toEqual(
      names.map((_, i) => [`c_${i}`, null]),
    );
    expect(
      rolesOf('labelsTr/c_1.nii', 'labelsTr/c_1_2.nii', 'predictions/c_1.nii', 'predictions/c_1_2.nii'),
    ).toEqual(['reference', 'reference', 'prediction', 'prediction']);
  });

  test('a second JSON with labels has the label names, and alone it is the dataset', () => {
    expect(rolesOf('dataset_labels.json', 'dataset.json')).toEqual(['label-names', 'dataset']);
    expect(rolesOf('dataset_labels.json')).toEqual(['dataset']);
    expect(rolesOf('summary.json')).toEqual(['other']);
  });

  test('.hdr and .img of one name are joined', () => {
    expect(recogniseRoles(['gt.hdr', 'gt.img', 'a/gt.img', 'x.hdr'].map(file))).toMatchObject([
      { role: 'reference', partner: 1 },
      { role: 'pair-data', partner: 0 },
      { role: 'reference', partner: null },
      { role: 'unknown', partner: null },
    ]);
  });
});

describe('files are put together to cases', () => {
  test('one reference takes everything whatever the names', () => {
    const found = group(
      'dataset.json',
      'dataset_labels.json',
      'image.nii.gz',
      'image_t1.nii.gz',
      'reference.nii.gz',
      'prediction.nii.gz',
      'prediction_b.nii.gz',
      'probabilities.npz',
      'region_a.nii.gz',
      'region_b.nii.gz',
    );
    expect(found).toEqual({
      cases: [
        {
          name: 'case',
          reference: 'reference.nii.gz',
          prediction: 'prediction.nii.gz',
          predictionB: 'prediction_b.nii.gz',
          probabilities: 'probabilities.npz',
          masks: ['region_a.nii.gz', 'region_b.nii.gz'],
          images: ['image.nii.gz', 'image_t1.nii.gz'],
        },
      ],
      unmatched: [],
      ambiguous: [],
    });
    expect(group('labelsTr/c1.nii', 'validation/other.nii').cases).toMatchObject([
      { prediction: 'validation/other.nii' },
    ]);
  });

  test('many are matched by name, with images and probabilities', () => {
    const { cases, unmatched } = group(
      'labelsTr/c10.nii.gz',
      'labelsTr/c2.nii.gz',
      'labelsTr/c3.nii.gz',
      'predictions/c2.nii.gz',
      'predictions/c10.nii.gz',
      'predictions/c9.nii.gz',
      'predictions/c2.npz',
      'imagesTr/c2_0001.nii.gz',
      'imagesTr/c2_0000.nii.gz',
      'imagesTr/c10_0000.nii.gz',
      'other_model/validation/c2.nii.gz',
    );
    expect(cases).toEqual([
      {
        ...nothing,
        name: 'c2',
        reference: 'labelsTr/c2.nii.gz',
        prediction: 'other_model/validation/c2.nii.gz',
        predictionB: 'predictions/c2.nii.gz',
        probabilities: 'predictions/c2.npz',
        images: ['imagesTr/c2_0000.nii.gz', 'imagesTr/c2_0001.nii.gz'],
      },
      {
        ...nothing,
        name: 'c10',
        reference: 'labelsTr/c10.nii.gz',
        prediction: 'predictions/c10.nii.gz',
        images: ['imagesTr/c10_0000.nii.gz'],
      },
    ]);
    expect(unmatched).toEqual(['labelsTr/c3.nii.gz', 'predictions/c9.nii.gz']);
  });

  test('folders of further models join the cases of their names', () => {
    const models = ['unet', 'predictions', 'crossval_results_folds_0_1', 'other'];
    const { cases, unmatched, ambiguous } = group(
      ...['c1', 'c2'].flatMap((name) => ['labelsTr', ...models].map((folder) => `${folder}/${name}.nii.gz`)),
      'other/c3.nii.gz',
    );
    expect(cases).toEqual(
      ['c1', 'c2'].map((name) => ({
        ...nothing,
        name,
        reference: `labelsTr/${name}.nii.gz`,
        prediction: `crossval_results_folds_0_1/${name}.nii.gz`,
        predictionB: `predictions/${name}.nii.gz`,
        more: [`unet/${name}.nii.gz`, `other/${name}.nii.gz`],
      })),
    );
    expect([unmatched, ambiguous]).toEqual([['other/c3.nii.gz'], []]);
  });

  test('a folder for each case', () => {
    const paths = ['a', 'b'].flatMap((folder) =>
      ['reference.nii', 'prediction.nii', 'prediction_b.nii', 'image.nii', 'region_x.nii'].map(
        (n) => `${folder}/${n}`,
      ),
    );
    expect(group(...paths).cases).toEqual(
      ['a', 'b'].map((folder) => ({
        name: folder,
        reference: `${folder}/reference.nii`,
        prediction: `${folder}/prediction.nii`,
        predictionB: `${folder}/prediction_b.nii`,
        probabilities: null,
        masks: [`${folder}/region_x.nii`],
        images: [`${folder}/image.nii`],
      })),
    );
  });

  test('one reference against a folder of many cases takes its own', () => {
    const found = group(
      'labelsTr/c2.nii',
      'predictions/c1.nii',
      'predictions/c2.nii',
      'imagesTr/c1_0000.nii',
    );
    expect(found.cases).toMatchObject([{ name: 'c2', prediction: 'predictions/c2.nii' }]);
    expect(group('labelsTr/c9.nii', 'predictions/c1.nii', 'predictions/c2.nii').cases).toEqual([]);
  });

  test('what has the name of a reference and tells nothing is its prediction, and the reverse', () => {
    expect(group('labelsTr/c1.nii', 'labelsTr/c2.nii', 'out/c1.nii', 'out/c2.nii').cases).toMatchObject([
      { name: 'c1', prediction: 'out/c1.nii' },
      { name: 'c2', prediction: 'out/c2.nii' },
    ]);
    expect(group('truth/c1.nii', 'predictions/c1.nii').cases).toMatchObject([
      { reference: 'truth/c1.nii', prediction: 'predictions/c1.nii' },
    ]);
  });

  test('same-named files that tell nothing are ambiguous', () => {
    expect(group('a/c1.nii.gz', 'b/c1.nii.gz', 'a/c2.nii.gz', 'b/c2.nii.gz', 'b/c3.nii.gz')).toEqual({
      cases: [],
      unmatched: ['b/c3.nii.gz'],
      ambiguous: [
        ['c1', 'a/c1.nii.gz', 'b/c1.nii.gz'],
        ['c2', 'a/c2.nii.gz', 'b/c2.nii.gz'],
      ],
    });
    expect(group('c1.nii.gz', 'c1.nii.gz').ambiguous).toEqual([['c1', 'c1.nii.gz', 'c1.nii.gz']]);
  });

  test('a file is in one case, though two references have its name', () => {
    const { cases } = group('labelsTr/c1.nii.gz', 'b/c1_gt.nii.gz', 'b/c1_pred_0000.nii.gz', 'a/c1.nii.gz');
    const found = cases.flatMap(({ prediction, more }) => [prediction, ...(more ?? [])]);
    expect(found.filter((file) => file === 'a/c1.nii.gz')).toHaveLength(1);
  });

  test('every volume is in one case, unmatched or ambiguous, exactly once', () => {
    const part = fc.constantFrom('labelsTr', 'predictions', 'validation', 'imagesTr', 'a', 'b', '');
    const name = fc.constantFrom(
      'c1',
      'c2',
      'gt',
      'reference',
      'prediction',
      'prediction_b',
      'c1_pred',
      'c1_gt',
    );
    const end = fc.constantFrom('.nii.gz', '.npz', '_0000.nii.gz', '.hdr', '.img', '.json');
    const paths = fc.uniqueArray(
      fc.tuple(part, name, end).map(([p, n, e]) => `${p}/${n}${e}`),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(paths, (all) => {
        const roles = rolesOf(...all);
        const volumes = all.filter(
          (_, i) => !['dataset', 'label-names', 'other', 'pair-data'].includes(roles[i]),
        );
        const { cases, unmatched, ambiguous } = group(...all);
        const found = [
          ...cases.flatMap((c) => [
            ...[c.reference, c.prediction, c.predictionB, c.probabilities].filter((p) => p !== null),
            ...(c.more ?? []),
            ...c.masks,
            ...c.images,
          ]),
          ...unmatched,
          ...ambiguous.flatMap(([, ...files]) => files),
        ];
        const clean = (list: readonly (string | null)[]) =>
          list.map((p) => String(p).replace(/^\//, '')).sort();
        expect(clean(found)).toEqual(clean(volumes));
      }),
      { numRuns: 1000 },
    );
  });
});
