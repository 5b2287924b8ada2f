import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatDifference, formatScore, formatShare, formatVoxels } from '../../src/core/text/format.ts';
import { indexOf, voxelAt, type Vec3 } from '../../src/core/volume/grid.ts';
import { halfToNumber } from '../../src/core/volume/half-float.ts';
import { bytesSource } from '../../src/io/bytes/byte-source.ts';
import { readLabelMap } from '../../src/io/volumes/read-label-map.ts';
import { readProbabilities } from '../../src/io/volumes/read-probabilities.ts';
import { openApp, type App } from './app.ts';
import { readout, settled } from './case-page.ts';

const demo = (name: string) => {
  const path = fileURLToPath(new URL(`../../public/demo/${name}`, import.meta.url));
  return bytesSource(name, readFileSync(path));
};
const REGIONS = [[1, 2, 3], [2, 3], [3]];

/** Reference and evaluated label of every voxel, by a plain loop over the demo's files. */
async function readPlainly() {
  const { codes, labels, grid } = await readLabelMap([demo('reference.nii.gz')]);
  const { volume } = await readProbabilities(demo('probabilities.npz'), { expectedChannels: 3 });
  const reference = Uint8Array.from(codes, (code) => labels[code]);
  const predicted = new Uint8Array(codes.length);
  const dataset = JSON.parse(readFileSync(demoPath('dataset.json'), 'utf8')) as {
    regions_class_order: number[];
  };
  for (let i = 0; i < codes.length; i++) {
    dataset.regions_class_order.forEach((label, channel) => {
      if (halfToNumber(volume.data[channel * codes.length + i]) > 0.5) predicted[i] = label;
    });
  }
  return { reference, predicted, grid };
}
const demoPath = (name: string) => fileURLToPath(new URL(`../../public/demo/${name}`, import.meta.url));

type Maps = Awaited<ReturnType<typeof readPlainly>>;

/** E and V of a set of labels. */
function sizes({ reference, predicted }: Pick<Maps, 'reference' | 'predicted'>, labels: readonly number[]) {
  let [errors, size, shared] = [0, 0, 0];
  reference.forEach((r, i) => {
    const [inReference, inPrediction] = [labels.includes(r), labels.includes(predicted[i])];
    if (inReference !== inPrediction) errors++;
    size += Number(inReference) + Number(inPrediction);
    shared += Number(inReference && inPrediction);
  });
  return { errors, size, dice: (2 * shared) / size };
}

/** Voxels with one side in the first set and the other side in the second. */
function between({ reference, predicted }: Maps, first: readonly number[], second: readonly number[]) {
  return reference.reduce((sum, r, i) => {
    const p = predicted[i];
    const holds = (first.includes(r) && second.includes(p)) || (first.includes(p) && second.includes(r));
    return sum + Number(holds);
  }, 0);
}

/** How far each error of a label lies from the reference boundary, in mm, by looking at every voxel across it. */
function errorDistances({ reference, predicted, grid: { size, spacingMm } }: Maps, label: number): number[] {
  const across: { inside: Vec3[]; outside: Vec3[] } = { inside: [], outside: [] };
  const steps = [1, size[0], size[0] * size[1]];
  const isIn = (i: number) => reference[i] === label;
  const errors: { at: Vec3; isMiss: boolean }[] = [];
  for (let i = 0; i < reference.length; i++) {
    const own = isIn(i);
    const isNear = steps.some((step) => isIn(i - step) !== own || isIn(i + step) !== own);
    if (!isNear && own === (predicted[i] === label)) continue;
    const at = voxelAt(size, i);
    if (own !== (predicted[i] === label)) errors.push({ at, isMiss: own });
    const isBorder = steps.some(
      (step, axis) =>
        (at[axis] > 0 && isIn(i - step) !== own) || (at[axis] < size[axis] - 1 && isIn(i + step) !== own),
    );
    if (isBorder) across[own ? 'inside' : 'outside'].push(at);
  }
  const squared = (a: Vec3, b: Vec3) =>
    a.reduce((sum, n, axis) => sum + ((n - b[axis]) * spacingMm[axis]) ** 2, 0);
  return errors.map(({ at, isMiss }) => {
    let least = Infinity;
    for (const other of isMiss ? across.outside : across.inside) least = Math.min(least, squared(at, other));
    return Math.sqrt(least);
  });
}

