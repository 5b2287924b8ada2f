import { expect, test } from 'vitest';

test('an engine opens and counts in a worker', async () => {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
  try {
    const told = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    expect(told).toEqual({ kind: 'gpu', cells: [500, 0, 0, 501] });
  } finally {
    worker.terminate();
  }
});
