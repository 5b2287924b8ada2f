import { describe, expect, test } from 'vitest';
import { WgslReflect } from 'wgsl_reflect/wgsl_reflect.module.js';
import { type Kernel, KERNELS } from '../../src/engine/gpu/kernels.ts';

describe.each(Object.entries<Kernel>(KERNELS))(
  'the description of kernel %s is what its WGSL says',
  (_, kernel) => {
    const reflected = new WgslReflect(kernel.code);

    test('entry point', () => {
      expect(reflected.entry.compute.map(({ name }) => name)).toEqual([kernel.entryPoint]);
    });

    test('overrides, WORKGROUP the size of a workgroup', () => {
      expect(reflected.overrides.map(({ name }) => name)).toEqual(kernel.overrides);
      expect(kernel.code).toContain('@workgroup_size(WORKGROUP)');
    });

    test('params: 32-bit scalars in this order, without gaps', () => {
      const params = reflected.structs.find(({ name }) => name === 'Params');
      const fields = params?.members.map(({ name, type, offset }) => [name, type.name, offset]);
      expect(fields).toEqual(Object.entries(kernel.params).map(([name, type], i) => [name, type, 4 * i]));
    });

    test('bindings of group 0, in this order', () => {
      const [group, ...more] = reflected.getBindGroups();
      expect(more).toEqual([]);
      expect(group.map(({ name }) => name)).toEqual(kernel.bindings);
      expect(group.map(({ binding }) => binding)).toEqual(kernel.bindings.map((_name, i) => i));
    });
  },
);
