import { expose, transfer } from 'comlink';
import { findContent, type ContentBox } from '../../core/volume/content-box.ts';
import { suggestWindow } from '../../core/volume/display-window.ts';
import type { Warning } from '../../core/errors.ts';
import { evaluateCounts, type CountedCase } from '../../core/counts/evaluate-counts.ts';
import type { LabelScheme, Region } from '../../core/labels/label-scheme.ts';
import type { Engine } from '../../engine/engine.ts';
import { openEngine } from '../../engine/open-engine.ts';
import { evaluateCase, patternsOf } from '../../tasks/case/evaluate-case.ts';
import { demandSize, readCase, schemeToRead } from '../../tasks/case/read-case.ts';
import { readScheme } from '../../tasks/case/read-scheme.ts';
import type { TaskContext } from '../../tasks/task.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { clampVoxel, type SlicePlane } from '../../core/volume/slice.ts';
import type { ImageVolume, LabelMap } from '../../core/volume/volume.ts';
import type {
  CaseRequest,
  CaseSession,
  EngineChoice,
  NamedVolume,
  OpenedCase,
  OpenedChannel,
  OtherPrediction,
} from './case-session.ts';
import { sourceOf, type NamedFile } from './named-file.ts';
import { OpenVolumes } from './open-volumes.ts';
import { settle } from '../outcome.ts';
import { errorsSession } from './errors-calls.ts';
import { ruleSession } from './rule-calls.ts';
import { whySession } from './why-calls.ts';
import { sortFiles } from './sort-files.ts';
import { surfaceSession } from './volume-view-calls.ts';
import { ReaderPool } from '../readers/reader-pool.ts';
import { pooledReaders } from '../readers/pooled-readers.ts';

/** The case that is open; replaced whole when another has been opened. */
interface Open {
  readonly request: CaseRequest;
  /** As dataset.json has it, before regions were defined by hand. */
  readonly ownScheme: LabelScheme;
  counted: CountedCase;
  volumes: OpenVolumes;
}

const pool = new ReaderPool(Math.min(4, Math.max(1, navigator.hardwareConcurrency)));
pool.start(2); // most cases are of a reference and a prediction
let open: Open | null = null;
let running: AbortController | null = null;
let engine: { choice: EngineChoice; ready: Promise<Engine> } | null = null;

function engineFor(choice: EngineChoice): Promise<Engine> {
  if (engine?.choice !== choice) {
    void engine?.ready.then((old) => old.close()).catch(() => {});
    engine = { choice, ready: openEngine(choice) };
  }
  const { ready } = engine;
  ready.catch(() => {
    if (engine?.ready === ready) engine = null; // the next case tries again
  });
  return ready;
}

async function openCase(request: CaseRequest, context: TaskContext): Promise<OpenedCase> {
  const counting = engineFor(request.engine); // starts while the files are read
  counting.catch(() => {}); // awaited below, after the files: their errors come first
  const { scheme: ownScheme, warnings } = await readScheme(
    request.dataset && sourceOf(request.dataset),
    request.labelNames && sourceOf(request.labelNames),
  );
  const scheme = request.regions ? { ...ownScheme, regions: request.regions } : ownScheme;
  const read = await readCase(
    {
      name: request.name,
      reference: request.reference.map(sourceOf),
      prediction: request.prediction?.map(sourceOf) ?? null,
      probabilities: request.probabilities && sourceOf(request.probabilities),
      masks: request.masks.map(({ name, files }) => ({ name, sources: files.map(sourceOf) })),
    },
    schemeToRead(ownScheme, request.regions, request),
    pooledReaders(pool),
    context,
  );
  const volumes = { ...read, warnings: [...warnings, ...read.warnings] };
  const { result, counted } = await evaluateCase(volumes, scheme, await counting, context.signal);
  context.signal.throwIfAborted();
  open = {
    request,
    ownScheme,
    counted,
    volumes: new OpenVolumes(volumes, patternsOf(volumes, scheme), result),
  };
  return describe(open);
}

function describe({ request, volumes }: Open): OpenedCase {
  const { result, meaning, patterns } = volumes;
  const { channelNames } = result.scheme;
  return {
    result,
    meaning,
    hasPatterns: patterns !== null,
    probabilityChannels: volumes.volumes.probabilities?.channels ?? 0,
    content: contentOf(volumes.volumes.reference),
    channels: request.images.map(({ name }, i) => channelNames[Number(name)] ?? (name || `${i}`)),
  };
}

