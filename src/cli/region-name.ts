/** The region that a mask's file name tells, '' where the sequence has to. */
export function regionNameOf(path: string): string {
  return (
    /(?:^|[\\/])region_(.+?)\.(?:seg\.nrrd|nii|hdr|img|nrrd|nhdr|mha|mhd)(?:\.gz)?$/i.exec(path)?.[1] ?? ''
  );
}
