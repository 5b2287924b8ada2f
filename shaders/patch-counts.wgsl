// counts[3 * p], [3 * p + 1], [3 * p + 2] = voxels of patch p in both maps, in the reference, in the prediction of
// one structure; voxels with an ignored reference are in none. A workgroup walks the voxels that a patch shares
// with a box of the volume; each invocation adds up its own before it touches memory that others share, and the
// workgroup writes once. Codes are u8, four to a word, or u16, two to a word, low bits first.
// A voxel whose code is in no table is counted in one more number, the last: the host refuses a result in which it
// is not 0.
// Host: src/engine/gpu/patch-counts.ts. CPU twin: src/engine/cpu/patch-counts.ts.

override WORKGROUP: u32 = 64;
override REFERENCE_BITS: u32 = 8;
override PREDICTED_BITS: u32 = 8;

struct Params {
  patches: u32,
  groups: u32, // workgroups of the whole dispatch
  patch_x: u32,
  patch_y: u32,
  patch_z: u32,
  first_x: u32, // the box, in voxels of the volume; its end is not part of it
  first_y: u32,
  first_z: u32,
  end_x: u32,
  end_y: u32,
  end_z: u32,
  size_x: u32, // of the volume; the codes given begin with plane first_z
  size_y: u32,
  reference_codes: u32,
  predicted_codes: u32,
}

const IGNORED = 2u;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> starts: array<i32>; // x, y, z of the first voxel of each patch
@group(0) @binding(2) var<storage, read> reference_words: array<u32>;
@group(0) @binding(3) var<storage, read> predicted_words: array<u32>;
@group(0) @binding(4) var<storage, read> in_reference: array<u32>; // by code: 0, 1, or IGNORED
@group(0) @binding(5) var<storage, read> in_prediction: array<u32>; // by code: 0 or 1
@group(0) @binding(6) var<storage, read_write> counts: array<atomic<u32>>;

var<workgroup> both: atomic<u32>;
var<workgroup> referred: atomic<u32>;
var<workgroup> found: atomic<u32>;

fn reference_code(voxel: u32) -> u32 {
  if (REFERENCE_BITS == 8) {
    return extractBits(reference_words[voxel / 4], voxel % 4 * 8, 8u);
  }
  return extractBits(reference_words[voxel / 2], voxel % 2 * 16, 16u);
}

fn predicted_code(voxel: u32) -> u32 {
  if (PREDICTED_BITS == 8) {
    return extractBits(predicted_words[voxel / 4], voxel % 4 * 8, 8u);
  }
  return extractBits(predicted_words[voxel / 2], voxel % 2 * 16, 16u);
}

@compute @workgroup_size(WORKGROUP)
fn count_patches(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  let first = vec3i(vec3u(params.first_x, params.first_y, params.first_z));
  let end = vec3i(vec3u(params.end_x, params.end_y, params.end_z));
  let patch_size = vec3i(vec3u(params.patch_x, params.patch_y, params.patch_z));
  for (var p = group.x; p < params.patches; p += params.groups) {
    let start = vec3i(starts[3 * p], starts[3 * p + 1], starts[3 * p + 2]);
    let low = max(start, first);
    let length = vec3u(max(min(start + patch_size, end) - low, vec3i(0)));
    let voxels = length.x * length.y * length.z;
    var own = vec3u(0);
    for (var i = local; i < voxels; i += WORKGROUP) {
      let row = i / length.x;
      let at = vec3u(low) + vec3u(i % length.x, row % length.y, row / length.y);
      let voxel = at.x + params.size_x * (at.y + params.size_y * (at.z - params.first_z));
      let r = reference_code(voxel);
      let q = predicted_code(voxel);
      if (r >= params.reference_codes || q >= params.predicted_codes) {
        atomicAdd(&counts[3 * params.patches], 1u);
        continue;
      }
      let reference = in_reference[r];
      if (reference != IGNORED) {
        own += vec3u(reference & in_prediction[q], reference, in_prediction[q]);
      }
    }
    atomicAdd(&both, own.x);
    atomicAdd(&referred, own.y);
    atomicAdd(&found, own.z);
    workgroupBarrier();
    if (local == 0) {
      atomicStore(&counts[3 * p], atomicLoad(&both));
      atomicStore(&counts[3 * p + 1], atomicLoad(&referred));
      atomicStore(&counts[3 * p + 2], atomicLoad(&found));
      atomicStore(&both, 0u);
      atomicStore(&referred, 0u);
      atomicStore(&found, 0u);
    }
    workgroupBarrier();
  }
}
