import type { ComparisonTables } from '../../core/volume/overlay-comparison.ts';
import type { OverlayMode, OverlayTables } from '../../core/volume/overlay.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import type { FillStyle } from './overlay-pixels.ts';
import type { Hex } from '../labels/palette.ts';

/** The border of a structure, to be drawn from the codes of a slice. */
export interface OutlineSpec {
  readonly of: 'reference' | 'predicted' | 'pattern' | 'other';
  /** 1 for the codes that belong to the structure. */
  readonly members: Uint8Array;
  readonly colour: Hex;
  readonly dashed: boolean;
}

/** A sentence together with the facts it states, to be said in the language on screen. */
export interface Said {
  readonly sentence: Sentence<never>;
  readonly facts: unknown;
}

/** One line of the legend. */
export interface LegendEntry {
  readonly swatch: 'dot' | 'square' | 'hatch' | 'outline' | 'dashed' | 'none';
  readonly colour: Hex;
  /** A name of the file, or a sentence. */
  readonly text: string | Said;
  readonly note: Said | null;
  readonly voxels: number | null;
}

/** Everything that a slice needs to know to lay a case over its image. */
export interface OverlaySpec {
  readonly mode: OverlayMode;
  readonly tables: OverlayTables | ComparisonTables;
  /** By class; null is not drawn. */
  readonly styles: readonly (FillStyle | null)[];
  readonly outlines: readonly OutlineSpec[];
  readonly legend: readonly LegendEntry[];
}

/** A sentence with its facts; facts of another sentence do not compile. */
export function said<Facts>(sentence: Sentence<Facts>, ...facts: Facts extends void ? [] : [Facts]): Said {
  return { sentence: sentence as Sentence<never>, facts: facts[0] };
}
