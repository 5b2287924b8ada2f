// cells[r * columns + p] += 1 for every voxel with reference code r and predicted code p.
// Codes are u8, four to a word, or u16, two to a word, low bits first, each volume as its *_BITS say.
// A voxel outside the table is counted in one more cell, the last: the host refuses a result in which it
// is not 0. Each invocation adds up runs of voxels of one cell before it touches memory that others share;
// a table of at most CELLS cells is kept in workgroup memory until the end.
// Host: src/engine/gpu/joint-counts.ts. CPU twin: src/engine/cpu/joint-counts.ts.

override WORKGROUP: u32 = 256;
override REFERENCE_BITS: u32 = 8;
override PREDICTED_BITS: u32 = 8;
override TALLY: bool = false; // whether the whole table, the last cell too, fits in CELLS
override CELLS: u32 = 1;
override AGGREGATE: bool = true; // false: one atomic a voxel, to be compared with

const QUADS = 4u; // groups of four voxels that an invocation takes at a time, one after the other

struct Params {
  voxels: u32,
  rows: u32,
  columns: u32,
  invocations: u32, // of the whole dispatch
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> reference_words: array<u32>;
@group(0) @binding(2) var<storage, read> predicted_words: array<u32>;
@group(0) @binding(3) var<storage, read_write> cells: array<atomic<u32>>;

var<workgroup> tally: array<atomic<u32>, CELLS>;

fn add(cell: u32, voxels: u32) {
  if (voxels == 0) {
    return;
  }
  if (TALLY) {
    atomicAdd(&tally[cell], voxels);
  } else {
    atomicAdd(&cells[cell], voxels);
  }
}

fn bytes_of(word: u32) -> vec4u {
  return (vec4u(word) >> vec4u(0, 8, 16, 24)) & vec4u(0xff);
}

fn halves_of(low: u32, high: u32) -> vec4u {
  return vec4u(low & 0xffff, low >> 16, high & 0xffff, high >> 16);
}

// The cells of voxels 4 * quad to 4 * quad + 3.
fn cells_of(quad: u32) -> vec4u {
  var row: vec4u;
  if (REFERENCE_BITS == 8) {
    row = bytes_of(reference_words[quad]);
  } else {
    row = halves_of(reference_words[2 * quad], reference_words[2 * quad + 1]);
  }
  var column: vec4u;
  if (PREDICTED_BITS == 8) {
    column = bytes_of(predicted_words[quad]);
  } else {
    column = halves_of(predicted_words[2 * quad], predicted_words[2 * quad + 1]);
  }
  let inside = (row < vec4u(params.rows)) & (column < vec4u(params.columns));
  return select(vec4u(params.rows * params.columns), row * params.columns + column, inside);
}

@compute @workgroup_size(WORKGROUP)
fn count_joint(
  @builtin(global_invocation_id) global_id: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  var cell = 0u;
  var run = 0u;
  for (var first = global_id.x * QUADS; first * 4 < params.voxels; first += params.invocations * QUADS) {
    for (var quad = first; quad < first + QUADS && quad * 4 < params.voxels; quad++) {
      let quad_cells = cells_of(quad);
      let voxels = min(4u, params.voxels - quad * 4);
      if (AGGREGATE && voxels == 4 && all(quad_cells == vec4u(cell))) {
        run += 4;
        continue;
      }
      for (var i = 0u; i < voxels; i++) {
        if (quad_cells[i] != cell || !AGGREGATE) {
          add(cell, run);
          cell = quad_cells[i];
          run = 0;
        }
        run += 1;
      }
    }
  }
  add(cell, run);

  if (TALLY) {
    workgroupBarrier();
    for (var i = local; i <= params.rows * params.columns; i += WORKGROUP) {
      let voxels = atomicLoad(&tally[i]);
      if (voxels > 0) {
        atomicAdd(&cells[i], voxels);
      }
    }
  }
}
