import { integer, sentence, words } from './sentence.ts';

interface LesionCounts {
  readonly lesions: number;
  readonly detected: number;
  readonly missed: number;
  readonly falsePieces: number;
  /** Volume of all missed lesions, formatted, mL. */
  readonly missedMl: string;
}

const piecesEn = (count: number) => `${integer(count)} false ${count === 1 ? 'piece' : 'pieces'}`;

/** The lesion-wise view. */
export const lesionSentences = {
  counts: sentence<LesionCounts>(
    ({ lesions, detected, missed, falsePieces, missedMl }) =>
      (missed === 0
        ? lesions === 1
          ? 'The one lesion of the reference was found'
          : `All ${integer(lesions)} lesions of the reference were found`
        : `${integer(detected)} of ${integer(lesions)} lesions of the reference were found; ${missed === 1 ? 'the one missed holds' : `the ${integer(missed)} missed hold`} ${missedMl} mL`) +
      (falsePieces === 0
        ? '.'
        : `, and ${piecesEn(falsePieces)} ${falsePieces === 1 ? 'was' : 'were'} predicted.`),
    ({ lesions, detected, missed, falsePieces, missedMl }) =>
      (missed === 0
        ? `参考中的 ${integer(lesions)} 个病灶全部检出`
        : `参考中的 ${integer(lesions)} 个病灶检出 ${integer(detected)} 个，漏检的 ${integer(missed)} 个共 ${missedMl} mL`) +
      (falsePieces === 0 ? '。' : `；另有 ${integer(falsePieces)} 个假阳性块。`),
  ),
  noLesion: sentence<{ falsePieces: number }>(
    ({ falsePieces }) =>
      falsePieces === 0
        ? 'Neither map has a lesion of this structure.'
        : `The reference has no lesion of this structure, and ${piecesEn(falsePieces)} ${falsePieces === 1 ? 'was' : 'were'} predicted.`,
    ({ falsePieces }) =>
      falsePieces === 0
        ? '两张图中都没有该结构的病灶。'
        : `参考中没有该结构的病灶，但预测了 ${integer(falsePieces)} 个假阳性块。`,
  ),
} as const;

export const lesionWords = {
  detected: words('detected', '检出'),
  missed: words('missed', '漏检'),
  false: words('false', '假阳性'),
  lesionWise: words('lesion-wise Dice', '病灶级 Dice'),
  rq: words('recognition quality (RQ)', '识别质量 (RQ)'),
  sq: words('segmentation quality (SQ)', '分割质量 (SQ)'),
  pq: words('panoptic quality (PQ)', '全景质量 (PQ)'),
  connectivity: words('Neighbours that hang together', '连通方式'),
} as const;