/** The box of all labels with a tenth of the volume round it. */
function contentOf({ codes, grid }: LabelMap): ContentBox | null {
  const box = findContent(codes, grid.size, 0);
  if (!box) return null;
  const margin = (axis: 0 | 1 | 2) => Math.round(grid.size[axis] / 10);
  const inside = (voxel: Vec3, sign: 1 | -1) =>
    clampVoxel([0, 1, 2].map((axis) => voxel[axis] + sign * margin(axis as 0)) as unknown as Vec3, grid.size);
  return { first: inside(box.first, -1), last: inside(box.last, 1) };
}

function theOpen(): Open {
  if (!open) throw new Error('No case is open.');
  return open;
}

async function openChannel(channel: number): Promise<OpenedChannel> {
  const { request, volumes } = theOpen();
  const { files }: NamedVolume = request.images[channel];
  const known = volumes.images.get(channel);
  if (known) return describeChannel(known, []);
  const { image, warnings } = await pool.read(
    (reader) => reader.readImage(files),
    new AbortController().signal,
    files[0].name,
  );
  const [reference] = request.reference;
  demandSize(reference.name, volumes.volumes.reference.grid.size, files[0].name, image.grid.size);
  volumes.images.set(channel, image);
  return describeChannel(image, warnings);
}

function describeChannel(image: ImageVolume, warnings: readonly Warning[]): OpenedChannel {
  const content = findContent(image.stored, image.grid.size);
  return { window: suggestWindow(image), content, warnings };
}

async function openOther(files: readonly NamedFile[] | null): Promise<OtherPrediction | null> {
  const { request, volumes } = theOpen();
  volumes.other = null;
  if (!files) return null;
  const map = await pool.read(
    (reader) => reader.readLabelMap([...files]),
    new AbortController().signal,
    files[0].name,
  );
  const [reference] = request.reference;
  demandSize(reference.name, volumes.volumes.reference.grid.size, files[0].name, map.grid.size);
  volumes.other = map;
  return { name: files[0].name, labels: map.labels };
}

/** Slices with their arrays handed over, not copied. */
function hand(planes: SlicePlane[]): SlicePlane[] {
  const arrays = planes.flatMap(({ image, reference, predicted, pattern, other, heat }) => [
    image?.stored,
    reference,
    predicted,
    pattern,
    other,
    heat,
  ]);
  const buffers = new Set(arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])));
  return transfer(planes, [...buffers]);
}

function defineRegions(regions: readonly Region[] | null): OpenedCase {
  const current = theOpen();
  const { volumes, ownScheme } = current;
  if (volumes.patterns) throw new Error('The regions of masks and probabilities are those of dataset.json.');
  current.counted = { ...current.counted, scheme: regions ? { ...ownScheme, regions } : ownScheme };
  const result = { ...evaluateCounts(current.counted), warnings: volumes.result.warnings };
  const { images, other } = volumes;
  current.volumes = new OpenVolumes(volumes.volumes, null, result);
  current.volumes.other = other;
  images.forEach((image, channel) => current.volumes.images.set(channel, image));
  return describe(current);
}

const session: CaseSession = {
  sortFiles: async (files) => sortFiles(files),
  openCase: async (request, progress) => {
    running?.abort(new DOMException('Another case was opened.', 'AbortError'));
    const own = new AbortController();
    running = own;
    const stopped = new Promise<never>((_, reject) => {
      own.signal.addEventListener('abort', () => reject(own.signal.reason as Error));
    });
    const outcome = await settle(
      Promise.race([openCase(request, { signal: own.signal, progress }), stopped]),
    );
    if (running === own) running = null;
    return outcome;
  },
  abort: () => running?.abort(new DOMException('Stopped.', 'AbortError')),
  openChannel: (channel) => settle(openChannel(channel)),
  readPlanes: (voxel, planes, channel, look) =>
    hand(theOpen().volumes.readPlanes(voxel, planes, channel, look)),
  readSlices: (plane, slices, channel, look) =>
    hand(theOpen().volumes.readSlices(plane, slices, channel, look)),
  openOther: (files) => settle(openOther(files)),
  readVoxel: (voxel, channel) => theOpen().volumes.readVoxel(voxel, channel),
  findPieces: (selection) => theOpen().volumes.findPieces(selection),
  defineRegions,
  readScheme: () => theOpen().ownScheme,
  ...ruleSession(theOpen, engineFor),
  ...whySession(theOpen),
  ...errorsSession(theOpen),
  ...surfaceSession(theOpen),
};

expose(session);
