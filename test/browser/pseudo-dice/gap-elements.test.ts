import '../../../src/ui/tokens.css';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { accountGap, type GapAccount, type GapInput } from '../../../src/core/pseudo-dice/gap-account.ts';
import { checkpointLuck, LUCK_EPOCHS } from '../../../src/core/pseudo-dice/checkpoint-luck.ts';
import { planCache } from '../../../src/core/pseudo-dice/sampling-cache.ts';
import { planSampling } from '../../../src/core/pseudo-dice/sampling-planner.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import { formatDifference, formatShare } from '../../../src/core/text/format.ts';
import { speak } from '../../../src/ui/controls/dl-element.ts';
import '../../../src/ui/pseudo-dice/dl-gap-waterfall.ts';
import type { GapChoice } from '../../../src/ui/pseudo-dice/dl-gap-waterfall.ts';
import { axisOf, columnsOf } from '../../../src/ui/pseudo-dice/gap-layout.ts';
import '../../../src/ui/pseudo-dice/dl-luck-of-best.ts';
import '../../../src/ui/pseudo-dice/dl-sampling-planner.ts';
import { NNUNET_WISH, type SamplingWish } from '../../../src/ui/pseudo-dice/dl-sampling-planner.ts';
import { sampledCase, settingsOf } from '../../core/pseudo-dice/sampled-cases.ts';
import { drawn, heard, inside, show } from '../ui/sample-case.ts';

afterEach(() => {
  speak('en');
  document.body.replaceChildren();
});

