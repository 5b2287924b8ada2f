import type { AuditCause, VolumeMove } from '../reconstruction/audit-cause.ts';
import type { Vec3 } from '../volume/grid.ts';
import { integer, sentence, words } from './sentence.ts';

/** What the verdict of an audit states. */
export interface VerdictFacts {
  cause: AuditCause | null;
  also: readonly AuditCause[];
  nearest: AuditCause | null;
  /** regions_class_order of dataset.json. */
  own: readonly number[];
  /** The regions in the order of dataset.json. */
  names: readonly string[];
  contradictions: number;
  first: {
    voxel: Vec3;
    regions: readonly string[];
    expected: number;
    found: number;
  } | null;
}

type Scheme = Pick<VerdictFacts, 'own' | 'names'>;

const AXES = ['x', 'y', 'z'];
const list = (values: readonly (number | string)[]) => `[${values.join(', ')}]`;
const voxelsEn = (voxels: number) => `${integer(voxels)} ${voxels === 1 ? 'voxel' : 'voxels'}`;
const inFileOrder = (sequence: readonly number[]) => sequence.every((region, i) => region === i);

/** Words of the audit. */
export const auditWords = {
  needs: words(
    'audit needs --dataset, --labels, and either --probabilities or --region-masks; see dicelens --help.',
    'audit 需要 --dataset、--labels，以及 --probabilities 或 --region-masks 之一；请见 dicelens --help。',
  ),
} as const;

/** The verdict of an audit, in one line. */
export const auditVerdict = sentence<VerdictFacts>(
  (facts) => {
    const { cause, also, nearest, contradictions, first } = facts;
    if (cause?.matches === 'nnunet') return 'Your label map is what nnU-Net writes.';
    if (cause) {
      const others = also.map((other) => causeEn(other, facts));
      return `It is ${causeEn(cause, facts)}${others.length > 0 ? `; the same as ${others.slice(0, 3).join(', and as ')}` : ''}.`;
    }
    const place = first
      ? `, the first at [${first.voxel.join(', ')}], where ${first.regions.length > 0 ? first.regions.join(' + ') : 'no region'} was predicted, ${first.expected} was expected and ${first.found} stands`
      : '';
    return `No known rule writes your label map. The nearest is ${nearest ? causeEn(nearest, facts) : 'none'}; ${voxelsEn(contradictions)} contradict${contradictions === 1 ? 's' : ''} it${place}.`;
  },
  (facts) => {
    const { cause, also, nearest, contradictions, first } = facts;
    if (cause?.matches === 'nnunet') return '该标签图与 nnU-Net 写出的完全一致。';
    if (cause) {
      const others = also.map((other) => causeZh(other, facts));
      return `它是${causeZh(cause, facts)}${others.length > 0 ? `；同样的结果也可能是${others.slice(0, 3).join('，或')}` : ''}。`;
    }
    const place = first
      ? `，第一个位于 [${first.voxel.join(', ')}]：${first.regions.length > 0 ? `预测了 ${first.regions.join(' + ')}` : '没有预测任何区域'}，应为 ${first.expected}，实际为 ${first.found}`
      : '';
    return `没有已知规则能写出该标签图。最接近的是${nearest ? causeZh(nearest, facts) : '无'}；有 ${integer(contradictions)} 个体素与之矛盾${place}。`;
  },
);

function causeEn(cause: AuditCause, { own, names }: Scheme): string {
  switch (cause.matches) {
    case 'nnunet':
      return 'what nnU-Net writes';
    case 'order': {
      const changes = changesEn(own, cause.writes, names);
      const labels = `what the order ${list(cause.writes)} writes${changes && `: ${changes}`}`;
      if (inFileOrder(cause.sequence)) return labels;
      const sequence = cause.sequence.map((region) => names[region]).join(', ');
      return changes
        ? `${labels}, with the regions written in the sequence ${sequence}`
        : `what the order ${list(cause.writes)} writes when the regions are written in the sequence ${sequence} instead of ${names.join(', ')}`;
    }
    case 'alphabetical':
      return `what nnU-Net's rule writes when the regions are taken in alphabetical order of their names${
        cause.labels === 'own' ? '' : ' and the labels of regions_class_order in that order too'
      }`;
    case 'greater-or-equal':
      return 'what p >= 0.5 writes; nnU-Net demands p > 0.5';
    case 'argmax':
      return `what argmax over the regions writes ${cause.thresholded ? 'where the largest p exceeds 0.5' : 'without a threshold'}${
        cause.writes === 'index' ? ', as index + 1' : ''
      }; nnU-Net lets later regions overwrite earlier ones`;
    case 'unmapped':
      return `what the order ${list(own.map((_, i) => i + 1))} writes: the regions were numbered 1 to ${own.length} instead of by regions_class_order ${list(own)}`;
    case 'region-missing':
      return `what nnU-Net's rule writes without ${cause.missing.map((region) => names[region]).join(', ')}${
        cause.labels === 'own' ? '' : ', the labels of the other regions moving up'
      }`;
    case 'background':
      return `what nnU-Net writes, but background stands as label ${cause.label} instead of 0`;
    case 'offset':
      return `what nnU-Net writes with every label ${cause.by > 0 ? 'one too high' : 'one too low'}${cause.background ? ', background too' : ''}`;
    case 'ignore':
      return `what nnU-Net writes but for ${voxelsEn(cause.voxels)} with the ignore label ${cause.label}, which nnU-Net never writes`;
    case 'moved':
      return `what nnU-Net writes, but ${moveEn(cause.move)}`;
  }
}

