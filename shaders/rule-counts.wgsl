// cells[r * columns + c] += 1 for every voxel with reference code r and code c under a rule, straight from the
// probabilities. Where params.from_codes is not 0, behind that table also, cells[f * columns + c] += 1 for the
// voxel's code f under another rule.
// A code has bit i where the bits of channel i's float are among the ranges[i].y ones from ranges[i].x on (the
// other rule: .w from .z on), and, times params.winner, the index of the channel with the largest value; of equal
// values the first, NaN and negative values being 0. Comparing bits leaves nothing to the device: no NaN, no
// flushed subnormal, no rounding.
// Values are float16 or float32, as VALUE_BITS says, each channel from a whole vec4 on. A voxel whose reference
// is outside the table is counted in one more cell, the last: the host refuses a result in which it is not 0.
// Each invocation adds up runs of voxels of one pair of cells before it touches memory that others share; tables
// of at most CELLS cells in all are kept in workgroup memory until the end.
// Host: src/engine/gpu/rule-counts.ts. CPU twin: src/engine/cpu/rule-counts.ts.

override WORKGROUP: u32 = 256;
override REFERENCE_BITS: u32 = 8;
override VALUE_BITS: u32 = 32;
override TALLY: bool = false; // whether both tables, the last cell too, fit in CELLS
override CELLS: u32 = 1;
override QUADS: u32 = 1; // groups of four voxels that an invocation takes at a time, one after the other

struct Params {
  voxels: u32,
  rows: u32,
  columns: u32, // codes of the rule
  channels: u32,
  stride: u32, // vec4s from one channel to the next
  winner: u32, // what the winner's index is multiplied by; 0: the code is without it
  from_codes: u32, // codes of the other rule; 0: there is none
  from_winner: u32,
  invocations: u32, // of the whole dispatch
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> ranges: array<vec4u>;
@group(0) @binding(2) var<storage, read> reference_words: array<u32>;
@group(0) @binding(3) var<storage, read> value_vectors: array<vec4u>;
@group(0) @binding(4) var<storage, read_write> cells: array<atomic<u32>>;

var<workgroup> tally: array<atomic<u32>, CELLS>;

fn add(cell: u32, voxels: u32) {
  if (TALLY) {
    atomicAdd(&tally[cell], voxels);
  } else {
    atomicAdd(&cells[cell], voxels);
  }
}

fn add_run(cell: u32, from_cell: u32, voxels: u32) {
  if (voxels == 0) {
    return;
  }
  add(cell, voxels);
  if (params.from_codes > 0) {
    add(from_cell, voxels);
  }
}

// The reference codes of voxels 4 * quad to 4 * quad + 3.
fn rows_of(quad: u32) -> vec4u {
  if (REFERENCE_BITS == 8) {
    return (vec4u(reference_words[quad]) >> vec4u(0, 8, 16, 24)) & vec4u(0xff);
  }
  return halves_of(vec2u(reference_words[2 * quad], reference_words[2 * quad + 1]));
}

// The bits of their values in a channel.
fn values_of(channel: u32, quad: u32) -> vec4u {
  if (VALUE_BITS == 32) {
    return value_vectors[channel * params.stride + quad];
  }
  let eight = value_vectors[channel * params.stride + quad / 2];
  return halves_of(select(eight.xy, eight.zw, quad % 2 == 1));
}

fn halves_of(words: vec2u) -> vec4u {
  return vec4u(words.x & 0xffff, words.x >> 16, words.y & 0xffff, words.y >> 16);
}

@compute @workgroup_size(WORKGROUP)
fn count_rule(
  @builtin(global_invocation_id) global_id: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let infinity = vec4u(select(0x7c00u, 0x7f800000u, VALUE_BITS == 32));
  let from_table = params.rows * params.columns;
  let outside = from_table + params.from_codes * params.columns;
  // The run at hand.
  var run_cell = 0u;
  var run_from_cell = 0u;
  var run = 0u;
  for (var first = global_id.x * QUADS; first * 4 < params.voxels; first += params.invocations * QUADS) {
    for (var quad = first; quad < first + QUADS && quad * 4 < params.voxels; quad++) {
      var code = vec4u(0);
      var from_code = vec4u(0);
      var largest = vec4u(0);
      var winner = vec4u(0);
      for (var channel = 0u; channel < params.channels; channel++) {
        let bits = values_of(channel, quad);
        let range = ranges[channel];
        let bit = vec4u(1u << channel);
        code |= select(vec4u(0), bit, bits - range.x < vec4u(range.y));
        from_code |= select(vec4u(0), bit, bits - range.z < vec4u(range.w));
        let value = select(vec4u(0), bits, bits <= infinity);
        winner = select(winner, vec4u(channel), value > largest);
        largest = max(largest, value);
      }
      code += winner * params.winner;
      from_code += winner * params.from_winner;

      let row = rows_of(quad);
      let cell = select(vec4u(outside), row * params.columns + code, row < vec4u(params.rows));
      let from_cell = select(vec4u(0), from_table + from_code * params.columns + code, params.from_codes > 0);
      let voxels = min(4u, params.voxels - quad * 4);
      if (voxels == 4 && all(cell == vec4u(run_cell)) && all(from_cell == vec4u(run_from_cell))) {
        run += 4;
        continue;
      }
      for (var i = 0u; i < voxels; i++) {
        if (cell[i] != run_cell || from_cell[i] != run_from_cell) {
          add_run(run_cell, run_from_cell, run);
          run_cell = cell[i];
          run_from_cell = from_cell[i];
          run = 0;
        }
        run += 1;
      }
    }
  }
  add_run(run_cell, run_from_cell, run);

  if (TALLY) {
    workgroupBarrier();
    for (var i = local; i <= outside; i += WORKGROUP) {
      let voxels = atomicLoad(&tally[i]);
      if (voxels > 0) {
        atomicAdd(&cells[i], voxels);
      }
    }
  }
}
