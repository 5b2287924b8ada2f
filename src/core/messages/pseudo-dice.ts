import { formatScore, formatShare } from '../text/format.ts';
import type { CasePull } from '../pseudo-dice/gap-pull.ts';
import { integer, sentence, sizeText, words } from './sentence.ts';

const score = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(3));
/** A change with its sign; one that rounds to nothing has none. */
const signed = (value: number) => {
  if (Number.isNaN(value)) return '–';
  const text = Math.abs(value).toFixed(3);
  return text === '0.000' ? text : `${value < 0 ? '−' : '+'}${text}`;
};
const casesEn = (cases: number) => `${integer(cases)} ${cases === 1 ? 'case' : 'cases'}`;
const epochsEn = (epochs: number) => `${integer(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'}`;

/** What the sentence of each step of the gap account states. */
export interface GapFacts {
  readonly validation: {
    readonly mean: number;
    readonly cases: number;
    readonly structures: number;
    /** Scores that are left out of a mean, since the case has the structure in neither map. */
    readonly absentScores: number;
    readonly neverThere: readonly string[];
  };
  readonly aggregation: {
    readonly change: number;
    readonly pooled: number;
    readonly strongest: (CasePull & { readonly name: string }) | null;
    readonly falseAlarms: number;
    readonly cases: number;
  };
  readonly reconstruction: {
    readonly change: number;
    readonly raw: number;
    readonly largest: { readonly name: string; readonly change: number } | null;
  };
  readonly sampling: {
    readonly change: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly epochs: number;
    readonly nanEpochs: number;
    readonly forcedShare: number;
    readonly missing: readonly { readonly name: string; readonly epochs: number }[];
    readonly isRawMissing: boolean;
  };
  readonly remainder: {
    readonly change: number;
    readonly ema: number;
    readonly isSimulated: boolean;
    readonly isRawMissing: boolean;
    /** What forced patches do not see, where that may be most of it. */
    readonly unseen: {
      readonly forcedShare: number;
      readonly name: string;
      readonly fp: number;
      readonly tp: number;
    } | null;
  };
}