function causeZh(cause: AuditCause, { own, names }: Scheme): string {
  switch (cause.matches) {
    case 'nnunet':
      return ' nnU-Net 写出的结果';
    case 'order': {
      const changes = changesZh(own, cause.writes, names);
      const labels = `按顺序 ${list(cause.writes)} 写出的结果${changes && `：${changes}`}`;
      if (inFileOrder(cause.sequence)) return labels;
      const sequence = cause.sequence.map((region) => names[region]).join('、');
      return changes
        ? `${labels}，且区域按 ${sequence} 的先后写入`
        : `按顺序 ${list(cause.writes)} 写出、但区域按 ${sequence} 而非 ${names.join('、')} 的先后写入的结果`;
    }
    case 'alphabetical':
      return `按区域名称的字母顺序应用 nnU-Net 规则的结果${
        cause.labels === 'own' ? '' : '，regions_class_order 的标签也按该顺序分配'
      }`;
    case 'greater-or-equal':
      return '按 p >= 0.5 写出的结果；nnU-Net 要求 p > 0.5';
    case 'argmax':
      return `对各区域取 argmax（${cause.thresholded ? '最大概率须超过 0.5' : '不设阈值'}${
        cause.writes === 'index' ? '，写入序号 + 1' : ''
      }）的结果；nnU-Net 则由后面的区域覆盖前面的`;
    case 'unmapped':
      return `按顺序 ${list(own.map((_, i) => i + 1))} 写出的结果：区域被编号为 1 到 ${own.length}，未按 regions_class_order ${list(own)} 映射`;
    case 'region-missing':
      return `缺少 ${cause.missing.map((region) => names[region]).join('、')} 时按 nnU-Net 规则写出的结果${
        cause.labels === 'own' ? '' : '，其余区域的标签依次前移'
      }`;
    case 'background':
      return ` nnU-Net 写出的结果，但背景为标签 ${cause.label} 而不是 0`;
    case 'offset':
      return ` nnU-Net 写出的结果，但每个标签都${cause.by > 0 ? '大 1' : '小 1'}${cause.background ? '，背景也是' : ''}`;
    case 'ignore':
      return ` nnU-Net 写出的结果，但有 ${integer(cause.voxels)} 个体素为忽略标签 ${cause.label}，nnU-Net 从不写入它`;
    case 'moved':
      return ` nnU-Net 写出的结果，但${moveZh(cause.move)}`;
  }
}

function moveEn(move: VolumeMove): string {
  switch (move.kind) {
    case 'transposed':
      return `its axes are in the order ${move.axes.map((axis) => AXES[axis]).join(', ')}`;
    case 'flipped':
      return `flipped along ${move.axes.map((axis) => AXES[axis]).join(' and ')}`;
    case 'shifted':
      return `shifted by one voxel towards ${move.by > 0 ? 'higher' : 'lower'} ${AXES[move.axis]}`;
  }
}

function moveZh(move: VolumeMove): string {
  switch (move.kind) {
    case 'transposed':
      return `坐标轴的顺序为 ${move.axes.map((axis) => AXES[axis]).join('、')}`;
    case 'flipped':
      return `沿 ${move.axes.map((axis) => AXES[axis]).join('、')} 轴翻转`;
    case 'shifted':
      return `沿 ${AXES[move.axis]} 轴向${move.by > 0 ? '大' : '小'}坐标方向平移了一个体素`;
  }
}

/** "labels 1 and 3 are exchanged" where the changes are exchanges, else what each region writes; '' without any. */
function changesEn(own: readonly number[], writes: readonly number[], names: readonly string[]): string {
  const pairs = exchanges(own, writes);
  if (pairs) return pairs.map(([a, b]) => `labels ${a} and ${b} are exchanged`).join(', ');
  return changed(own, writes)
    .map((region) => `${names[region]} writes ${writes[region]} instead of ${own[region]}`)
    .join(', ');
}

function changesZh(own: readonly number[], writes: readonly number[], names: readonly string[]): string {
  const pairs = exchanges(own, writes);
  if (pairs) return pairs.map(([a, b]) => `标签 ${a} 和 ${b} 互换了`).join('，');
  return changed(own, writes)
    .map((region) => `${names[region]} 写入 ${writes[region]} 而不是 ${own[region]}`)
    .join('，');
}

function changed(own: readonly number[], writes: readonly number[]): number[] {
  return own.map((_, region) => region).filter((region) => own[region] !== writes[region]);
}

/** The pairs of labels exchanged, where all changes are such; else null. */
function exchanges(own: readonly number[], writes: readonly number[]): [number, number][] | null {
  const pairs: [number, number][] = [];
  const open = new Set(changed(own, writes));
  for (const region of open) {
    const other = [...open].find(
      (i) => i !== region && own[i] === writes[region] && writes[i] === own[region],
    );
    if (other === undefined) return null;
    open.delete(region);
    open.delete(other);
    pairs.push([Math.min(own[region], own[other]), Math.max(own[region], own[other])]);
  }
  return pairs;
}
