import { expose, transfer } from 'comlink';
import type { SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import type { Engine } from '../../engine/engine.ts';
import { openEngine } from '../../engine/open-engine.ts';
import { readSummaryJson } from '../../io/json/summary-json.ts';
import { readCase, schemeToRead } from '../../tasks/case/read-case.ts';
import { readScheme } from '../../tasks/case/read-scheme.ts';
import type { CaseToSimulate } from '../../tasks/pseudo-dice/kept-cases.ts';
import { prepareCases, type PreparedCases } from '../../tasks/pseudo-dice/prepare-cases.ts';
import { demandFewPatches, simulatePrepared } from '../../tasks/pseudo-dice/simulate-pseudo-dice.ts';
import { readPlans } from '../../tasks/pseudo-dice/read-plans.ts';
import type { CaseRequest } from '../case/case-session.ts';
import { sourceOf } from '../case/named-file.ts';
import { reviveError, settle } from '../outcome.ts';
import { pooledReaders } from '../readers/pooled-readers.ts';
import { ReaderPool } from '../readers/reader-pool.ts';
import type {
  FailedCase,
  Simulated,
  SimulatedVariant,
  SimulationProgress,
  SimulationRequest,
  SimulationSession,
} from './simulation-session.ts';

type Tell = (progress: SimulationProgress) => void;

/** Cases that have been read, with those that could not be. */
interface Prepared {
  readonly set: number;
  readonly cases: PreparedCases;
  readonly failures: readonly FailedCase[];
}

/** Reference and prediction of a case side by side: one case is in memory at a time. */
const pool = new ReaderPool(2);
let prepared: Prepared | null = null;
let running: AbortController | null = null;
let engine: Promise<Engine> | null = null;

async function prepare(request: SimulationRequest, signal: AbortSignal, tell: Tell): Promise<Prepared> {
  if (prepared?.set === request.set) return prepared;
  prepared = null; // lets the cases before go
  const { cases, settings, set } = request;
  const [{ dataset = null, labelNames = null, regions = null } = {}] =
    cases as readonly Partial<CaseRequest>[];
  const { scheme: own } = await readScheme(dataset && sourceOf(dataset), labelNames && sourceOf(labelNames));
  const scheme = regions ? { ...own, regions } : own;
  const sources = cases.map((one): CaseToSimulate => ({
    name: one.name,
    read: (context) =>
      readCase(
        {
          name: one.name,
          reference: one.reference.map(sourceOf),
          prediction: one.prediction?.map(sourceOf) ?? null,
          probabilities: one.probabilities && sourceOf(one.probabilities),
          masks: one.masks.map(({ name, files }) => ({ name, sources: files.map(sourceOf) })),
        },
        schemeToRead(own, one.regions, one),
        pooledReaders(pool),
        context,
      ),
  }));
  const failures: FailedCase[] = [];
  engine ??= openEngine('cpu');
  const read = await prepareCases(sources, scheme, settings.seed, await engine, {
    signal,
    progress: () => {},
    reading: (i) => tell({ stage: 'reading', name: cases[i].name, done: i, total: 2 * cases.length }),
    failed: (i, { code, facts }) => failures.push({ name: cases[i].name, error: { code, facts } }),
  });
  signal.throwIfAborted();
  if (read.read.length === 0 && failures.length > 0) throw reviveError(failures[0].error);
  prepared = { set, cases: read, failures };
  return prepared;
}

async function simulate(request: SimulationRequest, signal: AbortSignal, tell: Tell): Promise<Simulated> {
  demandFewPatches(request.settings);
  const { cases, failures } = await prepare(request, signal, tell);
  const share = request.cases.length;
  const result = await simulatePrepared(cases, request.settings, {
    signal,
    progress: () => {},
    counted: (done, total) => {
      const name =
        cases.read[Math.min(cases.read.length - 1, Math.floor((done * cases.read.length) / total))];
      tell({
        stage: 'counting',
        name: name.result.name,
        done: share + (share * done) / total,
        total: 2 * share,
      });
    },
  });
  return { result, taken: cases.taken, failures };
}

async function compare(
  settings: readonly SamplerSettings[],
  signal: AbortSignal,
  tell: Tell,
): Promise<SimulatedVariant[]> {
  const variants: SimulatedVariant[] = [];
  if (!prepared) return variants;
  for (const [i, one] of settings.entries()) {
    const { epochs } = await simulatePrepared(
      prepared.cases,
      one,
      {
        signal,
        progress: () => {},
        counted: (done, total) =>
          tell({ stage: 'comparing', name: '', done: i + done / total, total: settings.length }),
      },
      { isBrief: true },
    );
    variants.push({
      settings: one,
      means: epochs.map(({ mean }) => mean),
      emas: epochs.map(({ ema }) => ema),
    });
  }
  return variants;
}

/** Runs in place of what is under way. */
function latest<Value>(work: (signal: AbortSignal) => Promise<Value>) {
  running?.abort(new DOMException('Another simulation was asked for.', 'AbortError'));
  const own = new AbortController();
  running = own;
  return settle(work(own.signal));
}

const session: SimulationSession = {
  simulate: async (request, progress) => {
    const outcome = await latest((signal) => simulate(request, signal, progress));
    if (!('value' in outcome)) return outcome;
    const { draws, sums } = outcome.value.result;
    const arrays = [draws.cases, draws.starts, draws.forced, draws.voxels];
    const counts = sums.flatMap(({ tp, nRef, nPred }) => [tp, nRef, nPred]);
    return transfer(
      outcome,
      [...arrays, ...counts].map(({ buffer }) => buffer as ArrayBuffer),
    );
  },
  compare: (settings, progress) => latest((signal) => compare(settings, signal, progress)),
  abort: () => running?.abort(new DOMException('Stopped.', 'AbortError')),
  readPlans: (file) => settle(readPlans(sourceOf(file))),
  readSummary: (file) => settle(readSummaryJson(sourceOf(file))),
};

expose(session);
