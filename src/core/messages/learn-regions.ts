import type { FigureNumbers } from '../learn/figure-model.ts';
import { sentence, words } from './sentence.ts';

const signed = (value: number, decimals: number) =>
  `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value).toFixed(decimals)}`;

/** Words of the figures of the lesson on regions and labels. */
export const regionsWords = {
  radius: words('Radius', '半径'),
  boundaryError: words('Boundary error', '边界误差'),
  mm: sentence<number>(
    (value) => `${value.toFixed(1)} mm`,
    (value) => `${value.toFixed(1)} mm`,
  ),
  mmSigned: sentence<number>(
    (value) => `${signed(value, 2)} mm`,
    (value) => `${signed(value, 2)} mm`,
  ),
  sameFp: sentence<number>(
    (mm) => `FP, the same ${mm} mm everywhere`,
    (mm) => `FP，处处都是 ${mm} mm`,
  ),
  sameFn: sentence<number>(
    (mm) => `FN, the same ${mm} mm everywhere`,
    (mm) => `FN，处处都是 ${mm} mm`,
  ),
  ballRadius: sentence<number>(
    (mm) => `radius ${mm} mm`,
    (mm) => `半径 ${mm} mm`,
  ),
  radiusOfVolume: words('radius of a ball of the same volume, mm', '同体积球的半径，mm'),
  formula: words('formula', '公式'),
  counted: words('counted', '计数'),
  sameErrorChart: sentence<FigureNumbers>(
    ({ radius, error, dice, formula }) =>
      `Dice over the radius. At ${radius} mm with an error of ${error} mm: ${dice.toFixed(3)} counted, ${formula.toFixed(3)} by the formula.`,
    ({ radius, error, dice, formula }) =>
      `Dice 随半径的变化。半径 ${radius} mm、误差 ${error} mm 时：计数 ${dice.toFixed(3)}，公式 ${formula.toFixed(3)}。`,
  ),
} as const;
