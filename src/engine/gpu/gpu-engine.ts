import { type JointCounts, MAX_DENSE_CELLS } from '../../core/joint-counts.ts';
import { countJointCpu } from '../cpu/joint-counts.ts';
import { countPatternsCpu } from '../cpu/pattern-counts.ts';
import type { CodePair, Engine, EngineReason, EngineReport, PatternPair } from '../engine.ts';
import { countJointGpu } from './joint-counts.ts';
import { type CheckedDevice, type DeviceChoice, openCheckedDevice } from './open-checked-device.ts';
import { countPatternsGpu } from './pattern-counts.ts';
import { GpuRefused } from './scope.ts';
import { type GpuOptions, slabBytesOf } from './slabs.ts';
import { DeviceLost, isLost, untilLost } from './until-lost.ts';

const LEAST_SLAB_BYTES = 2 ** 20;

type OnGpu = (device: GPUDevice, options: GpuOptions) => Promise<JointCounts>;

/**
 * Counts on a device, and goes on where it is lost: it is opened once more and the count repeated; lost again
 * in the same count, the CPU takes over for good. A device without memory gets smaller slabs, then the CPU.
 * Sparse tables are counted on the CPU, whose hash table they need.
 */
export class GpuEngine implements Engine {
  readonly #choice: DeviceChoice;
  /** Null after a loss, until the next count. */
  #opened: Promise<CheckedDevice> | null;
  #watched: GPUDevice | null = null;
  #report: EngineReport;
  #slabBytes = Number.POSITIVE_INFINITY;
  #closed = false;

  constructor(choice: DeviceChoice, device: GPUDevice, adapter: string) {
    this.#choice = choice;
    this.#opened = Promise.resolve({ device, adapter });
    this.#report = { kind: 'gpu', adapter, checked: true, reason: null };
    this.#watch(device);
  }

  get report(): EngineReport {
    return this.#report;
  }

  countJoint(pair: CodePair, signal?: AbortSignal): Promise<JointCounts> {
    return this.#count(
      pair.rows * pair.columns,
      (device, options) => countJointGpu(device, pair, options),
      () => countJointCpu(pair, signal),
      signal,
    );
  }

  countPatterns(pair: PatternPair, signal?: AbortSignal): Promise<JointCounts> {
    return this.#count(
      pair.rows * 2 ** pair.probabilities.channels,
      (device, options) => countPatternsGpu(device, pair, options),
      () => countPatternsCpu(pair, signal),
      signal,
    );
  }

  close(): void {
    this.#closed = true;
    this.#watched?.destroy();
  }

  async #count(
    cells: number,
    onGpu: OnGpu,
    onCpu: () => Promise<JointCounts>,
    signal?: AbortSignal,
  ): Promise<JointCounts> {
    signal?.throwIfAborted();
    for (let losses = 0; losses < 2 && cells <= MAX_DENSE_CELLS;) {
      const device = await this.#device();
      if (!device) break;
      try {
        const slabBytes = Math.min(this.#slabBytes, slabBytesOf(device));
        return await untilLost(device, onGpu(device, { signal, slabBytes }), signal);
      } catch (error) {
        if (error instanceof DeviceLost || (error instanceof GpuRefused && (await isLost(device)))) {
          losses++;
          if (losses === 2) this.#giveUp('device-lost');
        } else if (error instanceof GpuRefused) {
          this.#shrinkOrGiveUp(error, slabBytesOf(device));
        } else {
          throw error;
        }
      }
    }
    return onCpu();
  }

  #shrinkOrGiveUp({ kind }: GpuRefused, slabBytes: number): void {
    this.#slabBytes = Math.min(this.#slabBytes, slabBytes) / 4;
    if (kind !== 'out-of-memory' || this.#slabBytes < LEAST_SLAB_BYTES) this.#giveUp('gpu-error');
  }

  #giveUp(reason: EngineReason): void {
    if (this.#report.kind === 'gpu') this.#report = { ...this.#report, kind: 'cpu', reason };
    this.#watched?.destroy();
  }

  /** The device, opened anew where it was lost; null once the CPU has taken over. */
  async #device(): Promise<GPUDevice | null> {
    this.#throwIfClosed();
    if (this.#report.kind === 'cpu') return null;
    this.#opened ??= openCheckedDevice(this.#choice);
    const { device } = await this.#opened;
    if (!device) this.#giveUp('device-lost');
    else if (device !== this.#watched) this.#watch(device);
    this.#throwIfClosed();
    return device;
  }

  #throwIfClosed(): void {
    if (!this.#closed) return;
    this.#watched?.destroy();
    throw new DOMException('The engine was closed.', 'AbortError');
  }

  #watch(device: GPUDevice): void {
    this.#watched = device;
    void device.lost.then(() => (this.#opened = null));
  }
}
