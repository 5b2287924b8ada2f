import { expect, test } from 'vitest';
import { countedBy, engineReasons } from '../../src/core/messages/engine.ts';
import type { Sentence } from '../../src/core/messages/sentence.ts';
import type { EngineReason } from '../../src/engine/engine.ts';
import { openEngine } from '../../src/engine/open-engine.ts';

// Does not compile where a reason has no sentence.
const reasons: Record<EngineReason, Sentence<{ adapter: string }>> = engineReasons;

test('without WebGPU the CPU counts, and says why', async () => {
  const { report } = await openEngine('auto');
  expect(report).toEqual({ kind: 'cpu', adapter: '', checked: true, reason: 'no-webgpu' });
  expect(countedBy.en(report)).toBe('Counted on the CPU: WebGPU is not available here');
});

test('without WebGPU a GPU that was asked for is an error, with the reason', async () => {
  const refused = openEngine('gpu');
  await expect(refused).rejects.toMatchObject({
    code: 'gpuUnavailable',
    facts: { reason: 'no-webgpu', adapter: '' },
  });
  await expect(refused).rejects.toThrow(/WebGPU is not available here/);
});

test('an adapter that cannot be asked is no adapter', async () => {
  const gpu = { requestAdapter: () => Promise.reject(new Error('blocked')) } as unknown as GPU;
  expect((await openEngine('auto', { gpu })).report.reason).toBe('no-adapter');
});

test('an adapter that gives no device leaves the CPU, and its name stands in the report', async () => {
  const adapter = {
    info: { vendor: 'acme', architecture: 'one', description: '' },
    limits: {},
    requestDevice: () => Promise.reject(new Error('no')),
  };
  const gpu = { requestAdapter: async () => adapter } as unknown as GPU;
  const { report } = await openEngine('auto', { gpu });
  expect(report).toEqual({ kind: 'cpu', adapter: 'acme one', checked: true, reason: 'no-device' });
});

test('every reason is said in both languages, in the footer too', () => {
  for (const [reason, sentence] of Object.entries(reasons)) {
    for (const language of ['en', 'zh-CN'] as const) {
      const text = sentence[language]({ adapter: 'acme' });
      expect(text).not.toBe('');
      expect(countedBy[language]({ kind: 'cpu', adapter: 'acme', checked: true, reason })).toContain(text);
    }
  }
  expect(countedBy.en({ kind: 'gpu', adapter: 'acme', checked: true, reason: null })).toBe(
    'Counted on the GPU (acme), checked against the CPU',
  );
});
