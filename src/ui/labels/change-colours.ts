import type { CaseResult } from '../../core/case/case-result.ts';
import { causesOf } from '../../core/volume/overlay.ts';
import { regionsIn } from '../../core/reconstruction/reconstruction.ts';
import { regionInitials } from '../../core/labels/region-initials.ts';
import { changedRows } from '../../core/reconstruction/rule-selection.ts';
import { GAINED_TONES, LOST_TONES, rgbOf } from './palette.ts';

/** A value of the label map of changes with its name and the colour that the slices show it in. */
export interface ChangeColour {
  readonly value: number;
  readonly name: string;
  readonly rgb: readonly [number, number, number];
}

/**
 * The values of the label map of changes, 1 for the first of `changedRows`: in English, since label files are read
 * by other programs, such as "WT+ET writes 3, gains TC".
 */
export function coloursOfChanges({ patterns, scheme }: CaseResult): ChangeColour[] {
  const rows = changedRows(patterns ?? []);
  const causes = causesOf(rows);
  const initials = regionInitials(scheme.regions.map(({ name }) => name));
  const named = (regions: readonly number[]) => regions.map((region) => initials[region]).join('+');
  return rows.map((row, i) => {
    const cause = causes.find((entry) => entry.patterns.includes(row));
    const tones = cause?.kind === 'lost' ? LOST_TONES : GAINED_TONES;
    const parts = [
      `${named(regionsIn(row.pattern)) || 'none'} writes ${row.writes}`,
      ...(row.gained.length > 0 ? [`gains ${named(row.gained)}`] : []),
      ...(row.lost.length > 0 ? [`loses ${named(row.lost)}`] : []),
    ];
    const [red, green, blue] = rgbOf(tones[cause?.tone ?? 0]);
    return { value: Math.min(i + 1, 255), name: parts.join(', '), rgb: [red, green, blue] };
  });
}
