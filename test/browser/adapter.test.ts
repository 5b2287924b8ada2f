import { expect, test } from 'vitest';

test('there is a WebGPU adapter, without which every other GPU test here would prove nothing', async () => {
  expect(await navigator.gpu?.requestAdapter()).toBeTruthy();
});

test('a device counts on the adapter', async () => {
  const adapter = await navigator.gpu.requestAdapter();
  const device = await adapter!.requestDevice();
  const code = `
    @group(0) @binding(0) var<storage, read_write> cells: array<u32>;
    @compute @workgroup_size(64)
    fn square(@builtin(global_invocation_id) id: vec3u) { cells[id.x] = id.x * id.x; }`;
  const pipeline = await device.createComputePipelineAsync({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code }) },
  });
  const cells = device.createBuffer({ size: 256, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const copy = device.createBuffer({ size: 256, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const commands = device.createCommandEncoder();
  const pass = commands.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [{ binding: 0, resource: { buffer: cells } }],
    }),
  );
  pass.dispatchWorkgroups(1);
  pass.end();
  commands.copyBufferToBuffer(cells, 0, copy, 0, 256);
  device.queue.submit([commands.finish()]);
  await copy.mapAsync(GPUMapMode.READ);
  expect([...new Uint32Array(copy.getMappedRange())]).toEqual(Array.from({ length: 64 }, (_, i) => i * i));
  device.destroy();
});

test('pages are cross-origin isolated, as behind the headers of `npm start`', () => {
  expect(crossOriginIsolated).toBe(true);
});

test('public files are served as they lie there', async () => {
  const mark = await fetch('/favicon.svg');
  expect(mark.status).toBe(200);
  expect(await mark.text()).toContain('<svg');
});
