// picture[x + width * y] = what the rays of a pixel meet of a smooth surface: their mean colour, or the class and the
// cell that the first of them meets. A word of the surface is a cell: byte 0 the field whose middle is the surface,
// byte 1 a smoother one for normals, byte 2 the class, byte 3 how many cells round it are surely empty.
// Places of rays are integers, 65536 to a cell, and so are the fields between cells: what is met is the same on every
// machine; only the shading is in floats.
// Host: src/engine/gpu/ray-cast.ts. CPU twins: src/engine/cpu/ray-cast.ts, src/engine/cpu/ray-cast-shade.ts.

override WORKGROUP: u32 = 64;

struct Params {
  width: u32,
  height: u32,
  samples: u32, // rays across and down a pixel
  hits: u32, // 1: classes and cells in place of colours
  size_x: u32, // of the surface, in cells
  size_y: u32,
  size_z: u32,
  steps: u32,
  origin_x: u32, // this and what follows are i32
  origin_y: u32,
  origin_z: u32,
  across_x: u32,
  across_y: u32,
  across_z: u32,
  down_x: u32,
  down_y: u32,
  down_z: u32,
  step_x: u32,
  step_y: u32,
  step_z: u32,
  clip_axis: u32, // 3 where nothing is cut off
  clip_at: u32,
  clip_sign: u32,
  groups: u32, // workgroups of the whole dispatch
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> cells: array<u32>;
@group(0) @binding(2) var<storage, read_write> picture: array<u32>;

const CELL = 65536;
const LEVEL = 2147483648u; // 128 * 2^24
const STEPS_PER_CELL = 2;
const BISECTIONS = 6;
const SCALE = 4278190080.0; // 255 * 2^24

struct Hit {
  place: vec3i,
  depth: i32, // -1: nothing is met
  cut: bool,
  shares: vec4u,
  met: u32, // the class
  cell: u32,
}

fn size() -> vec3i {
  return vec3i(vec3u(params.size_x, params.size_y, params.size_z));
}

fn cell_at(at: vec3i) -> u32 {
  return u32(at.x + size().x * (at.y + size().y * at.z));
}

fn along_x(at: u32, f: u32, shift: u32) -> u32 {
  return extractBits(cells[at], shift, 8u) * (256 - f) + extractBits(cells[at + 1], shift, 8u) * f;
}

// A field between its cells, times 2^24: at most 255 * 2^24, which u32 holds.
fn sample(place: vec3i, shift: u32) -> u32 {
  let at = place >> vec3u(16);
  if (any(at < vec3i(0)) || any(at + 1 >= size())) {
    return 0u;
  }
  let f = vec3u((place >> vec3u(8)) & vec3i(255));
  let first = cell_at(at);
  let row = params.size_x;
  let plane = params.size_x * params.size_y;
  let near = along_x(first, f.x, shift) * (256 - f.y) + along_x(first + row, f.x, shift) * f.y;
  let far = along_x(first + plane, f.x, shift) * (256 - f.y) + along_x(first + plane + row, f.x, shift) * f.y;
  return near * (256 - f.z) + far * f.z;
}

fn steps_free(place: vec3i) -> i32 {
  let over = max(-place, place - (size() - 1) * CELL);
  let outside = max(over.x, max(over.y, over.z));
  if (outside >= 0) {
    return max(1, STEPS_PER_CELL * (outside >> 16));
  }
  return max(1, STEPS_PER_CELL * i32(cells[cell_at(place >> vec3u(16))] >> 24));
}

fn component(v: vec3i, axis: u32) -> i32 {
  return select(select(v.z, v.y, axis == 1), v.x, axis == 0);
}

fn is_kept(place: vec3i) -> bool {
  if (params.clip_axis == 3) {
    return true;
  }
  return (component(place, params.clip_axis) - bitcast<i32>(params.clip_at)) * bitcast<i32>(params.clip_sign) >= 0;
}

fn is_solid(place: vec3i) -> bool {
  return is_kept(place) && sample(place, 0u) >= LEVEL;
}

fn origin() -> vec3i {
  return bitcast<vec3i>(vec3u(params.origin_x, params.origin_y, params.origin_z));
}

fn across() -> vec3i {
  return bitcast<vec3i>(vec3u(params.across_x, params.across_y, params.across_z));
}

fn down() -> vec3i {
  return bitcast<vec3i>(vec3u(params.down_x, params.down_y, params.down_z));
}

fn ray_step() -> vec3i {
  return bitcast<vec3i>(vec3u(params.step_x, params.step_y, params.step_z));
}

fn cast_ray(x: i32, y: i32) -> Hit {
  var hit: Hit;
  hit.depth = -1;
  let start = origin() + x * across() + y * down();
  let forward = ray_step();
  var steps = 0;
  while (steps < i32(params.steps)) {
    let place = start + steps * forward;
    let free = steps_free(place);
    if (free > 1 || !is_solid(place)) {
      steps += free;
      continue;
    }
    var outer = place - forward;
    var inner = place;
    hit.cut = !is_kept(outer) && sample(outer, 0u) >= LEVEL;
    for (var i = 0; i < BISECTIONS; i++) {
      let middle = (outer + inner) >> vec3u(1);
      if (is_solid(middle)) {
        inner = middle;
      } else {
        outer = middle;
      }
    }
    hit.place = inner;
    hit.depth = steps;
    find_classes(&hit);
    return hit;
  }
  return hit;
}

fn find_classes(hit: ptr<function, Hit>) {
  let place = (*hit).place;
  let f = vec3u((place >> vec3u(8)) & vec3i(255));
  let first = cell_at(place >> vec3u(16));
  var shares = vec4u(0);
  var most = vec4i(-1);
  var found = vec4u(first);
  for (var corner = 0u; corner < 8; corner++) {
    let d = vec3u(corner & 1, (corner >> 1) & 1, corner >> 2);
    let at = first + d.x + params.size_x * (d.y + params.size_y * d.z);
    let class_of = extractBits(cells[at], 16u, 8u);
    if (class_of == 0) {
      continue;
    }
    let w = select(256 - f, f, d == vec3u(1));
    let weight = w.x * w.y * w.z;
    let i = class_of - 1;
    shares[i] += weight;
    if (i32(weight) > most[i]) {
      most[i] = i32(weight);
      found[i] = at;
    }
  }
  var chosen = 0u;
  for (var i = 1u; i < 4; i++) {
    if (shares[i] > shares[chosen]) {
      chosen = i;
    }
  }
  (*hit).shares = shares;
  (*hit).met = select(1u, chosen + 1, shares[chosen] > 0);
  (*hit).cell = found[chosen];
}

fn normal_of(hit: Hit) -> vec3f {
  if (hit.cut) {
    let axis = vec3u(0, 1, 2) == vec3u(params.clip_axis);
    return select(vec3f(0), vec3f(-f32(bitcast<i32>(params.clip_sign))), axis);
  }
  let x = vec3i(CELL, 0, 0);
  let y = vec3i(0, CELL, 0);
  let z = vec3i(0, 0, CELL);
  let p = hit.place;
  let before = vec3f(vec3u(sample(p - x, 8u), sample(p - y, 8u), sample(p - z, 8u)));
  let after = vec3f(vec3u(sample(p + x, 8u), sample(p + y, 8u), sample(p + z, 8u)));
  let outwards = (before - after) / SCALE;
  if (length(outwards) > 1e-6) {
    return normalize(outwards);
  }
  return normalize(-vec3f(ray_step()));
}

fn standing_before(hit: Hit, normal: vec3f, distance: f32) -> f32 {
  return f32(sample(hit.place + vec3i(floor(normal * distance * f32(CELL))), 8u)) / SCALE;
}

fn shade(hit: Hit) -> vec3f {
  let normal = normal_of(hit);
  let n = vec3f(
    dot(normal, normalize(vec3f(across()))),
    dot(normal, normalize(vec3f(down()))),
    dot(normal, normalize(vec3f(ray_step()))),
  );
  var open = 1.0;
  if (!hit.cut) {
    open = 1 - min(0.6, 0.55 * standing_before(hit, normal, 3) + 0.6 * standing_before(hit, normal, 6));
  }
  let light_at = normalize(vec3f(-0.42, -0.62, -0.66));
  let half_way = normalize(light_at + vec3f(0, 0, -1));
  let key = max(0.0, dot(n, light_at) * 0.85 + 0.15);
  let gloss = pow(max(0.0, dot(n, half_way)), 28.0) * 0.14;
  let rim = pow(1 - max(0.0, -n.z), 3.0) * 0.13;
  let light = (0.27 - 0.07 * n.y) * open + 0.74 * key * (0.45 + 0.55 * open);
  let depth = 1 - 0.3 * f32(hit.depth) / f32(params.steps);
  let part = vec4f(hit.shares) / 16777216.0;
  let weights = part * part * part * part;
  let total = weights.x + weights.y + weights.z + weights.w;
  var ground = vec3f(0.62, 0.65, 0.69);
  if (total > 0) {
    ground = (ground * weights.x + vec3f(0.933, 0.624, 0.259) * weights.y
      + vec3f(0.373, 0.69, 0.941) * weights.z + vec3f(0.741, 0.714, 0.969) * weights.w) / total;
  }
  return clamp((ground * light + (gloss + rim) * open) * depth, vec3f(0), vec3f(1));
}

@compute @workgroup_size(WORKGROUP)
fn cast_rays(@builtin(global_invocation_id) id: vec3u) {
  let samples = i32(params.samples);
  for (var at = id.x; at < params.width * params.height; at += params.groups * WORKGROUP) {
    let x = i32(at % params.width) * samples;
    let y = i32(at / params.width) * samples;
    if (params.hits == 1) {
      let hit = cast_ray(x, y);
      picture[at] = select(0u, (hit.met << 24) | (hit.cell + 1), hit.depth >= 0);
      continue;
    }
    var colour = vec3f(0);
    for (var down_by = 0; down_by < samples; down_by++) {
      for (var across_by = 0; across_by < samples; across_by++) {
        let hit = cast_ray(x + across_by, y + down_by);
        if (hit.depth >= 0) {
          colour += shade(hit);
        }
      }
    }
    let bytes = vec3u(floor(colour / f32(samples * samples) * 255 + 0.5));
    picture[at] = (255u << 24) | (bytes.z << 16) | (bytes.y << 8) | bytes.x;
  }
}
