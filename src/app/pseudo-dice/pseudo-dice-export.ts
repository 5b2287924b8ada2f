import { formatPseudoDice } from '../../core/pseudo-dice/pseudo-dice-json.ts';
import { formatSimulatedCsv, type CsvVariant } from '../../core/pseudo-dice/simulated-csv.ts';
import type { App } from '../app.ts';
import { saveFile } from '../save-file.ts';
import { savePicture } from '../save-picture.ts';
import type { Comparison } from './pseudo-dice-state.ts';
import { ownLastEma } from './pseudo-dice-view.ts';

/** Saves what was simulated as the command line writes it: dicelens/pseudo-dice@1. */
export function exportPseudoDiceJson(app: App): void {
  const { shown, trainings } = app.store.state.pseudoDice ?? {};
  if (!shown || !trainings) return;
  const text = formatPseudoDice(shown.result, ownLastEma(trainings));
  saveFile(`${fileNameOf(app)}.json`, text, 'application/json');
}

/** Saves every simulated epoch, and those of the other ways to draw. */
export function exportPseudoDiceCsv(app: App): void {
  const { shown } = app.store.state.pseudoDice ?? {};
  if (!shown) return;
  const text = formatSimulatedCsv(shown.result, shown.comparison ? variantsOf(shown.comparison) : []);
  saveFile(`${fileNameOf(app)}.csv`, text, 'text/csv');
}

function variantsOf({ otherOrder, noneForced, allForced }: Comparison): CsvVariant[] {
  const order = otherOrder.settings.order === 'class-first' ? 'textbook_order' : 'nnunet_order';
  return [
    { name: order, ...otherOrder },
    { name: 'none_forced', ...noneForced },
    { name: 'all_forced', ...allForced },
  ];
}

/** Saves the chart as it is drawn. */
export function exportPseudoDiceSvg(app: App, svg: string): void {
  saveFile(`${fileNameOf(app)}.svg`, svg, 'image/svg+xml');
}

/** Saves the chart as a picture with twice the resolution of the page. */
export function exportPseudoDicePng(app: App, svg: string): Promise<void> {
  return savePicture(`${fileNameOf(app)}.png`, svg);
}

/** Copies the address of the page with all settings. */
export async function copyLink(): Promise<void> {
  await navigator.clipboard.writeText(location.href);
}

function fileNameOf({ store }: App): string {
  const { seed, order } = store.state.pseudoDice?.shown?.result.settings ?? { seed: 0, order: '' };
  return `pseudo-dice-${order}-seed-${seed}`;
}
