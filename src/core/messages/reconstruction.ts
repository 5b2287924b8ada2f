import { formatScore } from '../text/format.ts';
import { integer, sentence } from './sentence.ts';

interface Cost {
  readonly name: string;
  /** Dice lost by the reconstruction; negative where it gained. */
  readonly cost: number;
}

/** What the sentence on top of the reconstruction page states. */
export interface CostFacts {
  /** The regions whose cost shows in three decimals. */
  own: readonly Cost[];
  /** No region changed at all. */
  isFree: boolean;
  /** The same under nnU-Net’s rule; null where the rule is nnU-Net’s. */
  nnunet: readonly Cost[] | null;
  isNnunetFree: boolean;
}

const score = (value: number) => formatScore(Math.abs(value));
const listEn = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const sameNames = (a: readonly Cost[], b: readonly Cost[]) =>
  a.length === b.length && a.every(({ name }, i) => name === b[i].name);
const allCost = (costs: readonly Cost[]) => costs.length > 0 && costs.every(({ cost }) => cost > 0);

function costsEn(costs: readonly Cost[], isFree: boolean): string {
  if (isFree) return 'costs no region any Dice';
  if (costs.length === 0) return 'changes no region by as much as 0.0005 Dice';
  const part = (verb: string, some: readonly Cost[]) =>
    some.length > 0 ? [`${verb} ${listEn(some.map(({ name, cost }) => `${name} ${score(cost)}`))}`] : [];
  const [lost, won] = [costs.filter(({ cost }) => cost > 0), costs.filter(({ cost }) => cost < 0)];
  return [...part('costs', lost), ...part('gives', won)].join(' and ');
}

function costsZh(costs: readonly Cost[], isFree: boolean): string {
  if (isFree) return '没有降低任何区域的 Dice';
  if (costs.length === 0) return '对各区域 Dice 的改变均不足 0.0005';
  return `使${costs
    .map(({ name, cost }) => ` ${name} 的 Dice ${cost > 0 ? '降低' : '提高'} ${score(cost)}`)
    .join('，')}`;
}

/** What the reconstruction by the rule on screen costs, and what nnU-Net’s own does. */
export const reconstructionCost = sentence<CostFacts>(
  ({ own, isFree, nnunet, isNnunetFree }) => {
    if (!nnunet) return `nnU-Net’s reconstruction ${costsEn(own, isFree)}.`;
    const short = allCost(own) && allCost(nnunet) && sameNames(own, nnunet);
    const theirs = short
      ? `costs ${listEn(nnunet.map(({ cost }) => score(cost)))}`
      : costsEn(nnunet, isNnunetFree);
    return `Reconstruction by this rule ${costsEn(own, isFree)}; nnU-Net’s own ${theirs}.`;
  },
  ({ own, isFree, nnunet, isNnunetFree }) => {
    if (!nnunet) return `nnU-Net 的重建${costsZh(own, isFree)}。`;
    return `按此规则重建${costsZh(own, isFree)}；nnU-Net 自身的规则${costsZh(nnunet, isNnunetFree)}。`;
  },
);

interface PatternCostFacts {
  /** The region that loses most; null where none loses. */
  dearest:
    | (Cost & {
        readonly cause: {
          /** Names of the regions predicted. */
          readonly set: readonly string[];
          readonly writes: number;
          readonly voxels: number;
          /** The region was not predicted there, and added. */
          readonly isGained: boolean;
          readonly tp: number;
          readonly fp: number;
        } | null;
      })
    | null;
  /** The greatest drop from a region to the label at its node. */
  drop: { readonly label: number; readonly by: number } | null;
}

const voxelsEn = (voxels: number) => `${integer(voxels)} ${voxels === 1 ? 'voxel' : 'voxels'}`;
const change = (value: number) => `${value < 0 ? '−' : '+'}${integer(Math.abs(value))}`;

/** Whether the reconstruction itself cost anything, and where, in plain words. */
export const patternCost = sentence<PatternCostFacts>(
  ({ dearest, drop }) => {
    const { cause } = dearest ?? {};
    const first = !dearest
      ? 'The reconstruction itself took nothing from any region.'
      : cause
        ? `${dearest.name} pays most, ${score(dearest.cost)}: in ${voxelsEn(cause.voxels)} ${
            cause.set.length > 0 ? `${cause.isGained ? 'only ' : ''}${listEn(cause.set)}` : 'no region'
          } ${cause.set.length > 1 ? 'were' : 'was'} predicted and ${cause.writes} written, ${change(cause.tp)} TP and ${change(cause.fp)} FP.`
        : `${dearest.name} pays most, ${score(dearest.cost)}.`;
    const second = drop
      ? ` After the rule, label ${drop.label} scores ${score(drop.by)} less than its region.`
      : '';
    return first + second;
  },
  ({ dearest, drop }) => {
    const { cause } = dearest ?? {};
    const first = !dearest
      ? '重建本身没有降低任何区域的 Dice。'
      : cause
        ? `${dearest.name} 损失最多（${score(dearest.cost)}）：有 ${integer(cause.voxels)} 个体素${
            cause.set.length > 0
              ? `${cause.isGained ? '只' : ''}预测了 ${cause.set.join('、')}`
              : '没有预测任何区域'
          }，却写入 ${cause.writes}，TP ${change(cause.tp)}，FP ${change(cause.fp)}。`
        : `${dearest.name} 损失最多（${score(dearest.cost)}）。`;
    const second = drop ? `规则之后，标签 ${drop.label} 的 Dice 比其区域低 ${score(drop.by)}。` : '';
    return first + second;
  },
);
