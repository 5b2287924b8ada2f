import { readFileSync } from 'node:fs';
import { gunzipSync, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { demoCase } from '../../src/demo/demo-case.ts';

const FILES = [
  'reference.nii.gz',
  'probabilities.npz',
  'prediction.nii.gz',
  'image_0000.nii.gz',
  'image_0001.nii.gz',
  'dataset.json',
  'dataset_labels.json',
];
const MAX_BYTES = 3_000_000;
const SIZE = [160, 192, 144];
const VOXELS = 160 * 192 * 144; // 1 mm: 1,000 voxels are 1 mL
const REGIONS = [[1, 2, 3], [2, 3], [3]];
const NECROSIS = [2];

let files: Map<string, Uint8Array>;
let reference: Uint8Array;
let prediction: Uint8Array;
/** Bit i where region i is predicted. */
let patterns: Uint8Array;
let reconstructed: Uint8Array;

beforeAll(() => {
  const folder = new URL('../../public/demo/', import.meta.url);
  files = new Map(FILES.map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]));
  reference = voxelsOf('reference.nii.gz');
  prediction = voxelsOf('prediction.nii.gz');
  const npy = unzipSync(files.get('probabilities.npz')!)['probabilities.npy'];
  const halves = new Uint16Array(npy.slice(npy.length - 6 * VOXELS).buffer); // float16; 0x3800 is one half
  patterns = Uint8Array.from({ length: VOXELS }, (_, voxel) =>
    [0, 1, 2].reduce((bits, i) => bits | (Number(halves[i * VOXELS + voxel] > 0x3800) << i), 0),
  );
  reconstructed = patterns.map((bits) => (bits & 4 ? 3 : bits & 2 ? 2 : bits & 1));
});

/** Whatever follows the 352 bytes of header. */
function voxelsOf(name: string): Uint8Array {
  return gunzipSync(files.get(name)!).subarray(352);
}

function dice(predicted: (voxel: number) => boolean, labels: readonly number[]): number {
  let [both, sum] = [0, 0];
  for (let voxel = 0; voxel < VOXELS; voxel++) {
    const a = labels.includes(reference[voxel]);
    const b = predicted(voxel);
    both += Number(a && b);
    sum += Number(a) + Number(b);
  }
  return (2 * both) / sum;
}

function countWhere(volume: Uint8Array, holds: (value: number) => boolean): number {
  return volume.reduce((sum, value) => sum + Number(holds(value)), 0);
}

test('the generator gives the files that are committed, byte for byte', { timeout: 300_000 }, () => {
  const made = demoCase();
  expect([...made.keys()]).toEqual(FILES);
  for (const [name, bytes] of made) {
    expect(Buffer.compare(bytes, files.get(name)!), `${name}: run npm run demo:make and commit`).toBe(0);
  }
});

