import { MAX_DENSE_CELLS } from '../../core/counts/joint-counts.ts';
import { holdRegionsCpu } from '../cpu/rule-counts.ts';
import type { CodeRule, EngineReason, HeldRegions, RegionPair, RuleCounts } from '../engine.ts';
import type { LastingDevice } from './lasting-device.ts';
import {
  bytesPerVoxel,
  checkPair,
  type RegionSlab,
  ruleCounter,
  splitTables,
  storeSlab,
  tableSizes,
} from './rule-counts.ts';
import { GpuRefused, gpuHold, gpuWork, type OnGpu } from './scope.ts';
import { slabsOf } from './slabs.ts';

/** Cells are u32. */
const MOST_VOXELS = 2 ** 32 - 1;

/**
 * A case whose volumes are on the GPU from its first count on, one submission a rule. They are put there anew
 * where the device was lost; where it has no memory for them the CPU counts this case, and the GPU others.
 */
export class GpuHeldRegions implements HeldRegions {
  readonly #pair: RegionPair;
  readonly #device: LastingDevice;
  readonly #onCpu: HeldRegions;
  #resident: { readonly device: GPUDevice; readonly slabs: Promise<OnGpu<RegionSlab[]>> } | null = null;
  #hasNoRoom = false;
  #closed = false;

  constructor(pair: RegionPair, device: LastingDevice) {
    this.#pair = pair;
    this.#device = device;
    this.#onCpu = holdRegionsCpu(pair, device.report);
  }

  countRule(rule: CodeRule, from: CodeRule | null, signal?: AbortSignal): Promise<RuleCounts> {
    const onCpu = async (reason: EngineReason): Promise<RuleCounts> => {
      const tables = await this.#onCpu.countRule(rule, from, signal);
      const { report } = this.#device;
      return { ...tables, countedBy: report.kind === 'cpu' ? report : { ...report, kind: 'cpu', reason } };
    };
    if (!this.#fitsGpu(rule, from)) return onCpu('unsuited');
    if (this.#hasNoRoom) return onCpu('gpu-error');
    return this.#device.use(
      (device, { slabBytes }) => this.#count(device, slabBytes, rule, from),
      () => onCpu('gpu-error'),
      signal,
    );
  }

  close(): void {
    this.#closed = true;
    this.#free();
    this.#onCpu.close();
  }

  #fitsGpu(rule: CodeRule, from: CodeRule | null): boolean {
    const { reference, probabilities } = this.#pair;
    if (probabilities.type === 'float64' || reference.length > MOST_VOXELS) return false;
    return tableSizes(this.#pair, rule, from).cells <= MAX_DENSE_CELLS;
  }

  async #count(
    device: GPUDevice,
    slabBytes: number,
    rule: CodeRule,
    from: CodeRule | null,
  ): Promise<RuleCounts | null> {
    const pair = this.#pair;
    checkPair(pair, rule, from);
    this.#throwIfClosed();
    try {
      const count = await ruleCounter(device, pair, rule, from);
      const slabs = await this.#slabsOn(device, slabBytes); // last: what comes after must not wait
      this.#throwIfClosed();
      const counted = await gpuWork(device, (scope) => count(scope, slabs));
      const countedBy = this.#device.report;
      return { ...splitTables(pair, tableSizes(pair, rule, from), counted), countedBy };
    } catch (error) {
      this.#throwIfClosed();
      if (!(error instanceof GpuRefused && error.kind === 'out-of-memory')) throw error;
      this.#free();
      this.#hasNoRoom = true;
      return null;
    }
  }

  /** The slabs on this device, put there where they are not. */
  async #slabsOn(device: GPUDevice, slabBytes: number): Promise<readonly RegionSlab[]> {
    if (this.#resident?.device !== device) {
      this.#free();
      const pair = this.#pair;
      const slabs = gpuHold(device, (storage) =>
        slabsOf(pair.reference.length, bytesPerVoxel(pair), slabBytes).map(([from, to]) =>
          storeSlab(storage, pair, from, to),
        ),
      );
      this.#resident = { device, slabs };
    }
    const { slabs } = this.#resident;
    try {
      return (await slabs).held;
    } catch (error) {
      if (this.#resident?.slabs === slabs) this.#resident = null; // the next count tries again
      throw error;
    }
  }

  /** Also where the volumes are still on their way. */
  #free(): void {
    this.#resident?.slabs.then(({ free }) => free()).catch(() => {}); // what failed has freed itself
    this.#resident = null;
  }

  #throwIfClosed(): void {
    if (this.#closed) throw new DOMException('The case was closed.', 'AbortError');
  }
}
