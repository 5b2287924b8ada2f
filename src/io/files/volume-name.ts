/** NIfTI, Analyze's pair, NRRD and MetaImage. */
const VOLUME = /\.(?:nii|hdr|img|nrrd|nhdr|mha|mhd)(?:\.gz)?$/i;
/** Label maps and images of 2D data sets. */
const PICTURE = /\.(?:png|bmp|tiff?)$/i;
/** The curves that nnU-Net draws of a training. */
const CURVES = /^progress\.png$/i;

/** Whether a file of this name may hold voxels that are read: NIfTI, NRRD, MetaImage, or a PNG, BMP or TIFF picture. */
export function isVolumeName(name: string): boolean {
  return VOLUME.test(name) || (PICTURE.test(name) && !CURVES.test(name));
}

/** Whether a file of this name may be of a case: a volume, or nnU-Net's probabilities (.npz). */
export function isVoxelFileName(name: string): boolean {
  return isVolumeName(name) || /\.npz$/i.test(name);
}
