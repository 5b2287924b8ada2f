import type { Vec3 } from './grid.ts';
import type { Plane } from './slice-geometry.ts';

export const LAYOUTS = ['one', 'three', 'four', 'lightbox'] as const;
/** One large slice, three, three and the 3D view, or every n-th slice of one plane. */
export type Layout = (typeof LAYOUTS)[number];

/** Radiological: the patient's right at the left of axial and coronal slices; neurological: at the right. */
export type Convention = 'radiological' | 'neurological';

export const OVERLAY_STYLES = ['both', 'filled', 'outline'] as const;
/** Voxels filled with the outlines of structures over them, fills alone, or the borders of the fills alone. */
export type OverlayStyle = (typeof OVERLAY_STYLES)[number];

export const COMPARISONS = ['none', 'flicker', 'swipe', 'side-by-side', 'agreement'] as const;
/**
 * Flicker and swipe compare reference and prediction, side by side the errors of two models (reference and
 * prediction where there is one model), agreement who of two models is wrong.
 */
export type Comparison = (typeof COMPARISONS)[number];

/** How the label of a value is drawn where it is not as usual. */
export interface LabelLook {
  readonly visible: boolean;
  /** 0 to 1, times the opacity of the overlay. */
  readonly opacity: number;
  /** `#rrggbb`; null for its own. */
  readonly colour: `#${string}` | null;
}

/** How the slices of a case are shown: plain data, all of it may stand in a link or a session. */
export interface ViewSettings {
  readonly layout: Layout;
  /** Of the large slice and of the lightbox. */
  readonly plane: Plane;
  /** Times the size at which a slice fits its view; the same on every plane. */
  readonly zoom: number;
  /** How far the views are moved off the middle, in mm along the voxel axes: the same place on every plane. */
  readonly panMm: Vec3;
  /** Of the image; labels always are nearest. */
  readonly display: 'smooth' | 'nearest';
  readonly convention: Convention;
  readonly style: OverlayStyle;
  /** By label value; labels that are not in it are drawn as usual. */
  readonly looks: Readonly<Record<number, LabelLook>>;
  /** Errors of all labels at once in place of those of the selection. */
  readonly everything: boolean;
  readonly compare: Comparison;
  /** Which of the two a flicker shows just now. */
  readonly flicker: 'reference' | 'prediction';
  /** Where a swipe is divided: share of the view, 0 at the left. */
  readonly swipe: number;
  /** The channel of the probabilities that is drawn over the image; null for none. */
  readonly heat: number | null;
  /** Every n-th slice in the lightbox; null for as many as fit. */
  readonly everyNth: number | null;
}

/** As a case is first shown. */
export const DEFAULT_VIEW: ViewSettings = {
  layout: 'three',
  plane: 'axial',
  zoom: 1,
  panMm: [0, 0, 0],
  display: 'smooth',
  convention: 'radiological',
  style: 'both',
  looks: {},
  everything: false,
  compare: 'none',
  flicker: 'reference',
  swipe: 0.5,
  heat: null,
  everyNth: null,
};
