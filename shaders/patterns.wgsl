// Sets bit params.channel of a voxel's pattern where its value in that channel is above the threshold: where
// the float's bits are among the params.width ones from params.lowest on. Comparing bits leaves nothing to
// the device: no NaN, no flushed subnormal, no rounding.
// Values are float16, two to a word, or float32, as VALUE_BITS says; patterns are u8, four to a word, or u16,
// two to a word, low bits first. One dispatch a channel; an invocation owns whole words of the patterns.
// Host: src/engine/gpu/patterns.ts. CPU twin: src/engine/cpu/patterns.ts.

override WORKGROUP: u32 = 256;
override VALUE_BITS: u32 = 32;
override PATTERN_BITS: u32 = 8;

struct Params {
  voxels: u32,
  channel: u32,
  lowest: u32,
  width: u32,
  invocations: u32, // of the whole dispatch: the stride of each invocation, in words of patterns
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> value_words: array<u32>;
@group(0) @binding(2) var<storage, read_write> pattern_words: array<u32>;

fn value_at(voxel: u32) -> u32 {
  if (VALUE_BITS == 32) {
    return value_words[voxel];
  }
  return extractBits(value_words[voxel / 2], (voxel & 1) * 16, 16u);
}

@compute @workgroup_size(WORKGROUP)
fn set_pattern_bits(@builtin(global_invocation_id) global_id: vec3u) {
  let in_word = 32 / PATTERN_BITS;
  for (var word = global_id.x; word * in_word < params.voxels; word += params.invocations) {
    var bits = 0u;
    for (var i = 0u; i < in_word && word * in_word + i < params.voxels; i++) {
      let above = value_at(word * in_word + i) - params.lowest < params.width;
      bits |= select(0u, 1u, above) << (i * PATTERN_BITS + params.channel);
    }
    pattern_words[word] |= bits;
  }
}
