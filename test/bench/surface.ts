import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countVoxels, type Vec3 } from '../../src/core/volume/grid.ts';
import { boxesOfCodes, boxOfCodes } from '../../src/core/volume/structure-boxes.ts';
import { elementMetrics, surfaceMetrics } from '../../src/core/surface/surface-metrics.ts';
import { IN_REFERENCE } from '../../src/core/labels/structure-pair.ts';
import { makeRuler, measureElements, measureSurfaces } from '../../src/engine/cpu/surface-distances.ts';
import type { Codes } from '../../src/core/volume/volume.ts';
import { openNodeSource } from '../../src/io/bytes/node-source.ts';
import { readLabelMap } from '../../src/io/volumes/read-label-map.ts';
import { blobPair, FULL_SIZE } from './blob-volumes.ts';
import { type Figures, interleaved, type Ratio, summaryOf, type Times } from './measure.ts';

const ROUNDS = 7;
const TOLERANCES = [1, 2];

/** The volumes of a case by code, and each structure's labels. */
interface SurfaceCase {
  readonly size: Vec3;
  readonly spacingMm: Vec3;
  readonly reference: { readonly codes: Codes; readonly labels: readonly number[] };
  readonly predicted: { readonly codes: Codes; readonly labels: readonly number[] };
  readonly structures: readonly (readonly number[])[];
}

/**
 * NSD and HD95 of all structures of a case, one thread. Where the shared cases lie beside this checkout, against the
 * seconds that DeepMind's code took, scaled by a yardstick, a plain pass over as many voxels; else times alone. Then 117 labels: the cost follows their boxes, not their number times the volume.
 */
export async function surface(): Promise<Figures> {
  const times: Record<string, Times> = {};
  const ratios: Ratio[] = [];
  for (const { name, of, deepMindMs } of await sharedCases()) {
    const all = await interleaved(ROUNDS, {
      yardstick,
      elements: () => measureAll(of, 'elements'),
      both: () => measureAll(of, 'both'),
    });
    times[`${name}: surface elements`] = summaryOf(all.elements);
    times[`${name}: both definitions`] = summaryOf(all.both);
    const scale = Math.min(...all.yardstick) / YARDSTICK_MS;
    const value = (deepMindMs * scale) / Math.min(...all.elements);
    ratios.push({ name: `${name}: DeepMind’s code (scaled by ${scale.toFixed(2)}) / surface elements`, value, aim: '>= 5' }); // prettier-ignore
  }
  const cases = { 4: phantom(4), 118: phantom(118) };
  const all = await interleaved(ROUNDS, {
    few: () => measureAll(cases[4], 'elements'),
    many: () => measureAll(cases[118], 'elements'),
    boxes: () => boxesOfCodes(cases[118].reference.codes, FULL_SIZE, 118),
    yardstick,
  });
  times['240 x 240 x 155, 3 labels of 2 %'] = summaryOf(all.few);
  times['240 x 240 x 155, 117 labels of 40 %'] = summaryOf(all.many);
  times['the boxes of 117 labels'] = summaryOf(all.boxes);
  times['yardstick: one plain pass'] = summaryOf(all.yardstick);
  const passes = Math.min(...all.many) / Math.min(...all.yardstick);
  ratios.push({
    name: '117 labels / one plain pass over the volume (117 passes would be 117)',
    value: passes,
  });
  return { times, ratios };
}

/**
 * An assumption: the yardstick was not timed beside DeepMind's code. Undisturbed it took 9.4 to 13.7 ms on a machine of
 * that kind; the upper end is taken, which makes the ratios smaller. The fastest of all rounds is compared with it.
 */
const YARDSTICK_MS = 14;
const yardstickVolume = new Uint8Array(countVoxels(FULL_SIZE)).map((_, i) => (i * 7919) >> 13);

/** One pass with a table look-up a voxel, which no engine can shorten. */
function yardstick(): number {
  const sums = new Float64Array(256);
  for (let i = 0; i < yardstickVolume.length; i++) sums[yardstickVolume[i]]++;
  return sums[0];
}

function measureAll(of: SurfaceCase, what: 'elements' | 'both'): void {
  const { size, spacingMm, reference, predicted, structures } = of;
  const ruler = makeRuler(size, spacingMm);
  const [inRef, inPred] = [reference, predicted].map(({ codes, labels }) =>
    boxesOfCodes(codes, size, labels.length),
  );
  for (const labels of structures) {
    const holds = (side: SurfaceCase['reference']) =>
      Uint8Array.from(side.labels, (label) => (labels.includes(label) ? 1 : 0));
    const [inReference, inPrediction] = [holds(reference), holds(predicted)];
    const pair = { size, reference: reference.codes, predicted: predicted.codes, inReference, inPrediction };
    const boxes = {
      reference: boxOfCodes(inRef, inReference, IN_REFERENCE),
      predicted: boxOfCodes(inPred, inPrediction),
    };
    if (what === 'both') surfaceMetrics(measureSurfaces(pair, boxes, ruler), TOLERANCES);
    else elementMetrics(measureElements(pair, boxes, ruler), TOLERANCES);
  }
}

function phantom(labels: number): SurfaceCase {
  const { reference, predicted } = blobPair(labels);
  const values = Array.from({ length: labels }, (_, label) => label);
  return {
    size: FULL_SIZE,
    spacingMm: [1, 1, 1],
    reference: { codes: reference, labels: values },
    predicted: { codes: predicted, labels: values },
    structures: values.slice(1).map((label) => [label]),
  };
}

async function sharedCases() {
  const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
  if (!existsSync(`${shared}expected-surface.json`)) return [];
  const readJson = <Content>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as Content;
  type Expected = Record<string, { structures: Record<string, { seconds_surface_elements: number }> }>;
  type Dataset = { labels: Record<string, number | number[]> };
  const found: { name: string; of: SurfaceCase; deepMindMs: number }[] = [];
  for (const [name, { structures }] of Object.entries(readJson<Expected>(`${shared}expected-surface.json`))) {
    const [folder, prediction] = name.split('/');
    if (prediction === 'reconstructed') continue;
    const read = async (file: string) =>
      readLabelMap([await openNodeSource(`${shared}${folder}/${file}.nii.gz`)]);
    const [reference, predicted] = [await read('reference'), await read(prediction)];
    const regions = readJson<Dataset>(`${shared}${folder}/dataset.json`).labels;
    const labelFile = `${shared}${folder}/dataset_labels.json`;
    const labels = existsSync(labelFile) ? readJson<Dataset>(labelFile).labels : regions;
    found.push({
      name,
      of: {
        size: reference.grid.size,
        spacingMm: reference.grid.spacingMm,
        reference,
        predicted,
        structures: Object.keys(structures).map((key) =>
          [key.startsWith('label:') ? labels[key.slice(6)] : regions[key]].flat(),
        ),
      },
      deepMindMs:
        1000 * Object.values(structures).reduce((sum, { seconds_surface_elements: s }) => sum + s, 0),
    });
  }
  return found;
}
