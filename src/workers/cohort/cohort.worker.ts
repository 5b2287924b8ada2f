import { expose } from 'comlink';
import { toCohortCase } from '../../core/cohort/cohort-result.ts';
import type { CaseErrors } from '../../core/errors-of-case/pictured-errors.ts';
import { openEngine } from '../../engine/open-engine.ts';
import { readCommonVoxelMl } from '../../io/json/dataset-fingerprint.ts';
import { readSummaryJson } from '../../io/json/summary-json.ts';
import { readChannels } from '../../io/volumes/read-channels.ts';
import { readLabelMap } from '../../io/volumes/read-label-map.ts';
import { readProbabilities } from '../../io/volumes/read-probabilities.ts';
import { evaluateCase } from '../../tasks/case/evaluate-case.ts';
import { readCase, schemeToRead } from '../../tasks/case/read-case.ts';
import type { Readers } from '../../tasks/case/read-regions.ts';
import { findCaseErrors } from '../../tasks/cohort/case-errors.ts';
import { computeCohortStatistics } from '../../tasks/cohort/cohort-statistics.ts';
import { readScheme } from '../../tasks/case/read-scheme.ts';
import { UNWATCHED } from '../../tasks/task.ts';
import { sourceOf, type NamedFile } from '../case/named-file.ts';
import { settle } from '../outcome.ts';
import type { CohortJob, CohortSetting, CohortWorker, CountedCohortCase, ReadSummary } from './cohort-job.ts';

/** Files read one after the other, in this thread: the other cases have threads of their own. */
const READERS: Readers = {
  readLabelMap: (sources) => readLabelMap(sources),
  readChannels: (sources, expected) => readChannels(sources, expected),
  readProbabilities: async (source, expectedChannels) =>
    (await readProbabilities(source, { expectedChannels })).volume,
};

const engine = openEngine('cpu');

/** As nnU-Net does, a label map counts where there is one; probabilities and masks only where there is none. */
async function readJob(job: CohortJob, { own, byHand }: CohortSetting) {
  const { name, reference, prediction, probabilities, masks } = job;
  const sources = {
    name,
    reference: reference.map(sourceOf),
    prediction: prediction?.map(sourceOf) ?? null,
    probabilities: prediction === null && probabilities ? sourceOf(probabilities) : null,
    masks:
      prediction === null && !probabilities
        ? masks.map((mask) => ({ name: mask.name, sources: mask.files.map(sourceOf) }))
        : [],
  };
  const volumes = await readCase(sources, schemeToRead(own, byHand, sources), READERS, UNWATCHED);
  return { volumes, scheme: byHand ? { ...own, regions: byHand } : own };
}

async function countCase(job: CohortJob, setting: CohortSetting): Promise<CountedCohortCase> {
  const { volumes, scheme } = await readJob(job, setting);
  const { result } = await evaluateCase(volumes, scheme, await engine);
  const { reference, prediction, probabilities, masks } = job;
  const predicted = prediction?.[0] ?? probabilities ?? masks[0]?.files[0] ?? null;
  const files = { reference: pathOf(reference[0]), prediction: predicted ? pathOf(predicted) : '' };
  return { evaluated: toCohortCase(result, files), grid: result.grid, warnings: result.warnings };
}

async function findErrors(job: CohortJob, setting: CohortSetting): Promise<CaseErrors> {
  const { volumes, scheme } = await readJob(job, setting);
  return findCaseErrors(volumes, scheme);
}

function pathOf({ folder, name }: NamedFile): string {
  return folder === '' ? name : `${folder}/${name}`;
}

async function readSummary(file: NamedFile, fingerprint: NamedFile | null): Promise<ReadSummary> {
  return {
    summary: await readSummaryJson(sourceOf(file)),
    voxelMl: fingerprint && (await readCommonVoxelMl(sourceOf(fingerprint))),
  };
}

const worker: CohortWorker = {
  readSummary: (file, fingerprint) => settle(readSummary(file, fingerprint)),
  readSetting: (dataset, labelNames) =>
    settle(readScheme(dataset && sourceOf(dataset), labelNames && sourceOf(labelNames))),
  countCase: (job, setting) => settle(countCase(job, setting)),
  findErrors: (job, setting) => settle(findErrors(job, setting)),
  computeStatistics: (ways) => settle(computeCohortStatistics(ways)),
};

expose(worker);
