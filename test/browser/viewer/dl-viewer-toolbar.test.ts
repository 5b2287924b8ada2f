import { afterEach, beforeEach, expect, test } from 'vitest';
import '../../../src/ui/tokens.css';
import '../../../src/ui/viewer/dl-viewer-toolbar.ts';
import type { DlViewerToolbar } from '../../../src/ui/viewer/dl-viewer-toolbar.ts';
import { speak } from '../../../src/ui/controls/dl-element.ts';

let bar: DlViewerToolbar;

beforeEach(async () => {
  speak('en');
  bar = document.createElement('dl-viewer-toolbar');
  bar.modes = ['reference', 'prediction', 'errors'];
  bar.structures = [
    { structure: { kind: 'region', index: 0 }, name: 'whole', labels: [1, 2] },
    { structure: { kind: 'label', value: 2 }, name: 'core', labels: [2] },
  ];
  bar.selection = { kind: 'structure', structure: { kind: 'region', index: 0 }, part: 'fp', raw: true };
  bar.channels = ['T1', 'FLAIR'];
  document.body.append(bar);
  await bar.updateComplete;
  await new Promise(requestAnimationFrame);
});

afterEach(() => bar.remove());

const part = <E extends Element>(selector: string) => bar.shadowRoot!.querySelector<E>(selector)!;
const next = (name: string) =>
  new Promise<unknown>((resolve) =>
    bar.addEventListener(name, (event) => resolve((event as CustomEvent).detail), { once: true }),
  );

test('only modes that have something to show are offered, and one is chosen', async () => {
  const segmented = part('dl-segmented');
  const texts = [...segmented.shadowRoot!.querySelectorAll('wa-radio')].map((radio) =>
    radio.textContent?.trim(),
  );
  expect(texts).toEqual(['Reference', 'Prediction', 'Errors']);
  const chosen = next('mode-change');
  segmented.shadowRoot!.querySelectorAll('wa-radio')[1].click();
  expect(await chosen).toBe('prediction');
});

test('a structure is chosen whole; raw means nothing for a label', async () => {
  const select = part<HTMLElement & { value: string }>('wa-select');
  expect(select.value).toBe('region-0');
  select.focus();
  await bar.updateComplete;
  await new Promise(requestAnimationFrame);
  expect(select.value).toBe('region-0');
  const chosen = next('selection-change');
  select.value = 'label-2';
  select.dispatchEvent(new Event('change'));
  expect(await chosen).toEqual({
    kind: 'structure',
    structure: { kind: 'label', value: 2 },
    part: 'all',
    raw: false,
  });
});

test('the structure chosen elsewhere is shown, before the select is reached and after', async () => {
  const shown = async (value: number) => {
    bar.selection = { kind: 'structure', structure: { kind: 'label', value }, part: 'all', raw: false };
    await bar.updateComplete;
    await new Promise(requestAnimationFrame);
    const select = part<HTMLElement & { value: string; displayLabel: string }>('wa-select');
    return [select.value, select.displayLabel];
  };
  bar.structures = [1, 2, 3].map((value) => ({
    structure: { kind: 'label', value },
    name: `structure ${value}`,
    labels: [value],
  }));
  expect(await shown(2)).toEqual(['label-2', 'structure 2']);
  expect(await shown(3)).toEqual(['label-3', 'structure 3']);
  expect(bar.shadowRoot!.querySelectorAll('wa-option')).toHaveLength(1);
  part<HTMLElement>('wa-select').focus();
  expect(await shown(1)).toEqual(['label-1', 'structure 1']);
  expect(bar.shadowRoot!.querySelectorAll('wa-option')).toHaveLength(3);
  expect(await shown(2)).toEqual(['label-2', 'structure 2']);
  expect(bar.shadowRoot!.activeElement?.localName).toBe('wa-select');
});

test('opacity, channel and window are told', async () => {
  const opacity = next('opacity-change');
  const slider = part<HTMLInputElement>('input[type=range]');
  slider.value = '40';
  slider.dispatchEvent(new Event('input'));
  expect(await opacity).toBe(0.4);

  const channel = next('channel-change');
  bar.shadowRoot!.querySelectorAll<HTMLElement>('.choice')[1].click();
  expect(await channel).toBe(1);

  const window = next('window-preset');
  bar.ct = true;
  await bar.updateComplete;
  [...bar.shadowRoot!.querySelectorAll<HTMLElement>('.choice')].at(-1)!.click();
  expect(await window).toEqual({ level: 500, width: 2000 });
});

test('no style attribute is written: the policy of the page would refuse it', async () => {
  const attributes: string[] = [];
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (name === 'style') attributes.push(this.tagName);
    setAttribute.call(this, name, value);
  };
  const another = document.createElement('dl-viewer-toolbar');
  another.structures = bar.structures;
  another.channels = bar.channels;
  document.body.append(another);
  await another.updateComplete;
  await new Promise(requestAnimationFrame);
  Element.prototype.setAttribute = setAttribute;
  another.remove();
  expect(attributes).toEqual([]);
});
