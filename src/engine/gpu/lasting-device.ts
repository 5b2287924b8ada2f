import type { EngineReason, EngineReport } from '../engine.ts';
import { type CheckedDevice, type DeviceChoice, openCheckedDevice } from './open-checked-device.ts';
import { GpuRefused } from './scope.ts';
import { type GpuOptions, slabBytesOf } from './slabs.ts';
import { DeviceLost, isLost, untilLost } from './until-lost.ts';

const LEAST_SLAB_BYTES = 2 ** 20;

/**
 * A device that goes on where it is lost: it is opened once more and the work repeated; lost again in the same
 * work, it is given up for good. A device without memory gets smaller slabs, then is given up too.
 */
export class LastingDevice {
  readonly #choice: DeviceChoice;
  /** Null after a loss, until the next work. */
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

  /**
   * The result of work on the device; of `onCpu` where there is none any more or the work returns null.
   * @throws AbortError once closed; the signal's reason; what the work throws but for GpuRefused.
   */
  async use<T>(
    onGpu: (
      device: GPUDevice,
      options: Required<Pick<GpuOptions, 'slabBytes'>> & GpuOptions,
    ) => Promise<T | null>,
    onCpu: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    for (let losses = 0; losses < 2;) {
      const device = await this.#device();
      if (!device) break;
      try {
        const slabBytes = Math.min(this.#slabBytes, slabBytesOf(device));
        const result = await untilLost(device, onGpu(device, { signal, slabBytes }), signal);
        if (result === null) break;
        return result;
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

  close(): void {
    this.#closed = true;
    this.#watched?.destroy();
  }

  #shrinkOrGiveUp({ kind }: GpuRefused, slabBytes: number): void {
    this.#slabBytes = Math.min(this.#slabBytes, slabBytes) / 4;
    if (kind !== 'out-of-memory' || this.#slabBytes < LEAST_SLAB_BYTES) this.#giveUp('gpu-error');
  }

  #giveUp(reason: EngineReason): void {
    if (this.#report.kind === 'gpu') this.#report = { ...this.#report, kind: 'cpu', reason };
    this.#watched?.destroy();
  }

  /** The device, opened anew where it was lost; null once it has been given up. */
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
