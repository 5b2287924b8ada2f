import { gzipSync } from 'fflate';
import { formatNifti } from '../io/volumes/write-nifti.ts';
import { formatNpz } from '../io/volumes/write-npz.ts';
import { brainPhantom } from './brain-phantom.ts';
import { toFloat16 } from './float16.ts';
import { GRID } from './head-frame.ts';
import { FLAIR, paintImage, T1CE } from './images.ts';
import { predictLabels, predictRegions } from './predictions.ts';
import { massEffect } from './tumour-shape.ts';
import { growTumour } from './tumour.ts';

const SEED = 7;

const REGION_DATASET = {
  channel_names: { '0': 'T1ce', '1': 'FLAIR' },
  labels: { background: 0, whole_tumor: [1, 2, 3], tumor_core: [2, 3], enhancing_tumor: [3] },
  regions_class_order: [1, 2, 3],
  numTraining: 1,
  file_ending: '.nii.gz',
};
const LABEL_DATASET = {
  channel_names: REGION_DATASET.channel_names,
  labels: { background: 0, edema: 1, necrosis: 2, enhancing_tumor: 3 },
  numTraining: 1,
  file_ending: '.nii.gz',
};

/** Every file of the demo case by name: a glioblastoma that never was, and two networks' views of it. */
export function demoCase(): ReadonlyMap<string, Uint8Array> {
  const brain = brainPhantom(SEED, massEffect);
  const tumour = growTumour(SEED + 300, brain);
  const [x, y, z] = GRID.size;
  const regions = predictRegions(SEED + 700, tumour);
  const probabilities = new Uint16Array(regions.length * x * y * z);
  regions.forEach((region, i) => {
    for (let voxel = 0; voxel < region.length; voxel++) {
      if (region[voxel] > 0) probabilities[i * region.length + voxel] = toFloat16(region[voxel]);
    }
  });
  const shape = [regions.length, z, y, x];
  return new Map([
    ['reference.nii.gz', formatVolume(tumour.labels)],
    ['probabilities.npz', formatNpz({ probabilities: { shape, type: '<f2', data: probabilities } })],
    ['prediction.nii.gz', formatVolume(predictLabels(SEED + 800, tumour))],
    ['image_0000.nii.gz', formatVolume(paintImage(SEED + 500, T1CE, brain, tumour))],
    ['image_0001.nii.gz', formatVolume(paintImage(SEED + 600, FLAIR, brain, tumour))],
    ['dataset.json', formatJson(REGION_DATASET)],
    ['dataset_labels.json', formatJson(LABEL_DATASET)],
  ]);
}

function formatVolume(voxels: Uint8Array | Int16Array): Uint8Array {
  const nifti = formatNifti(GRID, voxels, { description: 'DiceLens demo: a phantom, no patient' });
  return gzipSync(nifti, { level: 6, mtime: 0 }); // no date: the same bytes every time
}

function formatJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 4)}\n`);
}
