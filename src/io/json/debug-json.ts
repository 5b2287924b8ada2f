import { FormatError } from '../../core/errors.ts';
import type { RunConditions } from '../../core/runs/run.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { formatJson, parseJson, readJsonText } from './json-text.ts';
import { parsePythonLiteral, type PythonValue } from './python-literal.ts';

/** What debug.json tells of a training. */
export interface DebugFacts {
  readonly conditions: Partial<RunConditions>;
  /** Names of labels and regions as dataset.json has them, background and ignore left out; empty where unknown. */
  readonly classNames: readonly string[];
}

/**
 * The debug.json that nnU-Net writes when a training starts: a JSON object whose values are Python repr strings.
 * What is missing or cannot be taken apart is left out.
 * @throws FormatError jsonInvalid, jsonNotObject
 */
export function parseDebugJson(text: string, file: string): DebugFacts {
  const root = parseJson(file, text);
  if (root.kind !== 'object') {
    throw new FormatError('jsonNotObject', { file, offset: root.offset, found: formatJson(root) });
  }
  const texts = new Map(
    root.entries.flatMap(({ key, value }) =>
      value.kind === 'value' && value.value !== null ? [[key, String(value.value)] as const] : [],
    ),
  );
  const word = (...keys: readonly string[]) => {
    const found = keys.map((key) => texts.get(key)).find((value) => value !== undefined && value !== 'None');
    return found === undefined ? null : found;
  };
  const number = (...keys: readonly string[]) => {
    const value = Number(word(...keys) ?? Number.NaN);
    return Number.isFinite(value) ? value : null;
  };
  const folders = (word('output_folder') ?? '').split(/[\\/]/).filter((part) => part !== '');
  const trainer = folders
    .map((part) => /^(.+?)__(.+?)(?:__(.+))?$/.exec(part))
    .find((found) => found !== null);
  const nested = [texts.get('plans_manager'), texts.get('configuration_manager'), texts.get('plans')];
  return {
    conditions: {
      ...Object.assign({}, ...nested.map((value) => parseConditionText(value ?? ''))),
      ...known({
        trainer: trainer?.[1] ?? null,
        configuration: word('configuration_name') ?? trainer?.[3] ?? null,
        fold: word('fold'),
        batchSize: number('batch_size'),
        patchSize: numbersOf(
          parsePythonLiteral((word('patch_size') ?? '').replace(/(\d)\s+(?=\d)/g, '$1, ')),
        ),
        plannedEpochs: number('num_epochs', 'max_num_epochs'),
        iterationsPerEpoch: number('num_iterations_per_epoch', 'num_batches_per_epoch'),
        initialLearningRate: number('initial_lr'),
        oversampling: number('oversample_foreground_percent'),
        torch: word('torch_version'),
        gpu: word('gpu_name'),
        nnunet: texts.has('num_epochs') ? 'v2' : texts.has('max_num_epochs') ? 'v1' : null,
      }),
    },
    classNames: namesOf(parsePythonLiteral(texts.get('dataset_json') ?? '')),
  };
}

/** As `parseDebugJson`, from a file. */
export async function readDebugJson(source: ByteSource): Promise<DebugFacts> {
  return parseDebugJson(await readJsonText(source), source.name);
}

/** What a dict of plans tells: the repr in a log or in debug.json, of a configuration or of all plans. */
export function parseConditionText(text: string): Partial<RunConditions> {
  const value = parsePythonLiteral(text);
  if (!(value instanceof Map)) return {};
  const dict = value as ReadonlyMap<PythonValue, PythonValue>;
  const name = (key: string) => {
    const found = dict.get(key);
    return typeof found === 'string' ? found : null;
  };
  const batch = dict.get('batch_size');
  return known({
    batchSize: typeof batch === 'number' ? batch : null,
    patchSize: numbersOf(dict.get('patch_size')),
    dataset: name('dataset_name'),
    plans: name('plans_name'),
  });
}

function known(conditions: Partial<RunConditions>): Partial<RunConditions> {
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== null));
}

function numbersOf(value: PythonValue | undefined): number[] | null {
  if (!Array.isArray(value)) return null;
  const numbers = (value as readonly PythonValue[]).filter((item) => typeof item === 'number');
  return numbers.length === value.length && numbers.length > 0 ? numbers : null;
}

/** In the order in which pseudo Dice lists them: labels by value, regions in the order of the file. */
function namesOf(dataset: PythonValue | undefined): string[] {
  const labels =
    dataset instanceof Map ? (dataset as ReadonlyMap<PythonValue, PythonValue>).get('labels') : null;
  if (!(labels instanceof Map)) return [];
  const entries = [...(labels as ReadonlyMap<PythonValue, PythonValue>)].filter(
    ([key, value]) => key !== 'ignore' && value !== 0 && typeof key === 'string',
  );
  const hasRegions = entries.some(([, value]) => Array.isArray(value) && value.length > 1);
  if (!hasRegions) entries.sort((a, b) => Number(a[1]) - Number(b[1]));
  return entries.map(([key]) => String(key));
}
