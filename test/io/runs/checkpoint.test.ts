import { zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DiceLensError } from '../../../src/core/errors.ts';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { readCheckpoint } from '../../../src/io/runs/checkpoint.ts';
import { numberOf, parsePickle } from '../../../src/io/runs/pickle.ts';
import { codeOf } from '../expect-dicelens-error.ts';
import { makePickle, numpyScalar, PickleCall, type PickleValue } from '../make-pickle.ts';

const OLD_HEAD = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];

const zip = (pickle: Uint8Array) =>
  zipSync({
    'checkpoint/data.pkl': [pickle, { level: 0 }],
    'checkpoint/data/0': [new Uint8Array(50), { level: 0 }],
  });
const old = (pickle: Uint8Array) =>
  Uint8Array.from([
    ...OLD_HEAD,
    ...makePickle(1001),
    ...makePickle(new Map([['little_endian', true]])),
    ...pickle,
    9,
    9,
  ]);
const read = (bytes: Uint8Array) => readCheckpoint(bytesSource('checkpoint_final.pth', bytes));

function checkpoint(
  dice: readonly (readonly number[])[],
  extra: [string, PickleValue][] = [],
  module?: string,
) {
  const scalars = (values: readonly number[]) => values.map((value) => numpyScalar(value, 'f8', module));
  const logging = new Map<string, PickleValue>([
    ['dice_per_class_or_region', dice.map(scalars)],
    ['ema_fg_dice', scalars(dice.map(() => 0.5))],
    ['train_losses', scalars(dice.map((_, i) => -i / 10))],
    ['val_losses', scalars(dice.map((_, i) => -i / 20))],
    ['lrs', dice.map(() => 0.01)],
    ['epoch_start_timestamps', dice.map((_, i) => 1000 + 60 * i)],
    ['epoch_end_timestamps', dice.map((_, i) => 1050 + 60 * i)],
  ]);
  const weights = new PickleCall('collections OrderedDict', []);
  return makePickle(
    new Map<string, PickleValue>([
      ['network_weights', weights],
      ['logging', logging],
      ['current_epoch', dice.length],
      ['trainer_name', 'nnUNetTrainer'],
      ...extra,
    ]),
  );
}

test('the curves of a checkpoint come back to the last bit, from a zip and from the old form, NumPy 1 and 2', async () => {
  const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(score, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('numpy.core.multiarray', 'numpy._core.multiarray'),
      fc.constantFrom(zip, old),
      async (dice, module, pack) => {
        const found = await read(pack(checkpoint(dice, [], module)));
        expect(found.epochs.map(({ pseudoDice }) => pseudoDice)).toEqual(dice);
        expect(found.epochs.map(({ durationS }) => durationS)).toEqual(dice.map(() => 50));
        expect(found.nextEpoch).toBe(dice.length);
        expect(found.warnings).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  'os system',
  'builtins eval',
  'subprocess Popen',
  'posix system',
  'builtins getattr',
  'torch.hub load',
])('a pickle that asks for %s is not run: the name is refused, the curves are read', async (name) => {
  const before = Object.keys(globalThis).length;
  const found = await read(zip(checkpoint([[0.5]], [['evil', new PickleCall(name, ['touch /tmp/owned'])]])));
  expect(found.epochs).toHaveLength(1);
  expect(found.warnings).toEqual([
    { code: 'checkpoint-refused', facts: { file: 'checkpoint_final.pth', names: [name.replace(' ', '.')] } },
  ]);
  expect(Object.keys(globalThis)).toHaveLength(before);
});

test('a key named __proto__ changes no prototype', () => {
  const { root } = parsePickle(makePickle(new Map([['__proto__', new Map([['polluted', 1]])]])), 'a');
  expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  expect(root).toBeInstanceOf(Map);
});

test('NumPy scalars of 4 and 8 bytes are numbers', () => {
  const { root } = parsePickle(makePickle([numpyScalar(0.1, 'f4'), numpyScalar(0.1, 'f8'), 3]), 'a');
  expect((root as unknown[]).map(numberOf)).toEqual([Math.fround(0.1), 0.1, 3]);
});

test('what is no checkpoint is refused in a sentence', async () => {
  expect(await codeOf(() => read(new Uint8Array(0)))).toBe('fileEmpty');
  expect(await codeOf(() => read(new TextEncoder().encode('version https://git-lfs')))).toBe(
    'checkpointNoPickle',
  );
  expect(await codeOf(() => read(zipSync({ 'a.txt': new Uint8Array(3) })))).toBe('checkpointNoPickle');
  expect(await codeOf(() => read(zip(makePickle(new Map([['state_dict', 1]])))))).toBe('checkpointNoLogging');
  expect(await codeOf(() => read(old(new Uint8Array([0x80, 2, 0x7d]))))).toBe('pickleBad');
  const bomb = zipSync({ 'c/data.pkl': new Uint8Array(2 ** 26 + 1) });
  expect(await codeOf(() => read(bomb))).toBe('pickleTooLarge');
});

test('of a large file only the pickle is read', async () => {
  const bytes = zipSync({
    'c/data.pkl': [checkpoint([[0.5]]), { level: 0 }],
    'c/data/0': [new Uint8Array(5_000_000), { level: 0 }],
  });
  let taken = 0;
  const inner = bytesSource('checkpoint_best.pth', bytes);
  const source = {
    ...inner,
    read: (from: number, to: number) => ((taken += to - from), inner.read(from, to)),
  };
  expect((await readCheckpoint(source)).epochs).toHaveLength(1);
  expect(taken).toBeLessThan(100_000);
});

test('any bytes give a checkpoint or a DiceLensError', async () => {
  const good = checkpoint([
    [0.5, 0.25],
    [0.75, Number.NaN],
  ]);
  const flipped = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    .map((flips) => {
      const bytes = good.slice();
      for (const [at, byte] of flips) bytes[at] = byte;
      return bytes;
    });
  const cut = fc.nat(good.length).map((length) => good.slice(0, length));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 200 }), flipped, cut),
      fc.constantFrom(zip, old, (b: Uint8Array) => b),
      async (bytes, pack) => {
        try {
          await read(pack(bytes));
        } catch (error) {
          if (!(error instanceof DiceLensError)) throw error;
        }
      },
    ),
    { numRuns: 2000 },
  );
});
