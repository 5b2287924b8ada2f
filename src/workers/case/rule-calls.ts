import { transfer } from 'comlink';
import { checkDataset } from '../../core/labels/dataset-checks.ts';
import { clampVoxel, type SlicePlane } from '../../core/volume/slice.ts';
import { parseDatasetEntries } from '../../io/json/dataset-entries.ts';
import { formatItkSnapLabels, formatSlicerColours } from '../../io/volumes/write-label-tables.ts';
import { auditReconstruction } from '../../tasks/reconstruction/audit-reconstruction.ts';
import type { Engine } from '../../engine/engine.ts';
import type { CaseRequest, EngineChoice } from './case-session.ts';
import type { OpenVolumes } from './open-volumes.ts';
import { settle } from '../outcome.ts';
import { RuleLaboratory } from './rule-laboratory.ts';
import type { OpenedAudit, OpenedRule, RuleSession } from './rule-session.ts';
import { formatRuleVolume } from './rule-volumes.ts';

/** The open case as the laboratory needs it. */
interface OpenCase {
  readonly request: CaseRequest;
  readonly volumes: OpenVolumes;
}

/**
 * The calls of the laboratory on whatever case is open. That of the case before is closed with the first call for
 * another one.
 */
export function ruleSession(
  theOpen: () => OpenCase,
  engineFor: (choice: EngineChoice) => Promise<Engine>,
): RuleSession {
  let last: RuleLaboratory | null = null;
  const laboratory = () => {
    const { volumes, request } = theOpen();
    if (last?.open !== volumes) {
      last?.close();
      last = new RuleLaboratory(volumes, () => engineFor(request.engine));
    }
    return last;
  };
  let auditing: AbortController | null = null;

  return {
    openRule: () => settle(openRule(theOpen(), laboratory())),
    viewRule: async (rule, slices, isKnown) => {
      const own = laboratory();
      const outcome = await settle(
        (async () => {
          const counted = await own.at(rule);
          const voxel = clampVoxel(slices.voxel, own.open.volumes.reference.grid.size);
          const planes = own.readPlanes(rule, { ...slices, voxel });
          const readout = own.readVoxel(counted.numbers, voxel, slices.channel);
          return { numbers: isKnown ? null : counted.numbers, planes, readout };
        })(),
      );
      return 'value' in outcome ? transfer(outcome, buffersOf(outcome.value.planes)) : outcome;
    },
    readRuleVoxel: (rule, voxel, channel) => {
      const own = laboratory();
      return settle(own.at(rule).then((counted) => own.readVoxel(counted.numbers, voxel, channel)));
    },
    findRulePieces: (rule, selection) => {
      const own = laboratory();
      return settle(own.at(rule).then((counted) => own.findPieces(counted, selection)));
    },
    findEvidence: ({ pattern, label }) => {
      const own = laboratory();
      return settle(
        (async () => {
          const codes = (await own.at(own.rule)).codes();
          const map = own.open.volumes.prediction;
          if (!map) throw new Error('There is no label map.');
          return own.piecesWhere((i) => codes[i] === pattern && map.labels[map.codes[i]] === label);
        })(),
      );
    },
    countRuleCurves: (rule) => settle(laboratory().countCurves(rule)),
    auditLabels: () => {
      auditing?.abort(new DOMException('Another audit began.', 'AbortError'));
      auditing = new AbortController();
      return settle(auditLabels(laboratory(), auditing.signal));
    },
    stopAudit: () => auditing?.abort(new DOMException('Stopped.', 'AbortError')),
    formatColourTable: async (colours, table) =>
      table === 'snap' ? formatItkSnapLabels(colours) : formatSlicerColours(colours),
    writeRuleVolume: async (rule, volume) => {
      const own = laboratory();
      const { reference } = own.open.volumes;
      const outcome = await settle(
        own.at(rule).then((counted) => formatRuleVolume(counted, reference, volume)),
      );
      return 'value' in outcome ? transfer(outcome, [outcome.value.buffer]) : outcome;
    },
  };
}

async function openRule({ request }: OpenCase, own: RuleLaboratory): Promise<OpenedRule> {
  const { dataset, probabilities, prediction, regions } = request;
  const { volumes, result } = own.open;
  const file = { probabilities, masks: null, labels: prediction?.[0] ?? null }[own.source];
  return {
    source: own.source,
    file: file?.name ?? '',
    type: volumes.probabilities?.type ?? '',
    rule: own.rule,
    nnunet: (await own.at(own.rule)).numbers.result,
    findings:
      dataset && !regions && result.scheme.regions.length > 0
        ? checkDataset(parseDatasetEntries(await dataset.blob.text(), dataset.name))
        : null,
    hasLabelMap: own.source !== 'labels' && volumes.prediction !== null,
  };
}

async function auditLabels(own: RuleLaboratory, signal: AbortSignal): Promise<OpenedAudit> {
  const { prediction, probabilities, masks } = own.open.volumes;
  const regions = probabilities ?? masks?.patterns;
  const { scheme } = own.open.result;
  if (!prediction || !regions) throw new Error('There is nothing to audit.');
  const audit = await auditReconstruction({ labels: prediction, regions, warnings: [] }, scheme, signal);
  const { numbers } = await own.at(own.rule);
  return { audit, meaning: { ...numbers.meaning, reference: prediction.labels, ignore: null } };
}

function buffersOf(planes: readonly SlicePlane[]): ArrayBuffer[] {
  const arrays = planes.flatMap(({ image, reference, predicted, pattern }) => [
    image?.stored,
    reference,
    predicted,
    pattern,
  ]);
  return [...new Set(arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])))];
}
