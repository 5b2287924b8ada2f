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
override QUADS: u32 = 4; // groups of four voxels that an invocation takes at a time, one after the other

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

// Whether all four voxels of the quad have the code whose copies fill `word`.
fn reference_is(quad: u32, word: u32) -> bool {
  if (REFERENCE_BITS == 8) {
    return reference_words[quad] == word;
  }
  return reference_words[2 * quad] == word && reference_words[2 * quad + 1] == word;
}

fn predicted_is(quad: u32, word: u32) -> bool {
  if (PREDICTED_BITS == 8) {
    return predicted_words[quad] == word;
  }
  return predicted_words[2 * quad] == word && predicted_words[2 * quad + 1] == word;
}

// The word that copies of the last voxel of the quad fill.
fn last_reference(quad: u32) -> u32 {
  if (REFERENCE_BITS == 8) {
    return (reference_words[quad] >> 24) * 0x01010101;
  }
  return (reference_words[2 * quad + 1] >> 16) * 0x00010001;
}

fn last_predicted(quad: u32) -> u32 {
  if (PREDICTED_BITS == 8) {
    return (predicted_words[quad] >> 24) * 0x01010101;
  }
  return (predicted_words[2 * quad + 1] >> 16) * 0x00010001;
}

@compute @workgroup_size(WORKGROUP)
fn count_joint(
  @builtin(global_invocation_id) global_id: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  // The run at hand: its cell, its voxels, and the words that its codes fill.
  var cell = 0u;
  var run = 0u;
  var reference_word = 0u;
  var predicted_word = 0u;
  let whole_quads = params.voxels / 4;
  for (var first = global_id.x * QUADS; first * 4 < params.voxels; first += params.invocations * QUADS) {
    for (var quad = first; quad < first + QUADS && quad * 4 < params.voxels; quad++) {
      if (AGGREGATE && quad < whole_quads && reference_is(quad, reference_word) && predicted_is(quad, predicted_word)) {
        run += 4;
        continue;
      }
      let quad_cells = cells_of(quad);
      let voxels = min(4u, params.voxels - quad * 4);
      for (var i = 0u; i < voxels; i++) {
        if (quad_cells[i] != cell || !AGGREGATE) {
          add(cell, run);
          cell = quad_cells[i];
          run = 0;
        }
        run += 1;
      }
      reference_word = last_reference(quad);
      predicted_word = last_predicted(quad);
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