/** Why the validation Dice is not the pseudo Dice, a sentence a step. */
export const gapSentences = {
  validation: sentence<GapFacts['validation']>(
    ({ mean, cases, structures, absentScores, neverThere }) =>
      `Validation averages the Dice of ${casesEn(cases)}, then ${structures === 1 ? 'of one structure' : `over ${structures} structures`}: ${score(mean)}` +
      (absentScores > 0
        ? `; ${integer(absentScores)} ${absentScores === 1 ? 'score is' : 'scores are'} left out because the case has the structure in neither map`
        : '') +
      (neverThere.length > 0
        ? `; ${neverThere.join(', ')} ${neverThere.length === 1 ? 'is' : 'are'} in no case at all and counted nowhere here`
        : '') +
      '.',
    ({ mean, cases, structures, absentScores, neverThere }) =>
      `验证先对 ${integer(cases)} 个病例的 Dice 求平均，再对 ${structures} 个结构求平均：${score(mean)}` +
      (absentScores > 0 ? `；有 ${integer(absentScores)} 个分数因该结构在两图中都不存在而不计入` : '') +
      (neverThere.length > 0 ? `；${neverThere.join('、')} 在所有病例中都不存在，此处均不计` : '') +
      '。',
  ),
  aggregation: sentence<GapFacts['aggregation']>(
    ({ change, pooled, strongest, falseAlarms, cases }) =>
      `Adding up the voxels of all cases before dividing, as the pseudo Dice does, gives ${score(pooled)} (${signed(change)})` +
      (strongest && cases > 1
        ? `: the larger a structure, the more it weighs; most comes from ${strongest.name} of ${strongest.case} (Dice ${formatScore(strongest.dice)}), which now weighs ${formatShare(strongest.weight)} instead of ${formatShare(strongest.evenWeight)}`
        : '') +
      (falseAlarms > 0
        ? `; ${falseAlarms === 1 ? 'one score of 0 comes' : `${integer(falseAlarms)} scores of 0 come`} from a structure that the reference lacks, and pooling hardly sees ${falseAlarms === 1 ? 'it' : 'them'}`
        : '') +
      '.',
    ({ change, pooled, strongest, falseAlarms, cases }) =>
      `像 pseudo Dice 那样先累加所有病例的体素再相除，得 ${score(pooled)}（${signed(change)}）` +
      (strongest && cases > 1
        ? `：结构越大权重越大；影响最大的是 ${strongest.case} 的 ${strongest.name}（Dice ${formatScore(strongest.dice)}），其权重变为 ${formatShare(strongest.weight)} 而非 ${formatShare(strongest.evenWeight)}`
        : '') +
      (falseAlarms > 0
        ? `；有 ${integer(falseAlarms)} 个 0 分来自参考中并不存在的结构，合并后几乎不受其影响`
        : '') +
      '。',
  ),
  reconstruction: sentence<GapFacts['reconstruction']>(
    ({ change, raw, largest }) =>
      largest === null
        ? `The pseudo Dice compares the raw masks of the regions; the reconstruction changed none of their scores, so it stays at ${score(raw)}.`
        : `The pseudo Dice compares the raw masks of the regions, not the reconstructed label map: ${score(raw)} (${signed(change)}), most for ${largest.name} (${signed(largest.change)}).`,
    ({ change, raw, largest }) =>
      largest === null
        ? `Pseudo Dice 比较的是区域的原始掩膜；重建没有改变任何区域的分数，因此仍为 ${score(raw)}。`
        : `Pseudo Dice 比较的是区域的原始掩膜而非重建后的标签图：${score(raw)}（${signed(change)}），变化最大的是 ${largest.name}（${signed(largest.change)}）。`,
  ),
  sampling: sentence<GapFacts['sampling']>(
    ({ change, mean, low, high, epochs, nanEpochs, forcedShare, missing, isRawMissing }) =>
      `Patches instead of whole volumes, ${formatShare(forcedShare)} of them forced onto a structure, give ${score(mean)} on average over ${epochsEn(epochs)} (${signed(change)}); single epochs lie between ${score(low)} and ${score(high)} (5 to 95 %)` +
      (missing.length > 0
        ? `; no patch had ${missing.map((one) => `${one.name} in ${epochsEn(one.epochs)}`).join(', ')}, which leaves it out of the mean there`
        : '') +
      (nanEpochs > 0
        ? `; ${epochsEn(nanEpochs)} had no structure at all and would turn the EMA to NaN`
        : '') +
      (isRawMissing
        ? '; raw masks were not given, so what the reconstruction changes is not told from the rest'
        : '') +
      '.',
    ({ change, mean, low, high, epochs, nanEpochs, forcedShare, missing, isRawMissing }) =>
      `用图块代替整幅图像（其中 ${formatShare(forcedShare)} 强制包含某个结构），${integer(epochs)} 轮平均为 ${score(mean)}（${signed(change)}）；单轮值在 ${score(low)} 与 ${score(high)} 之间（5% 至 95%）` +
      (missing.length > 0
        ? `；${missing.map((one) => `${one.name} 在 ${integer(one.epochs)} 轮中未被任何图块包含`).join('，')}，这些轮次的平均不含它`
        : '') +
      (nanEpochs > 0 ? `；有 ${integer(nanEpochs)} 轮不含任何结构，会使 EMA 变为 NaN` : '') +
      (isRawMissing ? '；未给出原始掩膜，因此无法单独说明重建的影响' : '') +
      '。',
  ),
  remainder: sentence<GapFacts['remainder']>(
    ({ change, ema, isSimulated, isRawMissing, unseen }) =>
      `The last EMA of the log is ${score(ema)} (${signed(change)}): what remains is ${isSimulated ? '' : 'the sampling of patches, '}${isRawMissing ? 'raw masks instead of the reconstructed map, ' : ''}a patch seen alone instead of overlapping tiles with mirroring, the resampled grid, and an EMA that lags about 10 epochs.` +
      (unseen
        ? ` ${formatShare(unseen.forcedShare)} of the patches were forced onto a structure, so false positives elsewhere were hardly seen: validation has ${integer(unseen.fp)} of ${unseen.name} against ${integer(unseen.tp)} true positives.`
        : ''),
    ({ change, ema, isSimulated, isRawMissing, unseen }) =>
      `日志中最后的 EMA 为 ${score(ema)}（${signed(change)}）：其余差异来自${isSimulated ? '' : '图块抽样、'}${isRawMissing ? '原始掩膜与重建标签图之别、' : ''}单独推断的图块与带镜像的重叠滑窗之别、重采样后的网格，以及约滞后 10 轮的 EMA。` +
      (unseen
        ? `${formatShare(unseen.forcedShare)} 的图块强制包含某个结构，别处的假阳性几乎看不到：验证中 ${unseen.name} 有 ${integer(unseen.fp)} 个假阳性体素，而真阳性只有 ${integer(unseen.tp)} 个。`
        : ''),
  ),
} as const;

