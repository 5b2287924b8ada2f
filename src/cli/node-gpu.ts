/**
 * WebGPU in Node, through the optional package `webgpu` where it is installed; undefined elsewhere. The object is
 * kept: Dawn's instance dies with it.
 */
export async function openNodeGpu(): Promise<GPU | undefined> {
  if (instance) return instance;
  const name = 'webgpu'; // not bundled: it may be absent
  const dawn = (await import(/* @vite-ignore */ name).catch(() => null)) as {
    create(options: string[]): GPU;
    globals: Record<string, unknown>;
  } | null;
  if (!dawn) return undefined;
  Object.assign(globalThis, dawn.globals);
  instance = dawn.create([]);
  return instance;
}

let instance: GPU | undefined;
