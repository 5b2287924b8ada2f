import type { Vec3 } from '../../src/core/volume/grid.ts';
import { openEngine } from '../../src/engine/open-engine.ts';
import { isSoftware } from '../../src/engine/gpu/device.ts';
import { openRecount, recountRule } from '../../src/tasks/reconstruction/recount-rule.ts';
import { FULL_SIZE } from './blob-volumes.ts';
import { type Figures, interleaved, type Ratio, ratioOf, summaryOf, type Times } from './measure.ts';
import { chainScheme, movedRules, regionCase } from './region-case.ts';

const ROUNDS = 9;
const SMALL_SIZE: Vec3 = [120, 120, 78]; // a software adapter is slow
const MOST_MS = 16;

/** Runs in a page: the numbers of a case after its rule has changed, held on the GPU, beside the CPU engine. */
export async function figures(): Promise<Figures & { adapter: string }> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no WebGPU adapter');
  const software = isSoftware(adapter);
  const size = software ? SMALL_SIZE : FULL_SIZE;
  const scheme = chainScheme(3);
  const engine = await openEngine('gpu');
  const times: Record<string, Times> = {};
  const ratios: Ratio[] = [];
  for (const type of ['float32', 'float16'] as const) {
    const volumes = regionCase(3, type, size);
    const start = performance.now();
    const onGpu = await openRecount(volumes, scheme, undefined, engine);
    const openedMs = performance.now() - start;
    const onCpu = await openRecount(volumes, scheme);
    for (const kind of ['overwrite', 'argmax'] as const) {
      const rules = movedRules(scheme.regions, { kind });
      const measured = await interleaved(ROUNDS, {
        GPU: () => recountRule(onGpu, rules()),
        CPU: () => recountRule(onCpu, rules()),
      });
      const { result } = await recountRule(onGpu, rules());
      if (result.engine.kind !== 'gpu') throw new Error('the GPU gave up');
      const title = `${size.join(' x ')}, 3 regions, ${type}, ${kind}`;
      for (const [name, all] of Object.entries(measured)) times[`${title}: ${name} recount`] = summaryOf(all);
      ratios.push({
        name: `${title}: CPU recount / GPU recount`,
        value: ratioOf(measured.CPU, measured.GPU),
      });
      if (software) continue;
      const value = summaryOf(measured.GPU).medianMs / MOST_MS;
      ratios.push({ name: `${title}: GPU recount / ${MOST_MS} ms`, value, aim: '<= 1' });
    }
    times[`${size.join(' x ')}, 3 regions, ${type}: GPU, upload and first count`] = summaryOf([openedMs]);
    onGpu.close();
  }
  engine.close();
  return { adapter: `${adapter.info.vendor} ${adapter.info.architecture}`, times, ratios };
}