interface LuckFacts {
  readonly epochs: number;
  readonly bestEpoch: number;
  readonly excess: number;
  readonly high: number;
  readonly early: number;
  readonly late: number;
}

/** What the command line and the page say of a simulation. */
export const pseudoDiceWords = {
  needs: words(
    'pseudo-dice needs REFERENCES and PREDICTIONS (two folders or two files), a REFERENCE and --region-masks, or --run with the fold folder of a training; see dicelens --help.',
    'pseudo-dice 需要“参考 预测”（两个文件夹或两个文件）、“参考”加 --region-masks，或用 --run 给出某次训练的 fold 文件夹；请见 dicelens --help。',
  ),
  numberUnusable: sentence<{
    option: string;
    value: string;
    least: number;
    most: number | null;
    whole: boolean;
  }>(
    ({ option, value, least, most, whole }) =>
      `${option} is ${whole ? 'a whole number' : 'a number'} ${most === null ? `of at least ${least}` : `from ${least} to ${most}`}, not "${value}"; see dicelens --help.`,
    ({ option, value, least, most, whole }) =>
      `${option} 应为${most === null ? `不小于 ${least}` : ` ${least} 到 ${most} 之间`}的${whole ? '整数' : '数'}，而不是“${value}”；请见 dicelens --help。`,
  ),
  patchUnusable: sentence<{ value: string }>(
    ({ value }) =>
      `--patch takes whole numbers of voxels along x, y and z (x and y for patches of one slice), not "${value}"; see dicelens --help.`,
    ({ value }) =>
      `--patch 应为 x、y、z 方向的体素整数（单层图块为 x、y），而不是“${value}”；请见 dicelens --help。`,
  ),
  approximates: sentence<{ patch: readonly number[] }>(
    ({ patch }) =>
      `Patches of ${sizeText(patch)} voxels (x, y, z) are drawn on the files' own grids; nnU-Net draws them on the preprocessed image (axes transposed, cropped to non-zero, resampled), so figures are close where those grids are alike.`,
    ({ patch }) =>
      `图块（${sizeText(patch)} 体素，x、y、z）取自文件自身的网格；nnU-Net 则取自预处理后的图像（轴置换、裁去零值、重采样），两者网格相近时数值才接近。`,
  ),
  luck: sentence<LuckFacts>(
    ({ epochs, bestEpoch, excess, high, early, late }) =>
      `Were the network frozen for ${epochsEn(epochs)}, checkpoint_best would be declared at epoch ${integer(bestEpoch)} on average (in the first tenth of the training in ${formatShare(early)} of cases, in the last in ${formatShare(late)}), with an EMA ${score(excess)} above the true value, up to ${score(high)} (95 %): luck alone.`,
    ({ epochs, bestEpoch, excess, high, early, late }) =>
      `若网络在 ${integer(epochs)} 轮中保持不变，checkpoint_best 平均会在第 ${integer(bestEpoch)} 轮产生（${formatShare(early)} 落在前十分之一，${formatShare(late)} 落在后十分之一），其 EMA 比真实值高 ${score(excess)}，最多高 ${score(high)}（95%）：纯属运气。`,
  ),
  noLuck: sentence<{ epochs: number }>(
    ({ epochs }) =>
      `No epoch has a structure in any patch, so in ${epochsEn(epochs)} the EMA would be NaN from the start and no checkpoint_best worth the name.`,
    ({ epochs }) =>
      `没有任何一轮的图块包含结构，因此在 ${integer(epochs)} 轮中 EMA 从一开始就是 NaN，不会有有意义的 checkpoint_best。`,
  ),
  headline: sentence<{
    epochs: number;
    patches: number;
    cases: number;
    mean: number;
    low: number;
    high: number;
  }>(
    ({ epochs, patches, cases, mean, low, high }) =>
      `${epochsEn(epochs)} of ${integer(patches)} patches on ${casesEn(cases)}: pseudo Dice ${score(mean)} on average, ${score(low)} to ${score(high)} in 90 % of epochs`,
    ({ epochs, patches, cases, mean, low, high }) =>
      `${integer(cases)} 个病例上 ${integer(epochs)} 轮、每轮 ${integer(patches)} 个图块：pseudo Dice 平均 ${score(mean)}，90% 的轮次在 ${score(low)} 至 ${score(high)} 之间`,
  ),
  structure: words('structure', '结构'),
  name: words('name', '名称'),
  perCase: words('per case', '逐例平均'),
  pooled: words('pooled', '合并'),
  rawPooled: words('raw pooled', '原始合并'),
  pseudo: words('pseudo', 'pseudo'),
  range: words('5 to 95 %', '5% 至 95%'),
  nanEpochs: words('NaN epochs', 'NaN 轮次'),
  mean: words('mean', '平均'),
} as const;