test('all files together are at most 3 MB', () => {
  expect([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThanOrEqual(MAX_BYTES);
});

test('every volume lies on the same grid', () => {
  for (const name of FILES.filter((file) => file.endsWith('.nii.gz'))) {
    const header = new DataView(gunzipSync(files.get(name)!).buffer);
    expect([0, 1, 2, 3].map((i) => header.getInt16(40 + 2 * i, true))).toEqual([3, ...SIZE]);
    expect([0, 5, 10].map((i) => header.getFloat32(280 + 4 * i, true))).toEqual([1, 1, 1]);
  }
});

test('brain and tumour have the volumes of a brain and a glioblastoma', () => {
  const image = new Int16Array(voxelsOf('image_0000.nii.gz').slice().buffer);
  const brainMl = image.reduce((sum, value) => sum + Number(value > 0), 0) / 1000;
  const [edemaMl, necrosisMl, enhancingMl] = [1, 2, 3].map(
    (l) => countWhere(reference, (v) => v === l) / 1000,
  );
  expect(brainMl).toBeGreaterThan(1150);
  expect(brainMl).toBeLessThan(1600);
  expect(edemaMl).toBeGreaterThan(30);
  expect(edemaMl).toBeLessThan(90);
  expect(necrosisMl).toBeGreaterThan(3);
  expect(necrosisMl).toBeLessThan(8);
  expect(enhancingMl).toBeGreaterThan(12);
  expect(enhancingMl).toBeLessThan(30);
});

test('no tumour lies outside the brain', () => {
  const image = new Int16Array(voxelsOf('image_0000.nii.gz').slice().buffer);
  expect(reference.some((label, voxel) => label > 0 && image[voxel] === 0)).toBe(false);
});

test('oedema is bright on FLAIR and dark on T1ce, the rim bright on T1ce, necrosis dark on T1ce', () => {
  const [t1ce, flair] = ['image_0000.nii.gz', 'image_0001.nii.gz'].map((name) => {
    const image = new Int16Array(voxelsOf(name).slice().buffer);
    const sums = [0, 1, 2, 3].map(() => ({ voxels: 0, sum: 0 }));
    for (let voxel = 0; voxel < VOXELS; voxel++) {
      if (image[voxel] === 0) continue;
      sums[reference[voxel]].voxels++;
      sums[reference[voxel]].sum += image[voxel];
    }
    return sums.map(({ voxels, sum }) => sum / voxels);
  });
  const [brain, edema, necrosis, enhancing] = [0, 1, 2, 3];
  expect(flair[edema]).toBeGreaterThan(1.5 * flair[brain]);
  expect(t1ce[edema]).toBeLessThan(1.1 * t1ce[brain]);
  expect(t1ce[enhancing]).toBeGreaterThan(1.6 * t1ce[edema]);
  expect(t1ce[necrosis]).toBeLessThan(0.8 * t1ce[edema]);
});

test('the region-trained network scores well by region and badly in necrosis', () => {
  const [whole, core, enhancing] = REGIONS.map((labels) =>
    dice((v) => labels.includes(reconstructed[v]), labels),
  );
  expect(Math.abs(whole - 0.9)).toBeLessThan(0.015);
  expect(Math.abs(core - 0.88)).toBeLessThan(0.015);
  expect(Math.abs(enhancing - 0.83)).toBeLessThan(0.015);
  const necrosis = dice((voxel) => reconstructed[voxel] === 2, NECROSIS);
  expect(necrosis).toBeGreaterThan(0.5);
  expect(necrosis).toBeLessThan(0.65);
});

test('the raw masks of the regions differ from the reconstructed ones', () => {
  const raw = REGIONS.map((labels, i) => dice((voxel) => ((patterns[voxel] >> i) & 1) === 1, labels));
  const after = REGIONS.map((labels) => dice((voxel) => labels.includes(reconstructed[voxel]), labels));
  expect(raw[1]).toBeGreaterThan(after[1] + 0.005);
  expect(raw[0]).not.toBe(after[0]);
  expect(raw[2]).toBe(after[2]);
});

test('every kind of inconsistent pattern occurs, a few thousand voxels in all', () => {
  const voxels = [2, 4, 5, 6].map((bits) => countWhere(patterns, (pattern) => pattern === bits));
  for (const count of voxels) expect(count).toBeGreaterThan(200);
  const all = voxels.reduce((sum, count) => sum + count, 0);
  expect(all).toBeGreaterThan(2000);
  expect(all).toBeLessThan(9000);
});

test('probabilities leave 0 and 1 only near a border', () => {
  const npy = unzipSync(files.get('probabilities.npz')!)['probabilities.npy'];
  const halves = new Uint16Array(npy.slice(npy.length - 6 * VOXELS).buffer);
  const between = halves.reduce((sum, half) => sum + Number(half !== 0 && half !== 0x3c00), 0);
  expect(between / halves.length).toBeGreaterThan(0.005);
  expect(between / halves.length).toBeLessThan(0.05);
});

test('the label-trained network does better in necrosis', () => {
  const of = (volume: Uint8Array) => dice((voxel) => volume[voxel] === 2, NECROSIS);
  expect(of(prediction)).toBeGreaterThan(of(reconstructed) + 0.05);
  expect(of(prediction)).toBeLessThan(0.85);
});

test('both networks miss the satellite and invent islands', () => {
  const core = piecesOf(reference, (label) => label >= 2);
  expect(core).toHaveLength(2);
  const satellite = core.sort((a, b) => a.length - b.length)[0];
  expect(satellite.length).toBeGreaterThan(300);
  expect(satellite.length).toBeLessThan(2000);
  for (const network of [reconstructed, prediction]) {
    expect(satellite.some((voxel) => network[voxel] >= 2)).toBe(false);
    const islands = piecesOf(network, (label) => label > 0).filter((p) => p.every((v) => reference[v] === 0));
    expect(islands.filter((piece) => piece.length > 50).length).toBeGreaterThan(0);
  }
});

/** Pieces that hang together through faces, edges or corners. */
function piecesOf(volume: Uint8Array, belongs: (label: number) => boolean): number[][] {
  const seen = new Uint8Array(VOXELS);
  const pieces: number[][] = [];
  for (let start = 0; start < VOXELS; start++) {
    if (seen[start] || !belongs(volume[start])) continue;
    const piece = [start];
    seen[start] = 1;
    for (const voxel of piece) {
      for (let around = 0; around < 27; around++) {
        const [x, y, z] = [(around % 3) - 1, (Math.floor(around / 3) % 3) - 1, Math.floor(around / 9) - 1];
        const next = voxel + x + SIZE[0] * (y + SIZE[1] * z); // nothing reaches the edge of the grid
        if (seen[next] || !belongs(volume[next])) continue;
        seen[next] = 1;
        piece.push(next);
      }
    }
    pieces.push(piece);
  }
  return pieces;
}
