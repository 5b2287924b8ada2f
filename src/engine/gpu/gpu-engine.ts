import { type JointCounts, MAX_DENSE_CELLS } from '../../core/counts/joint-counts.ts';
import { countJointCpu } from '../cpu/joint-counts.ts';
import { countPatternsCpu } from '../cpu/pattern-counts.ts';
import type { CodePair, Engine, EngineReport, HeldRegions, PatternPair, RegionPair } from '../engine.ts';
import { GpuHeldRegions } from './held-regions.ts';
import { countJointGpu } from './joint-counts.ts';
import { LastingDevice } from './lasting-device.ts';
import type { DeviceChoice } from './open-checked-device.ts';
import { countPatternsGpu } from './pattern-counts.ts';

/**
 * Counts on a device as long as there is one, else on the CPU. Sparse tables are counted on the CPU, whose hash
 * table they need.
 */
export class GpuEngine implements Engine {
  readonly #device: LastingDevice;

  constructor(choice: DeviceChoice, device: GPUDevice, adapter: string) {
    this.#device = new LastingDevice(choice, device, adapter);
  }

  get report(): EngineReport {
    return this.#device.report;
  }

  countJoint(pair: CodePair, signal?: AbortSignal): Promise<JointCounts> {
    const isDense = pair.rows * pair.columns <= MAX_DENSE_CELLS;
    return this.#device.use(
      async (device, options) => (isDense ? countJointGpu(device, pair, options) : null),
      () => countJointCpu(pair, signal),
      signal,
    );
  }

  countPatterns(pair: PatternPair, signal?: AbortSignal): Promise<JointCounts> {
    const isDense = pair.rows * 2 ** pair.probabilities.channels <= MAX_DENSE_CELLS;
    return this.#device.use(
      async (device, options) => (isDense ? countPatternsGpu(device, pair, options) : null),
      () => countPatternsCpu(pair, signal),
      signal,
    );
  }

  holdRegions(pair: RegionPair): HeldRegions {
    return new GpuHeldRegions(pair, this.#device);
  }

  close(): void {
    this.#device.close();
  }
}
