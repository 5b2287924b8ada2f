/** Voxels of a chunk: short enough that copies stay in the cache, and that an abort is seen within a millisecond. */
export const CHUNK = 65_536;

const BREATH_MS = 20;

/**
 * Visits the voxels `[from, to)` chunk by chunk. With a signal it looks at it before every chunk and lets
 * waiting events in (the abort among them) after every 20 ms of work; without one it does not pause.
 * @throws the signal's reason, once aborted.
 */
export async function inChunks(
  voxels: number,
  signal: AbortSignal | undefined,
  visit: (from: number, to: number) => void,
): Promise<void> {
  signal?.throwIfAborted();
  let breath = performance.now();
  for (let from = 0; from < voxels; from += CHUNK) {
    if (signal && performance.now() - breath > BREATH_MS) {
      await nextEvent();
      breath = performance.now();
      signal.throwIfAborted();
    }
    visit(from, Math.min(voxels, from + CHUNK));
  }
}

/** After the events that wait now; unlike a timer it is not held back for 4 ms. */
export function nextEvent(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
