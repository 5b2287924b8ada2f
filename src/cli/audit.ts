import { formatAudit, sayVerdict } from '../core/reconstruction/audit.ts';
import { sayWarning } from '../core/errors.ts';
import { auditWords } from '../core/messages/audit.ts';
import { cliWords } from '../core/messages/cli.ts';
import { say } from '../core/messages/say.ts';
import type { Sentence } from '../core/messages/sentence.ts';
import { auditReconstruction } from '../tasks/reconstruction/audit-reconstruction.ts';
import { readAudit, type AuditSources } from '../tasks/reconstruction/read-audit.ts';
import { readScheme } from '../tasks/case/read-scheme.ts';
import { UNWATCHED } from '../tasks/task.ts';
import { chooseLanguage, parseArguments, UsageError, type Arguments } from './arguments.ts';
import type { Streams } from './evaluate.ts';
import { regionNameOf } from './region-name.ts';
import { READERS } from './evaluate-sources.ts';
import { openFile, openVolume } from './sources.ts';
import { writeOutput } from './output/write-output.ts';

const OPTIONS = {
  dataset: 'one',
  labels: 'one',
  probabilities: 'one',
  'region-masks': 'all',
  json: 'one',
  language: 'one',
} as const;

/**
 * `dicelens audit`: says by which rule a label map was made of regions, in one line, and in full as JSON.
 * A map that no known rule writes is a result, not an error.
 * @throws UsageError, or DiceLensError for what is wrong with a file
 */
export async function audit(args: readonly string[], { stdout, stderr }: Streams): Promise<number> {
  const parsed = parseArguments(args, OPTIONS);
  const language = chooseLanguage(parsed);
  const [dataset] = parsed.options.get('dataset') ?? [];
  const sources = await openSources(parsed);
  if (dataset === undefined || sources === null) throw new UsageError(auditWords.needs as Sentence<never>);

  const { scheme, warnings: ofScheme } = await readScheme(await openFile(dataset));
  const volumes = await readAudit(sources, scheme, READERS, UNWATCHED);
  const result = await auditReconstruction(volumes, scheme);
  const warnings = [...ofScheme, ...volumes.warnings];
  for (const warning of warnings) {
    stderr.write(`${say(cliWords.warning, language)}: ${sayWarning(warning, language)}\n`);
  }
  const [json] = parsed.options.get('json') ?? [];
  if (json !== undefined) {
    const said = warnings.map((warning) => ({ code: warning.code, message: sayWarning(warning, 'en') }));
    const evidence = { ...formatAudit(result, scheme), warnings: said };
    await writeOutput(json, `${JSON.stringify(evidence, null, 1)}\n`, stdout);
  }
  if (json !== '-') stdout.write(`${sayVerdict(result, scheme, language)}\n`);
  return 0;
}

/** Null where the label map is missing, or not exactly one of probabilities and masks is given. */
async function openSources({ positional, options }: Arguments): Promise<AuditSources | null> {
  const [labels] = options.get('labels') ?? [];
  const [probabilities] = options.get('probabilities') ?? [];
  const masks = options.get('region-masks') ?? [];
  const isOneOf = (probabilities !== undefined) !== masks.length > 0;
  if (labels === undefined || positional.length > 0 || !isOneOf) return null;
  return {
    labels: await openVolume(labels),
    probabilities: probabilities === undefined ? null : await openFile(probabilities),
    masks: await Promise.all(
      masks.map(async (path) => ({ name: regionNameOf(path), sources: await openVolume(path) })),
    ),
  };
}
