import type { OverlayMode } from '../core/volume/overlay.ts';
import type { Selection, StructureRef } from '../core/labels/selection.ts';
import type { Vec3 } from '../core/volume/grid.ts';

export const PAGES = [
  'start',
  'case',
  'reconstruction',
  'why',
  'pseudo-dice',
  'runs',
  'cohort',
  'learn',
] as const;
export type Page = (typeof PAGES)[number];

/** Those that the bar names; the start page is reached by the mark. */
export const BAR_PAGES = PAGES.filter((page) => page !== 'start');

export const OVERLAYS: readonly OverlayMode[] = ['reference', 'prediction', 'errors', 'reconstruction'];

/** Where one stands within a page, in the page's own words: `#/page/path?query`, both as they stand in the link. */
export interface Place {
  readonly path: string;
  readonly query: string;
}

export const NO_PLACE: Place = { path: '', query: '' };

/** Pages of the open case: their links carry voxel, overlay and selection. The others keep a place of their own. */
const CASE_PAGES: readonly Page[] = ['case', 'reconstruction', 'why'];

/** Whether a page keeps its own place in the link. */
export function hasPlace(page: Page): boolean {
  return !CASE_PAGES.includes(page);
}

/** What a link carries: where one stands and what is chosen; never a file name, never a voxel value. */
export interface LinkedView {
  readonly page: Page;
  readonly place: Place;
  readonly voxel: Vec3 | null;
  readonly overlay: OverlayMode;
  readonly selection: Selection | null;
}

export const HOME: LinkedView = {
  page: 'case',
  place: NO_PLACE,
  voxel: null,
  overlay: 'errors',
  selection: null,
};

/**
 * The part of the address after and with the `#`, such as `#/case?at=120,118,77&show=errors&of=label_2_all` or
 * `#/learn/regions?radius=5`.
 */
export function formatHash({ page, place, voxel, overlay, selection }: LinkedView): string {
  if (hasPlace(page)) return `#/${page}${place.path && `/${place.path}`}${place.query && `?${place.query}`}`;
  const parts = [
    voxel && `at=${voxel.join(',')}`,
    overlay !== HOME.overlay && `show=${overlay}`,
    selection && `of=${formatSelection(selection)}`,
  ].filter(Boolean);
  return `#/${page}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

/** The inverse of `formatHash`; whatever is not understood is as in HOME. */
export function parseHash(hash: string): LinkedView {
  const [, path = '', query = ''] = /^#?\/?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  const [name, ...rest] = path.split('/');
  const page = PAGES.find((known) => known === name) ?? HOME.page;
  if (hasPlace(page)) return { ...HOME, page, place: { path: rest.join('/'), query } };
  const values = new URLSearchParams(query);
  return {
    page,
    place: NO_PLACE,
    voxel: parseVoxel(values.get('at') ?? ''),
    overlay: OVERLAYS.find((overlay) => overlay === values.get('show')) ?? HOME.overlay,
    selection: parseSelection(values.get('of') ?? ''),
  };
}

function parseVoxel(text: string): Vec3 | null {
  const match = /^(\d{1,6}),(\d{1,6}),(\d{1,6})$/.exec(text);
  return match && [Number(match[1]), Number(match[2]), Number(match[3])];
}

function formatSelection(selection: Selection): string {
  switch (selection.kind) {
    case 'structure': {
      const { structure, part, raw } = selection;
      const id = structure.kind === 'label' ? structure.value : structure.index;
      return [structure.kind, id, part, ...(raw ? ['raw'] : [])].join('_');
    }
    case 'cell':
      return `cell_${selection.reference}_${selection.predicted}`;
    case 'pattern':
      return `pattern_${selection.pattern}`;
  }
}

function parseSelection(text: string): Selection | null {
  const [kind, ...rest] = text.split('_');
  const whole = (value: string | undefined) => (/^-?\d{1,10}$/.test(value ?? '') ? Number(value) : null);
  if (kind === 'label' || kind === 'region') {
    const id = whole(rest[0]);
    const part = (['all', 'tp', 'fp', 'fn'] as const).find((known) => known === rest[1]);
    if (id === null || !part || (kind === 'region' && id < 0)) return null;
    const structure: StructureRef = kind === 'label' ? { kind, value: id } : { kind, index: id };
    return { kind: 'structure', structure, part, raw: rest[2] === 'raw' };
  }
  if (kind === 'cell') {
    const [reference, predicted] = [whole(rest[0]), whole(rest[1])];
    return reference === null || predicted === null ? null : { kind, reference, predicted };
  }
  const pattern = kind === 'pattern' ? whole(rest[0]) : null;
  return pattern === null || pattern < 0 ? null : { kind: 'pattern', pattern };
}
