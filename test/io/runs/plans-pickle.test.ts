import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormatError } from '../../../src/core/errors.ts';
import { parsePlansPickle } from '../../../src/io/runs/plans-pickle.ts';

/** Two stages as nnU-Net v1 writes them, patches and spacings NumPy arrays; by Python's pickle, protocol 2. */
const TWO_STAGES =
  'gAJ9cQAoWAoAAABudW1fc3RhZ2VzcQFLAlgRAAAAdHJhbnNwb3NlX2ZvcndhcmRxAl1xAyhLAEsBSwJlWA8AAABwbGFuc19wZXJfc3RhZ2VxBH1xBShLAGNjb2xsZWN0aW9ucwpPcmRlcmVkRGljdApxBilScQcoWAoAAABiYXRjaF9zaXplcQhLAlgKAAAAcGF0Y2hfc2l6ZXEJY251bXB5Ll9jb3JlLm11bHRpYXJyYXkKX3JlY29uc3RydWN0CnEKY251bXB5Cm5kYXJyYXkKcQtLAIVxDGNfY29kZWNzCmVuY29kZQpxDVgBAAAAYnEOWAYAAABsYXRpbjFxD4ZxEFJxEYdxElJxEyhLAUsDhXEUY251bXB5CmR0eXBlCnEVWAIAAABpOHEWiYiHcRdScRgoSwNYAQAAADxxGU5OTkr/////Sv////9LAHRxGmKJaA1YGgAAACgAAAAAAAAAw4AAAAAAAAAAwqAAAAAAAAAAcRtoD4ZxHFJxHXRxHmJYDwAAAGN1cnJlbnRfc3BhY2luZ3EfaApoC0sAhXEgaBGHcSFScSIoSwFLA4VxI2gVWAIAAABmOHEkiYiHcSVScSYoSwNoGU5OTkr/////Sv////9LAHRxJ2KJaA1YGgAAAAAAAAAAAAhAAAAAAAAAw7A/AAAAAAAAw7A/cShoD4ZxKVJxKnRxK2J1SwF9cSwoaAhLA2gJaApoC0sAhXEtaBGHcS5ScS8oSwFLA4VxMGgYiWgNWBgAAAAUAAAAAAAAAEABAAAAAAAAAAEAAAAAAABxMWgPhnEyUnEzdHE0YmgfaApoC0sAhXE1aBGHcTZScTcoSwFLA4VxOGgmiWgNWBoAAAAAAAAAAAAIQDMzMzMzM8OjPzMzMzMzM8OjP3E5aA+GcTpScTt0cTxidXV1Lg==';

const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

test('every stage of v1 is a configuration with its patch, batch and spacing', () => {
  expect(parsePlansPickle(bytesOf(TWO_STAGES), 'plans.pkl')).toEqual({
    dataset: null,
    name: null,
    reader: null,
    transposeForward: [0, 1, 2],
    configurations: [
      { name: 'stage 0', patchSize: [40, 192, 160], spacingMm: [3, 1, 1], batchSize: 2 },
      { name: 'stage 1', patchSize: [20, 320, 256], spacingMm: [3, 0.6, 0.6], batchSize: 3 },
    ],
  });
});

test('any bytes give plans or a FormatError, never another error', () => {
  const whole = bytesOf(TWO_STAGES);
  const damaged = fc
    .tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length))
    .map(([at, value, length]) => {
      const bytes = whole.slice();
      bytes[at] = value;
      return bytes.subarray(0, length);
    });
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array()), (bytes) => {
      try {
        parsePlansPickle(bytes, 'plans.pkl');
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
  );
});
