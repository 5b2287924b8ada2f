import type { Vec3 } from '../volume/grid.ts';

/**
 * The voxels that are set or within `times` steps over faces and edges (18 neighbours) of one that is. One byte a
 * voxel, x fastest; nothing grows out of the volume. As SciPy's binary_dilation with generate_binary_structure(3, 2).
 */
export function dilateByEdges(chosen: Uint8Array, [sizeX, sizeY, sizeZ]: Vec3, times: number): Uint8Array {
  let [now, frontier] = [chosen.map((value) => (value === 0 ? 0 : 1)), [] as number[]];
  now.forEach((value, i) => value && frontier.push(i));
  for (let time = 0; time < times; time++) {
    const next = now.slice();
    const added: number[] = [];
    for (const i of frontier) {
      const x = i % sizeX;
      const y = Math.floor(i / sizeX) % sizeY;
      const z = Math.floor(i / (sizeX * sizeY));
      for (let dz = -1; dz <= 1; dz++) {
        if (z + dz < 0 || z + dz >= sizeZ) continue;
        for (let dy = -1; dy <= 1; dy++) {
          if (y + dy < 0 || y + dy >= sizeY) continue;
          const reach = dy !== 0 && dz !== 0 ? 0 : 1; // not by a corner
          for (let dx = -reach; dx <= reach; dx++) {
            const j = i + dx + sizeX * (dy + sizeY * dz);
            if (x + dx < 0 || x + dx >= sizeX || next[j] !== 0) continue;
            next[j] = 1;
            added.push(j);
          }
        }
      }
    }
    [now, frontier] = [next, added];
  }
  return now;
}
