import { nnunetRule } from '../../src/core/reconstruction/rule.ts';
import { ruleTable } from '../../src/core/reconstruction/rule-table.ts';
import { countJointCpu } from '../../src/engine/cpu/joint-counts.ts';
import { computeRuleCodes } from '../../src/engine/cpu/rule-codes.ts';
import { auditReconstruction } from '../../src/tasks/reconstruction/audit-reconstruction.ts';
import { openRecount, recountRule } from '../../src/tasks/reconstruction/recount-rule.ts';
import { computeWritten } from '../../src/tasks/reconstruction/written-labels.ts';
import { FULL_SIZE } from './blob-volumes.ts';
import { figuresInChromium } from './chromium-page.ts';
import { type Figures, interleaved, type Ratio, ratioOf, summaryOf, type Times } from './measure.ts';
import { chainScheme, labelMap, movedRules, regionCase } from './region-case.ts';

const ROUNDS = 9;
const MOST_MS = 150;

/**
 * The numbers of a case of 240 x 240 x 155 voxels after its rule has changed, on the CPU engine and against one
 * joint count; what an audit takes beside counting; then, where there is a Chromium, the GPU.
 */
export async function reconstruction(): Promise<Figures> {
  const parts = [
    await recounting('float32'),
    await recounting('float16'),
    await auditing(3),
    await auditing(7),
  ];
  const onGpu = await figuresInChromium('/test/bench/reconstruction-in-page.ts');
  return {
    times: Object.assign({}, ...parts.map(({ times }) => times), onGpu?.times),
    ratios: [...parts.flatMap(({ ratios }) => ratios), ...(onGpu?.ratios ?? [])],
  };
}

/** Another rule for 3 regions: every number, and what changed against nnU-Net's rule. */
async function recounting(type: 'float16' | 'float32'): Promise<Figures> {
  const { regions, ...scheme } = chainScheme(3);
  const volumes = regionCase(3, type);
  const base = await openRecount(volumes, { ...scheme, regions });
  const overwrite = movedRules(regions);
  const argmax = movedRules(regions, { kind: 'argmax', comparison: '>=' });
  const { codes: predicted } = base.nnunet.written;
  const pair = { rows: 4, columns: 8, reference: volumes.reference.codes, predicted };
  const measured = await interleaved(ROUNDS, {
    'one joint count': () => countJointCpu(pair),
    'CPU recount, overwrite': () => recountRule(base, overwrite()),
    'CPU recount, argmax': () => recountRule(base, argmax()),
    'label map written anew': () => computeWritten(base, overwrite(), undefined, predicted),
  });
  const {
    'one joint count': count,
    'CPU recount, overwrite': plain,
    'CPU recount, argmax': winner,
  } = measured;
  const ratios = [['overwrite', plain] as const, ['argmax', winner] as const].flatMap(
    ([kind, all]): Ratio[] => [
      { name: `3 regions, ${type}: CPU recount, ${kind} / one joint count`, value: ratioOf(all, count) },
      {
        name: `3 regions, ${type}: CPU recount, ${kind} / ${MOST_MS} ms`,
        value: summaryOf(all).medianMs / MOST_MS,
        aim: '<= 1',
      },
    ],
  );
  return { times: named(`3 regions, ${type}`, measured), ratios };
}

/** An audit that has to look among all n! sequences, beside the counting that it needs. */
async function auditing(count: number): Promise<Figures> {
  const scheme = chainScheme(count);
  const { probabilities } = regionCase(count, 'float16');
  const rule = nnunetRule(scheme.regions);
  const sequence = rule.sequence.map((i) => (i < 2 ? 1 - i : i)); // the two coarsest the other way round
  const written = await computeRuleCodes(probabilities, rule);
  const table = ruleTable({ ...rule, sequence }, scheme.regions);
  const labels = labelMap(written.codes.map((code) => table[code]), count, FULL_SIZE); // prettier-ignore
  const found = await auditReconstruction({ labels, regions: probabilities, warnings: [] }, scheme);
  if (found.matches !== 'order') throw new Error(`The audit found ${found.matches} instead of the order.`);
  const measured = await interleaved(ROUNDS, {
    counting: async () => {
      const { codes } = await computeRuleCodes(probabilities, rule);
      await countJointCpu({
        rows: written.count,
        columns: count + 1,
        reference: codes,
        predicted: labels.codes,
      });
    },
    'counting and all sequences': () =>
      auditReconstruction({ labels, regions: probabilities, warnings: [] }, scheme),
  });
  const { counting, 'counting and all sequences': audit } = measured;
  const title = `audit, ${count} regions`;
  const name = `${title}: counting and all sequences / counting`;
  return {
    times: named(title, measured),
    ratios: [{ name, value: ratioOf(audit, counting), aim: '<= 1.1' }],
  };
}

function named(title: string, measured: Readonly<Record<string, number[]>>): Record<string, Times> {
  return Object.fromEntries(
    Object.entries(measured).map(([name, all]) => [`${title}: ${name}`, summaryOf(all)]),
  );
}
