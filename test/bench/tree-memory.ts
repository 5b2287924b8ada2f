import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readProcessMemory } from './process-memory.ts';

const LOOK_MS = 20;

export interface WatchedRun {
  readonly stdout: string;
  /** Of the process and all that it started, the peak of each added up; null where /proc is not there. */
  readonly peakBytes: number | null;
}

/**
 * Runs a program to its end and watches its memory, Linux only.
 * @throws Error where its exit code is not 0
 */
export function runWatched(program: string, args: readonly string[], cwd: string): Promise<WatchedRun> {
  return new Promise((resolve, reject) => {
    // spawned NumPy processes with threads of their own would only get in each other's way
    const env = { ...process.env, OMP_NUM_THREADS: '1' };
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const peaks = new Map<number, number>();
    const look = () => {
      for (const pid of treeOf(child.pid)) {
        try {
          peaks.set(pid, Math.max(peaks.get(pid) ?? 0, readProcessMemory(pid).peakBytes || 0));
        } catch {
          // it has just ended
        }
      }
    };
    const timer = setInterval(look, LOOK_MS);
    const written = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (written.stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (written.stderr += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`${program} ${args.join(' ')}: ${written.stderr}`));
      const sum = [...peaks.values()].reduce((total, bytes) => total + bytes, 0);
      resolve({ stdout: written.stdout, peakBytes: sum > 0 ? sum : null });
    });
  });
}

function treeOf(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(treeOf)];
  } catch {
    return [];
  }
}
