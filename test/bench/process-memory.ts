import { readFileSync, writeFileSync } from 'node:fs';

/** What a process holds of the machine's memory now, and held at most since `resetPeak`. */
export interface ProcessMemory {
  readonly bytes: number;
  readonly peakBytes: number;
}

/** Linux only. Source: proc(5), VmRSS and VmHWM. */
export function readProcessMemory(pid: number): ProcessMemory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
  return { bytes: 1024 * kilobytes('VmRSS'), peakBytes: 1024 * kilobytes('VmHWM') };
}

/** From now on the peak counts anew. Linux only. Source: proc(5), clear_refs. */
export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
