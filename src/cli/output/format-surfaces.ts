import { formatMm, formatScore } from '../../core/text/format.ts';
import { cliWords } from '../../core/messages/cli.ts';
import { say } from '../../core/messages/say.ts';
import type { Language } from '../../core/messages/sentence.ts';
import { surfaceWords } from '../../core/messages/surface.ts';
import type { MeasuredSurface } from '../../tasks/case/measure-surfaces.ts';
import { alignRows } from './format-table.ts';

/** Surface metrics as a table for a terminal: HD95 and NSD by both definitions, each under its name. */
export function formatSurfaces(surfaces: readonly MeasuredSurface[], language: Language): string {
  const word = (of: 'tableHead' | 'name' | 'absent' | 'region' | 'rawRegion' | 'label') =>
    say(cliWords[of], language);
  const tolerances = surfaces[0]?.metrics.tolerancesMm ?? [];
  const heading = (of: 'elements' | 'border') => [
    `HD95 mm (${say(surfaceWords[of], language)})`,
    ...tolerances.map((mm) => `NSD ${mm} mm`),
  ];
  const rows = surfaces.map(({ score, raw, metrics: { elements, border } }) => {
    const kind = score.structure.kind === 'label' ? 'label' : raw ? 'rawRegion' : 'region';
    const orAbsent = (value: number, format: (value: number) => string) =>
      Number.isNaN(value) ? word('absent') : format(value);
    return [
      `${word(kind)} ${score.key}`,
      score.name,
      orAbsent(elements.hd95Mm, formatMm),
      ...elements.nsd.map((nsd) => orAbsent(nsd, (value) => formatScore(value, 4))),
      orAbsent(border.hd95Mm.maxDirected, formatMm),
      ...border.nsd.map(({ pooled }) => orAbsent(pooled, (value) => formatScore(value, 4))),
    ];
  });
  const head = [word('tableHead'), word('name'), ...heading('elements'), ...heading('border')];
  return `\n${alignRows([head, ...rows])}`;
}
