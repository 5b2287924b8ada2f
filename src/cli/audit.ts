import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formatAudit, sayVerdict } from '../core/audit.ts';
import { DiceLensError, sayWarning } from '../core/errors.ts';
import { auditWords } from '../core/messages/audit.ts';
import type { ByteSource } from '../io/byte-source.ts';
import { recogniseRoles } from '../io/file-roles.ts';
import { openNodeSource } from '../io/node-source.ts';
import { readLabelMap } from '../io/read-label-map.ts';
import { readProbabilities } from '../io/read-probabilities.ts';
import { auditReconstruction } from '../tasks/audit-reconstruction.ts';
import type { NamedSources } from '../tasks/case-sources.ts';
import { readAudit, type AuditSources } from '../tasks/read-audit.ts';
import type { Readers } from '../tasks/read-case.ts';
import { readScheme } from '../tasks/read-scheme.ts';
import { UNWATCHED } from '../tasks/task.ts';

/** Where a command writes its text. */
export interface CommandOutput {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

interface Options {
  readonly dataset: string;
  readonly labels: string;
  readonly probabilities?: string;
  readonly masks: readonly string[];
  readonly json?: string;
}

const DIRECT: Readers = {
  readLabelMap: (sources, { signal }) => readLabelMap(sources, { signal }),
  readProbabilities: async (source, expectedChannels, { signal }) =>
    (await readProbabilities(source, { expectedChannels, signal })).volume,
};

/**
 * `dicelens audit`: says by which rule a label map was made of regions, on stdout in one line and in full as JSON.
 * @returns the exit code: 0, 1 for bad input with one sentence on stderr, 2 for wrong usage.
 */
export async function audit(args: readonly string[], { stdout, stderr }: CommandOutput): Promise<number> {
  const options = parseOptions(args);
  if (!options) {
    stderr.write(`${auditWords.usage.en()}\n`);
    return 2;
  }
  try {
    const dataset = await openNodeSource(options.dataset);
    const { scheme, warnings } = await readScheme(dataset);
    const volumes = await readAudit(await openSources(options), scheme, DIRECT, UNWATCHED);
    const result = await auditReconstruction(volumes, scheme);
    const said = [...warnings, ...volumes.warnings].map((warning) => ({
      code: warning.code,
      message: sayWarning(warning, 'en'),
    }));
    const text = JSON.stringify({ ...formatAudit(result, scheme), warnings: said }, null, 2);
    if (options.json !== undefined) await writeText(options.json, `${text}\n`);
    for (const { message } of said) stderr.write(`${message}\n`);
    stdout.write(`${sayVerdict(result, scheme, 'en')}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof DiceLensError)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** The options, or null where they are not what the usage says. */
function parseOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: repeatName(args, '--region-masks'),
      options: {
        dataset: { type: 'string' },
        labels: { type: 'string' },
        probabilities: { type: 'string' },
        'region-masks': { type: 'string', multiple: true },
        json: { type: 'string' },
      },
    });
    const { dataset, labels, probabilities, json, 'region-masks': masks = [] } = values;
    const isComplete = dataset && labels && (probabilities !== undefined) !== masks.length > 0;
    return isComplete ? { dataset, labels, probabilities, masks, json } : null;
  } catch {
    return null; // parseArgs says which option it does not know; the usage says all that there are
  }
}

/** `--name A B C` as `--name=A --name=B --name=C`, which is how parseArgs knows a list. */
function repeatName(args: readonly string[], name: string): string[] {
  const repeated: string[] = [];
  let inList = false;
  for (const arg of args) {
    if (arg.startsWith('--')) inList = arg === name;
    if (arg === name) continue;
    repeated.push(inList ? `${name}=${arg}` : arg);
  }
  return repeated;
}

async function openSources({ labels, probabilities, masks }: Options): Promise<AuditSources> {
  return {
    labels: await openVolume(labels),
    probabilities: probabilities === undefined ? null : await openNodeSource(probabilities),
    masks: nameMasks(await Promise.all(masks.map(openVolume))),
  };
}

/** A file, or both files of a .hdr/.img pair. */
async function openVolume(path: string): Promise<ByteSource[]> {
  const source = await openNodeSource(path);
  return /\.hdr$/i.test(path) ? [source, await openNodeSource(path.replace(/hdr$/i, 'img'))] : [source];
}

/** Masks called region_NAME go by their name, others by their sequence. */
function nameMasks(masks: readonly ByteSource[][]): NamedSources[] {
  const roles = recogniseRoles(masks.map(([{ name }]) => ({ name, folder: '' })));
  const names = roles.map(({ regionName }) => regionName ?? '');
  const isNamed = names.every((name) => name !== '');
  return masks.map((sources, i) => ({ name: isNamed ? names[i] : '', sources }));
}

async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new DiceLensError('outputNotWritten', { file: path, reason });
  }
}
