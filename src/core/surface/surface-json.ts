import type { SurfaceMetrics } from './surface-metrics.ts';

/** The surface metrics of a structure as they stand in the case JSON (SPEC 9); null where it is absent in either map. */
export function formatSurface({ presence, tolerancesMm, elements, border }: SurfaceMetrics) {
  if (presence !== 'both') return null;
  const byTolerance = <Value>(values: readonly Value[]) =>
    Object.fromEntries(tolerancesMm.map((mm, i) => [`${mm}`, values[i]]));
  return {
    elements: {
      hdMm: elements.hdMm,
      hd95Mm: elements.hd95Mm,
      nsd: byTolerance(elements.nsd),
      asdMm: elements.asdMm,
    },
    border: {
      hdMm: border.hdMm,
      hd95Mm: border.hd95Mm,
      nsd: byTolerance(border.nsd.map(({ pooled }) => ({ pooled }))),
      assdMm: border.assdMm,
    },
  };
}

/** A structure of the case JSON by the key of its group: `regions`, `rawRegions` or `labels`. */
type Groups = Readonly<Record<'regions' | 'labels', Record<string, object>>> & {
  readonly rawRegions?: Record<string, object>;
};

/** The case JSON with `surface` added to every structure that was measured. */
export function addSurfaces<Json extends Groups>(
  json: Json,
  surfaces: readonly {
    readonly score: { readonly key: string; readonly structure: { readonly kind: 'label' | 'region' } };
    readonly raw: boolean;
    readonly metrics: SurfaceMetrics;
  }[],
): Json {
  const added = (kind: 'label' | 'region', raw: boolean, group: Record<string, object>) =>
    Object.fromEntries(
      Object.entries(group).map(([key, structure]) => {
        const own = surfaces.find(
          ({ score, raw: isRaw }) => score.key === key && score.structure.kind === kind && isRaw === raw,
        );
        return [key, own ? { ...structure, surface: formatSurface(own.metrics) } : structure];
      }),
    );
  return {
    ...json,
    regions: added('region', false, json.regions),
    labels: added('label', false, json.labels),
    ...(json.rawRegions && { rawRegions: added('region', true, json.rawRegions) }),
  };
}