describe('why the label Dice is lower, on the demo', () => {
  let app: App;
  let maps: Maps;
  const cells = (label: number) =>
    app.page
      .locator('dl-why-account tbody tr')
      .nth(label - 1)
      .locator('td')
      .allInnerTexts();
  const measured = async () => {
    await app.page.waitForTimeout(600); // distances follow a moment after the last edit
    await settled(app.page);
  };

  beforeAll(async () => {
    maps = await readPlainly();
    app = await openApp({ width: 1440, height: 900, path: '/#/why' });
    await settled(app.page);
    await measured();
  });
  afterAll(() => app?.close());

  test('the account in voxels and the bars are those of a plain loop, and volume and hierarchy make the drop', async () => {
    const nodes = [[1, 2, 3], [2, 3], [3]];
    const outside = (region: readonly number[]) => [0, 1, 2, 3].filter((label) => !region.includes(label));
    for (const label of [1, 2, 3]) {
      const region = nodes[label - 1];
      const rest = region.filter((other) => other !== label);
      const [ofRegion, ofLabel] = [sizes(maps, region), sizes(maps, [label])];
      const inner = between(maps, [label], rest);
      const outer = between(maps, [label], outside(region));
      const skipped = between(maps, rest, outside(region));
      expect(ofLabel.errors).toBe(inner + outer);
      const [errorsR, sizeR, errorsL, sizeL, ratio, outerSide, innerSide, sibling, spared] =
        await cells(label);
      expect(
        [errorsR, sizeR, errorsL, sizeL, outerSide, innerSide, sibling, spared].map((s) => s.trim()),
      ).toEqual(
        [ofRegion.errors, ofRegion.size, ofLabel.errors, ofLabel.size, outer, inner, 0, skipped].map(
          formatVoxels,
        ),
      );
      expect(ratio.trim()).toBe((ofRegion.size / ofLabel.size).toFixed(2));
      if (rest.length === 0) continue;
      const volume = ofRegion.errors / ofLabel.size - ofRegion.errors / ofRegion.size;
      const hierarchy = (ofLabel.errors - ofRegion.errors) / ofLabel.size;
      expect(ofRegion.dice - ofLabel.dice).toBeCloseTo(volume + hierarchy, 12);
      const bars = await app.page.locator('dl-waterfall .step .value').allTextContents();
      const own = bars.slice(3 * (label - 1), 3 * label);
      expect(own).toEqual(
        [-volume, -inner / ofLabel.size, skipped / ofLabel.size].map((amount) => formatDifference(amount)),
      );
    }
  });

  test('a bar leads to its voxels: as many as the loop counts, the largest piece first', async () => {
    const { page } = app;
    await page.locator('dl-waterfall .step.inner').nth(1).click();
    await settled(page);
    const inner = between(maps, [2], [3]);
    expect(await page.locator('why-viewer [role=status]').innerText()).toMatch(
      new RegExp(`^${inner.toLocaleString('en-US')} voxels in `),
    );
    const [place, labels] = (await readout(page)).split(': ');
    const at = indexOf(maps.grid.size, place.split(', ').map(Number) as unknown as Vec3);
    expect(labels).toBe(`${maps.reference[at]} ${maps.predicted[at]}`);
    expect(labels.split(' ').sort()).toEqual(['2', '3']);
    await page.keyboard.press('n');
    await settled(page);
    expect(await page.locator('why-viewer .steps').innerText()).toMatch(/^2 \//);
  });

  test('the boundary table has the Dice of the loop and its share of errors in the band, wherever the slider stands', async () => {
    const { page } = app;
    const row = page.locator('dl-boundary-table tbody tr').filter({ hasText: 'necrosis' });
    const distances = errorDistances(maps, 2);
    const share = (mm: number) => formatShare(distances.filter((d) => d <= mm).length / distances.length);
    const text = (metric: string) => row.locator(`[data-metric=${metric}]`).innerText();
    expect(await text('dice')).toBe(formatScore(sizes(maps, [2]).dice));
    expect(await text('share')).toBe(share(2));
    await page.locator('dl-boundary-band input').evaluate((slider: HTMLInputElement) => {
      slider.value = '1';
      slider.dispatchEvent(new Event('input'));
    });
    await settled(page);
    await expect.poll(() => text('share')).toBe(share(1));

    await row.locator('[data-metric=share]').click();
    expect(await page.locator('dl-why-metric .value').innerText()).toBe(share(1));
    await page.locator('dl-why-metric .fp .eye').click();
    await settled(page);
    const falsePositives = maps.predicted.filter((p, i) => p === 2 && maps.reference[i] !== 2).length;
    expect(await page.locator('why-viewer [role=status]').innerText()).toMatch(
      new RegExp(`^${falsePositives.toLocaleString('en-US')} voxels in `),
    );
  });

  test('another tolerance measures NSD anew; all definitions stand side by side', async () => {
    const { page } = app;
    const row = page.locator('dl-boundary-table tbody tr').first();
    const nsd = () => row.locator('[data-metric=nsd]').innerText();
    const before = await nsd();
    await row.locator('.tolerance input').fill('10');
    await row.locator('.tolerance input').press('Enter');
    await expect.poll(async () => Number(await nsd())).toBeGreaterThan(Number(before));
    await page.getByRole('button', { name: 'All definitions' }).click();
    const tools = await page.locator('dl-definitions tbody th').allInnerTexts();
    expect(tools.map((tool) => tool.split('\n')[0].trim())).toContainEqual(expect.stringContaining('MONAI'));
    const deepmind = page.locator('dl-definitions tbody tr').filter({ hasText: 'DeepMind' });
    expect(await deepmind.locator('td').nth(3).innerText()).toBe(await nsd());
  });

  test('what if two labels are swapped: every number follows, and Undo brings the original back', async () => {
    const { page } = app;
    const before = await cells(1);
    await page.getByRole('button', { name: 'What if' }).click();
    await page.getByRole('radio', { name: 'Swap labels' }).click();
    await page.getByRole('button', { name: 'Swap', exact: true }).click();
    await measured();
    const swapped = maps.predicted.map((label) => (label === 1 ? 2 : label === 2 ? 1 : label));
    const own = sizes({ reference: maps.reference, predicted: swapped }, [1]);
    expect((await cells(1))[2].trim()).toBe(formatVoxels(own.errors));
    const strip = await page
      .locator('dl-why-strip li')
      .filter({ hasText: formatScore(own.dice) })
      .innerText();
    expect(strip).toContain(formatScore(sizes(maps, [1]).dice));
    const dice = page.locator('dl-boundary-table tbody tr').filter({ hasText: 'edema' });
    expect(await dice.locator('[data-metric=dice]').innerText()).toBe(formatScore(own.dice));
    await page.getByRole('button', { name: 'Take the last change back' }).click();
    await measured();
    expect(await cells(1)).toEqual(before);
    expect(await page.locator('dl-why-strip').count()).toBe(0);
  });

  test('a structure comes apart into the pieces that a flood fill finds, and a row leads to its piece', async () => {
    const { page } = app;
    const isOf = (label: number) => REGIONS[0].includes(label);
    const pieces = floodFill(maps.reference, maps.grid.size, isOf);
    const found = await page.locator('dl-lesion-view tbody .status').allInnerTexts();
    const inReference = found.filter((status) => status.trim() !== 'false');
    expect(inReference).toHaveLength(pieces.length);
    const rows = page.locator('dl-lesion-view tbody tr');
    const sizesShown = await rows.locator('td:nth-child(3)').allInnerTexts();
    for (const size of pieces) expect(sizesShown.map((text) => text.trim())).toContain(formatVoxels(size));
    const invented = rows.filter({ hasText: 'false' }).first();
    await invented.locator('button').click();
    await settled(page);
    const [, labels] = (await readout(page)).split(': ');
    expect(labels).toMatch(/^0 [123]$/);
  });

  test('keeps to the rules of accessible pages', async () => {
    const { violations } = await new AxeBuilder({ page: app.page })
      .disableRules('label-title-only')
      .analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });

  test('says the same in Chinese, and nothing on the console', async () => {
    const { page } = app;
    await page.getByTitle('Switch to Chinese').click();
    await settled(page);
    expect(await page.locator('why-page h1').innerText()).toContain('体素相同，结构更小');
    const words = await page.locator('why-page').innerText();
    for (const english of ['Boundary', 'lost', 'account', 'Lesion', 'band'])
      expect(words).not.toContain(english);
    await page.getByTitle('切换到英文').click();
    expect(app.consoleErrors).toEqual([]);
  });
});

/** The sizes of the pieces that hang together by faces, edges or corners, the largest first. */
function floodFill(map: Uint8Array, size: Vec3, isOf: (label: number) => boolean): number[] {
  const seen = new Uint8Array(map.length);
  const pieces: number[] = [];
  map.forEach((label, start) => {
    if (!isOf(label) || seen[start]) return;
    const open = [start];
    seen[start] = 1;
    let voxels = 0;
    while (open.length > 0) {
      const [x, y, z] = voxelAt(size, open.pop()!);
      voxels++;
      for (let i = 0; i < 27; i++) {
        const near = [x + (i % 3) - 1, y + (Math.floor(i / 3) % 3) - 1, z + Math.floor(i / 9) - 1] as const;
        if (near.some((n, axis) => n < 0 || n >= size[axis])) continue;
        const at = indexOf(size, near);
        if (seen[at] || !isOf(map[at])) continue;
        seen[at] = 1;
        open.push(at);
      }
    }
    pieces.push(voxels);
  });
  return pieces.sort((a, b) => b - a);
}
