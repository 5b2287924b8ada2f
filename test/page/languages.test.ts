import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { openFiles, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { slab, writeBytes, writeVolume } from './small-files.ts';

const folder = temporaryFolder();
const files = [
  writeVolume(folder, 'reference.nii.gz', slab(2, 8)),
  writeVolume(folder, 'prediction.nii.gz', slab(4, 8, 7), { spacing: 2 }),
];

let app: App;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(15_000);
  await settled(app.page);
  await app.page.getByTitle('Switch to Chinese').click();
});
afterAll(() => app?.close());

/** Words that are the same in both languages: names of files, labels, products and measures, keys, letters, units. */
const KEPT = [
  /[\w.-]+\.(nii\.gz|nii|json|npz|py)\b/g,
  /region_\w+|labelsTr|gt_?\w*|validation|compute_metrics|prediction\*|reference\*|\*?pred\*|\*\.npz|image\*|\*_0000|region_NAME\*?/g,
  /whole_tumor|tumor_core|enhancing_tumor|edema|necrosis|background|label \d+|\bT1ce\b|\bFLAIR\b|^\s*case\s*$/g,
  /DiceLens|nnU-Net|WebGPU|google swiftshader|\bGPU\b|\bCPU\b|\bEnglish\b|Wilcoxon/g,
  /\bDice\b|\bIoU\b|\bTP\b|\bFP\b|\bFN\b|\bTN\b|\bNaN\b|\bJSON\b|\bCSV\b|\bNIfTI\b|\bCRC-32\b|\bSHA-256\b/g,
  /\bPNG\b|\bSVG\b|\bWebM\b|\bTIFF\b|\bBMP\b|\bNRRD\b|\bMetaImage\b/g,
  /\bPage Up\b|\bPage Down\b|\bDown\b|\bShift\b|\bCtrl\b|\bAlt\b|\bHome\b|\bEnd\b/g,
  /\bmm\b|\bmL\b|\bMB\b|\bkB\b|\bMiB\b|\b[A-Z]{1,2}\b|\b[a-z]\b/g,
];

/** Latin words in texts, titles and names for screen readers, on the whole page, that are none of those. */
async function foreignWords(): Promise<string[]> {
  const texts = await app.page.evaluate(() => {
    const found = new Set<string>();
    const visit = (root: Node) => {
      for (const node of root.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) found.add(node.textContent ?? '');
        if (!(node instanceof Element) || node.matches('style, script')) continue;
        for (const name of ['title', 'aria-label', 'placeholder', 'alt'])
          found.add(node.getAttribute(name) ?? '');
        if (node.shadowRoot) visit(node.shadowRoot);
        visit(node);
      }
    };
    visit(document.body);
    return [...found];
  });
  return texts.flatMap((text) => {
    const rest = KEPT.reduce((left, kept) => left.replace(kept, ' '), text);
    const words = rest.match(/[A-Za-z]{2,}/g);
    return words ? [`${words.join(' ')} (in: ${text.trim().slice(0, 80)})`] : [];
  });
}

test('no English word is left on the demo, in any mode', async () => {
  const { page } = app;
  expect(await foreignWords()).toEqual([]);
  for (const key of ['1', '2', '4', '3']) {
    await page.keyboard.press(key);
    await settled(page);
    expect(await foreignWords()).toEqual([]);
  }
  for (const choice of [
    'dl-joint-matrix button',
    'dl-pattern-strip li button',
    'dl-score-tables button.count',
  ]) {
    await page.locator(choice).nth(1).click();
    await settled(page);
    expect(await foreignWords()).toEqual([]);
  }
});

test('nor in an error, a question, warnings, the editor of regions and the lists', async () => {
  const { page } = app;
  await openFiles(page, ...files);
  expect(await foreignWords()).toEqual([]);
  await page.locator('dl-score-tables button.quiet').click();
  await page.locator('dl-region-editor footer button').first().click();
  await page.locator('#case-button').click();
  await settled(page);
  expect((await foreignWords()).filter((text) => !text.includes('region 1'))).toEqual([]);
  await page.keyboard.press('Escape');
  await openFiles(page, writeVolume(folder, 'reference_2.nii.gz', slab(1, 2)));
  expect(await page.getByRole('alertdialog').count()).toBe(1);
  expect(await foreignWords()).toEqual([]);
  await page.getByRole('alertdialog').getByRole('button').first().click();
  await settled(page);
  expect(await foreignWords()).toEqual([]);
  await openFiles(page, writeBytes(folder, 'output.nii', 'nothing'));
  expect(await foreignWords()).toEqual([]);
  await page.getByRole('alertdialog').getByRole('button').nth(2).click();
  await settled(page);
  expect(await page.locator('empty-case').count()).toBe(1);
  expect(await foreignWords()).toEqual([]);
  await openFiles(page, writeBytes(folder, 'prediction_2.nii.gz', 'nothing'), files[0]);
  expect(await page.getByRole('alert').count()).toBe(1);
  expect(await foreignWords()).toEqual([]);
});

test('what is on screen is said in the other language at once', async () => {
  const { page } = app;
  const alert = await page.getByRole('alert').innerText();
  await page.getByTitle('切换到英文').click();
  expect(await page.getByRole('alert').innerText()).not.toBe(alert);
  expect(await page.getByRole('alert').innerText()).toMatch(/^[\x20-\x7e\s×–’“”]+$/);
  expect(await page.locator('dl-footer').getByText('Nothing leaves this machine').count()).toBe(1);
});