const textOf = (element: Element) => element.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim();
const all = (element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const cellsOf = (element: Element) =>
  all(element, 'tbody tr').map((row) => [...row.children].map(({ textContent }) => textContent.trim()));

const counts = (tp: number, fp: number, fn: number) => ({
  tp,
  fp,
  fn,
  dice: tp + fp + fn === 0 ? Number.NaN : (2 * tp) / (2 * tp + fp + fn),
});
const KEYS = ['(1, 2)', '(2,)'];
const evaluationOf = (raw: number): GapInput['evaluated'] => ({
  version: 2,
  keys: KEYS,
  meanDice: Number.NaN,
  cases: [
    { name: 'large', counts: { '(1, 2)': counts(900 + raw, 50, 50), '(2,)': counts(80, 10, 30) } },
    { name: 'false alarm', counts: { '(1, 2)': counts(10, 10, 10), '(2,)': counts(0, 5, 0) } },
    { name: 'without', counts: { '(1, 2)': counts(500, 20, 40), '(2,)': counts(0, 0, 0) } },
  ],
});
const accountOf = (some: Partial<GapInput>): GapAccount =>
  accountGap({
    evaluated: evaluationOf(0),
    raw: null,
    names: { '(1, 2)': 'whole', '(2,)': 'core' },
    simulated: null,
    lastEma: null,
    ...some,
  });
const FULL = accountOf({
  raw: evaluationOf(20),
  simulated: { means: [0.9, 0.92, 0.94], nanEpochs: [0, 1], structureMeans: [0.95, 0.88], forcedShare: 0.5 },
  lastEma: 0.95,
});
const ALONE = accountOf({ lastEma: 0.95 });

describe('the waterfall of the gap', () => {
  test('has a bar for every step, its signed change above or below, and ends in the last EMA', async () => {
    const account = { id: 'own', title: 'Cases at hand', account: FULL };
    const waterfall = await show('dl-gap-waterfall', { accounts: [account] }, [900, 500]);
    const bars = all(waterfall, '[role=button]');
    expect(bars.map(({ dataset }) => dataset.code)).toEqual([
      'aggregation',
      'reconstruction',
      'sampling',
      'remainder',
    ]);
    const changes = FULL.steps.slice(1).map(({ change }) => formatDifference(change!));
    expect(bars.map((bar) => bar.querySelector('.value')!.textContent)).toEqual(changes);
    const levels = all(waterfall, '.level');
    expect(levels.map((level) => level.querySelector('.value')!.textContent)).toEqual([
      formatDifference(FULL.steps[0].value).slice(1),
      '0.920',
      '0.950',
    ]);
    expect(levels.map((level) => level.classList.contains('green'))).toEqual([false, false, true]);
    expect(levels[1].querySelector('rect')).not.toBeNull(); // 5 to 95 % of the epochs
    expect(all(waterfall, 'li')).toHaveLength(FULL.steps.length);
  });

  test('bars lie between the levels that they join, to the pixel', async () => {
    const accounts = [
      { id: 'a', title: 'a', account: FULL },
      { id: 'b', title: 'b', account: ALONE },
    ];
    const waterfall = await show('dl-gap-waterfall', { accounts }, [900, 500]);
    all(waterfall, 'figure').forEach((figure, i) => {
      const ticks = [...figure.querySelectorAll('.grid')].map((line) => Number(line.getAttribute('y1')));
      const axis = axisOf([accounts[i]]); // one is simulated, the other a training: each has its own
      const y = (dice: number) =>
        ticks[0] + ((dice - axis.low) / (axis.high - axis.low)) * (ticks[ticks.length - 1] - ticks[0]);
      const bars = columnsOf(accounts[i].account).filter((column) => column.kind === 'bar');
      const rects = [...figure.querySelectorAll('rect.bar')];
      expect(rects).toHaveLength(bars.length);
      bars.forEach(({ from, to }, b) => {
        expect(Number(rects[b].getAttribute('y'))).toBeCloseTo(y(Math.max(from, to)), 6);
        const height = Math.max(2, Math.abs(y(from) - y(to)));
        expect(Number(rects[b].getAttribute('height'))).toBeCloseTo(height, 6);
      });
    });
  });

  test('a bar is opened and closed by click and by key, and says what it is made of', async () => {
    const account = { id: 'own', title: 'Cases at hand', account: FULL };
    const waterfall = await show('dl-gap-waterfall', { accounts: [account] }, [900, 500]);
    const chosen = heard<GapChoice | null>(waterfall, 'gap-step-choose');
    const bar = inside(waterfall, '[data-code=aggregation]');
    bar.focus();
    await userEvent.keyboard('{Enter}');
    await drawn(waterfall);
    expect(bar.getAttribute('aria-expanded')).toBe('true');
    const detail = inside(waterfall, 'dl-gap-detail');
    const rows = cellsOf(detail);
    expect(rows).toHaveLength(FULL.pulls.length);
    expect(rows[0][0]).toBe(FULL.pulls[0].case);
    expect(rows.map((row) => row.at(-1))).toEqual(FULL.pulls.map(({ pull }) => formatDifference(pull, 4)));
    expect(textOf(detail)).toContain('not in the reference');

    await userEvent.keyboard(' ');
    await drawn(waterfall);
    expect(waterfall.shadowRoot!.querySelector('dl-gap-detail')).toBeNull();
    expect(chosen).toEqual([{ id: 'own', code: 'aggregation' }, null]);

    const shown: Partial<Record<string, string[][]>> = {};
    for (const code of ['reconstruction', 'sampling', 'remainder']) {
      inside(waterfall, `[data-code=${code}]`).dispatchEvent(new MouseEvent('click'));
      await drawn(waterfall);
      shown[code] = cellsOf(inside(waterfall, 'dl-gap-detail'));
    }
    expect(shown.reconstruction!.map(([name]) => name)).toEqual(['whole', 'core']);
    expect(shown.reconstruction![1].at(-1)).toBe('0');
    expect(shown.sampling!.map((row) => row.at(-1))).toEqual(['0', '1']); // NaN epochs
    expect(shown.remainder![0].slice(1, 4)).toEqual(['1,410', '80', '100']);
    inside(inside(waterfall, 'dl-gap-detail'), 'header button').click();
    await drawn(waterfall);
    expect(waterfall.shadowRoot!.querySelector('dl-gap-detail')).toBeNull();
  });

  test('several trainings share an axis, stand below each other where it is narrow, and speak Chinese', async () => {
    const lower = accountOf({ lastEma: 0.1 });
    const accounts = ['a', 'b', 'c'].map((id, i) => ({ id, title: id, account: i === 0 ? lower : ALONE }));
    const waterfall = await show('dl-gap-waterfall', { accounts }, [900, 500]);
    expect(all(waterfall, '.accounts')).toHaveLength(1);
    const ticks = all(waterfall, 'figure').map((one) => [...one.querySelectorAll('.tick')].map((text) => text.textContent)); // prettier-ignore
    expect(ticks[1]).toEqual(ticks[0]);
    waterfall.style.width = '340px';
    await expect.poll(() => all(waterfall, '.accounts').length).toBe(3);
    expect(waterfall.scrollWidth).toBeLessThanOrEqual(340);
    speak('zh-CN');
    await drawn(waterfall);
    expect(textOf(waterfall)).toContain('末轮 EMA');
    expect(textOf(waterfall)).not.toMatch(/adding|undefined|null|NaN/);
  });

  test('an account without a structure anywhere is drawn, its numbers dashes', async () => {
    const evaluated = { ...evaluationOf(0), cases: [{ name: 'none', counts: { '(1, 2)': counts(0, 0, 0), '(2,)': counts(0, 0, 0) } }] }; // prettier-ignore
    const account = { id: 'own', title: 'none', account: accountOf({ evaluated, lastEma: 0.5 }) };
    const waterfall = await show('dl-gap-waterfall', { accounts: [account] }, [900, 500]);
    expect(all(waterfall, '.value').map(({ textContent }) => textContent)).toEqual(['–', '–', '–', '0.500']);
    expect(textOf(waterfall)).not.toMatch(/NaN|undefined/);
  });
});

describe('the luck of the best', () => {
  const random = seededRandom(5);
  const means = Array.from({ length: 200 }, () => 0.8 + 0.02 * random());
  const luck = LUCK_EPOCHS.map((epochs) => checkpointLuck(means, epochs, { trainings: 50 }));

  test('draws every training of every length, and states mean, range and epoch', async () => {
    const strips = await show('dl-luck-of-best', { luck }, [900, 200]);
    const dots = all(strips, '.dots').map((path) => path.getAttribute('d')!.split('M').length - 1);
    expect(dots).toEqual([50, 50, 50]);
    const rows = cellsOf(strips);
    luck.forEach(({ excess, bestEpoch }, i) => {
      expect(rows[i][2]).toBe(formatDifference(excess.value, 4));
      expect(rows[i][4]).toBe(bestEpoch.value.toFixed(0));
    });
    expect(textOf(strips)).toContain(`${formatDifference(luck[2].excess.value, 4)} from the truth`);
    expect(strips.scrollWidth).toBeLessThanOrEqual(900);
  });

  test('fits a narrow place, and says so where no epoch has a structure', async () => {
    const strips = await show('dl-luck-of-best', { luck }, [360, 200]);
    expect(strips.scrollWidth).toBeLessThanOrEqual(360);
    expect(all(strips, '.dots')).toHaveLength(3);
    const nothing = [checkpointLuck([Number.NaN], 100, { trainings: 5 })];
    const none = await show('dl-luck-of-best', { luck: nothing }, [900, 200]);
    expect(textOf(none)).toContain('no best worth the name');
  });
});

describe('the sampling planner', () => {
  const cases = [
    sampledCase([9, 9, 9], [[[4, 4, 4]], [[1, 1, 1], [2, 2, 2]]]), // prettier-ignore
    sampledCase([12, 5, 3], [[[4, 4, 2]], []]),
  ];
  const structures = [
    { key: '1', name: 'organ' },
    { key: '2', name: 'tumour' },
  ];
  const settings = settingsOf({ batch: 2 });

  test('states the expected draws of the core, and follows what is typed', async () => {
    const planner = await show('dl-sampling-planner', { cases, structures, settings }, [900, 600]);
    const rowsOf = (wish: Partial<SamplingWish>) => {
      const { iterations, epochs } = { ...NNUNET_WISH, ...wish };
      const plan = planSampling(cases, { ...settings, iterations, epochs }, wish.cases ?? cases.length);
      return [plan.perCase[0], ...plan.forcedPerStructure].map(({ missedInEpoch }) =>
        formatShare(missedInEpoch),
      );
    };
    expect(cellsOf(planner).map((row) => row.at(-1))).toEqual(rowsOf({}));
    const wishes = heard<SamplingWish>(planner, 'sampling-wish-change');
    const [countInput] = all(planner, 'input[type=number]') as HTMLInputElement[];
    await userEvent.fill(countInput, '40');
    await userEvent.tab();
    const steps = inside(planner, 'input[aria-label]') as HTMLInputElement;
    await userEvent.fill(steps, '5');
    await userEvent.tab();
    await drawn(planner);
    expect(wishes.at(-1)).toMatchObject({ cases: 40, iterations: 5 });
    expect(cellsOf(planner).map((row) => row.at(-1))).toEqual(rowsOf({ cases: 40, iterations: 5 }));
    expect(textOf(planner)).toContain('One draw a case on average takes 20 steps');
  });

  test('nonsense is brought back into range, and a cache says how many cases it holds', async () => {
    const wish = { ...NNUNET_WISH, cacheGb: 1 };
    const planner = await show('dl-sampling-planner', { cases, structures, settings, wish }, [900, 600]);
    const inputs = all(planner, 'label > input[type=number]') as HTMLInputElement[];
    const forced = inputs[3];
    await userEvent.fill(forced, '7');
    await userEvent.tab();
    expect(forced.value).toBe('1');
    const { dataBytes, cachedCases } = planCache(cases.map(({ size }) => size), 1, 1e9); // prettier-ignore
    expect([dataBytes, cachedCases]).toEqual([5 * (729 + 180), 2]);
    expect(textOf(planner)).toContain('2 of 2 cases whole');
  });

  test('has curves with a name, fits a narrow place, and asks for cases where there are none', async () => {
    const planner = await show('dl-sampling-planner', { cases, structures, settings }, [340, 900]);
    const curves = inside(planner, 'dl-sampling-planner-curves');
    await drawn(curves);
    expect(all(curves, 'path.curve')).toHaveLength(2);
    expect(inside(curves, 'svg').getAttribute('aria-label')).toContain('2 cases');
    expect(planner.scrollWidth).toBeLessThanOrEqual(340);
    expect(textOf(await show('dl-sampling-planner', { cases: [] }, [340, 300]))).toContain('Open cases');
  });
});