/** Errors of a simulation and of what it is given. */
export const pseudoDiceErrors = {
  plansNoPatch: sentence<{ file: string; configuration: string; known: readonly string[] }>(
    ({ file, configuration, known }) =>
      known.length === 0
        ? `${file} has no configuration with a patch size; expected nnU-Net v2's plans.json; give --patch instead.`
        : `${file} has no usable patch size for the configuration ${configuration}; it has ${known.join(', ')}; name one with --configuration, or give --patch.`,
    ({ file, configuration, known }) =>
      known.length === 0
        ? `${file} 中没有带图块大小的配置；应为 nnU-Net v2 的 plans.json；请改用 --patch。`
        : `${file} 中配置 ${configuration} 没有可用的图块大小；现有配置：${known.join('、')}；请用 --configuration 指定，或给出 --patch。`,
  ),
  pseudoNoStructures: words(
    'There is nothing to sample for: neither dataset.json nor any file has a label other than background; check the files, or give --dataset.',
    '没有可抽样的结构：dataset.json 和所有文件中都没有背景以外的标签；请检查文件，或给出 --dataset。',
  ),
  pseudoTooMany: sentence<{ patches: number; most: number }>(
    ({ patches, most }) =>
      `${integer(patches)} patches are more than the ${integer(most)} that one simulation draws; lower --epochs, --iterations or --batch.`,
    ({ patches, most }) =>
      `${integer(patches)} 个图块超过一次模拟的上限 ${integer(most)}；请减小 --epochs、--iterations 或 --batch。`,
  ),
  runWithoutSummary: sentence<{ folder: string }>(
    ({ folder }) =>
      `${folder} has no validation/summary.json, from which the account of the gap starts; name a fold folder whose validation is finished, or give REFERENCES and PREDICTIONS.`,
    ({ folder }) =>
      `${folder} 中没有 validation/summary.json，而差异说明由它开始；请指定已完成验证的 fold 文件夹，或给出“参考 预测”。`,
  ),
} as const;
