import { FormatError } from '../../core/errors.ts';
import type { RunConditions } from '../../core/runs/run.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { formatJson, parseJson, readJsonText, type JsonNode } from './json-text.ts';

/** One configuration of plans.json; axes are z, y, x. */
export interface PlannedConfiguration {
  readonly name: string;
  readonly patchSize: readonly number[] | null;
  readonly spacingMm: readonly number[] | null;
  readonly batchSize: number | null;
}

/** What plans.json tells. */
export interface Plans {
  readonly dataset: string | null;
  readonly name: string | null;
  readonly reader: string | null;
  /** Axis i of patches and spacings is axis `transposeForward[i]` of z, y, x; null where it is not told. */
  readonly transposeForward: readonly number[] | null;
  readonly configurations: readonly PlannedConfiguration[];
}

/**
 * nnU-Net v2's plans.json; a configuration that inherits takes what it lacks from the one it names.
 * @throws FormatError jsonInvalid, jsonNotObject
 */
export function parsePlansJson(text: string, file: string): Plans {
  const root = parseJson(file, text);
  if (root.kind !== 'object') {
    throw new FormatError('jsonNotObject', { file, offset: root.offset, found: formatJson(root) });
  }
  const field = (node: JsonNode | undefined, key: string) =>
    node?.kind === 'object' ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;
  const wordOf = (node: JsonNode | undefined) =>
    node?.kind === 'value' && typeof node.value === 'string' ? node.value : null;
  const all = field(root, 'configurations');
  const inherited = (node: JsonNode | undefined, key: string, depth = 0): JsonNode | undefined => {
    const parent = wordOf(field(node, 'inherits_from'));
    return (
      field(node, key) ?? (parent && depth < 8 ? inherited(field(all, parent), key, depth + 1) : undefined)
    );
  };
  const configurations = (all?.kind === 'object' ? all.entries : []).map(({ key, value }) => ({
    name: key,
    patchSize: numbersOf(inherited(value, 'patch_size')),
    spacingMm: numbersOf(inherited(value, 'spacing')),
    batchSize: numbersOf(inherited(value, 'batch_size'))?.[0] ?? null,
  }));
  return {
    dataset: wordOf(field(root, 'dataset_name')),
    name: wordOf(field(root, 'plans_name')),
    reader: wordOf(field(root, 'image_reader_writer')),
    transposeForward: numbersOf(field(root, 'transpose_forward')),
    configurations,
  };
}

/** As `parsePlansJson`, from a file. */
export async function readPlansJson(source: ByteSource): Promise<Plans> {
  return parsePlansJson(await readJsonText(source), source.name);
}

/** What the plans tell of a training of this configuration; null where that is not known. */
export function conditionsOfPlans(plans: Plans, configuration: string | null): Partial<RunConditions> {
  const planned = plans.configurations.find(({ name }) => name === configuration);
  const conditions = {
    dataset: plans.dataset,
    plans: plans.name,
    patchSize: planned?.patchSize ?? null,
    batchSize: planned?.batchSize ?? null,
  };
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== null));
}

function numbersOf(node: JsonNode | undefined): number[] | null {
  const items = node?.kind === 'array' ? node.items : node ? [node] : [];
  const values = items.flatMap((item) =>
    item.kind === 'value' && typeof item.value === 'number' ? [item.value] : [],
  );
  return values.length === items.length && values.length > 0 ? values : null;
}
