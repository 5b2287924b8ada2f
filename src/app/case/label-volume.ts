/**
 * Whether a file may hold a reference or a prediction, by its name: a volume, or the header of a pair; not an image
 * channel such as `case_0000.nii.gz`.
 */
export function isLabelVolume({ name }: { readonly name: string }): boolean {
  return (
    /\.(nii|hdr|nrrd|nhdr|mha|mhd|png|bmp|tiff?)(\.gz)?$/i.test(name) && !/_\d{4}\.\w+(\.gz)?$/.test(name)
  );
}
