/** A value for `makePickle`: Python's dict is a Map, a tuple or list an array. */
export type PickleValue =
  number | string | boolean | null | readonly PickleValue[] | Map<string, PickleValue> | PickleCall;

/** A call that Python would make: `module name` with arguments. */
export class PickleCall {
  constructor(
    readonly name: string,
    readonly args: readonly PickleValue[],
    readonly state?: readonly PickleValue[],
  ) {}
}

/** A pickle of protocol 2, as torch.save writes it. */
export function makePickle(value: PickleValue): Uint8Array {
  const bytes: number[] = [0x80, 2];
  const text = (word: string) => {
    const utf8 = new TextEncoder().encode(word);
    const length = new Uint8Array(new Uint32Array([utf8.length]).buffer);
    bytes.push(0x58, ...length, ...utf8);
  };
  const tuple = (items: readonly PickleValue[]) => {
    bytes.push(0x28);
    items.forEach(write);
    bytes.push(0x74);
  };
  const write = (item: PickleValue): void => {
    if (item === null) bytes.push(0x4e);
    else if (typeof item === 'boolean') bytes.push(item ? 0x88 : 0x89);
    else if (typeof item === 'string') text(item);
    else if (typeof item === 'number') {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, item);
      bytes.push(0x47, ...new Uint8Array(view.buffer));
    } else if (item instanceof Map) {
      bytes.push(0x7d, 0x28);
      for (const [key, entry] of item) {
        text(key);
        write(entry);
      }
      bytes.push(0x75);
    } else if (item instanceof PickleCall) {
      bytes.push(0x63, ...new TextEncoder().encode(`${item.name.replace(' ', '\n')}\n`));
      tuple(item.args);
      bytes.push(0x52);
      if (item.state) {
        tuple(item.state);
        bytes.push(0x62);
      }
    } else {
      bytes.push(0x5d, 0x28);
      item.forEach(write);
      bytes.push(0x65);
    }
  };
  write(value);
  return Uint8Array.from([...bytes, 0x2e]);
}

/** A NumPy scalar as protocol 2 writes it: its bytes are a text in latin-1. */
export function numpyScalar(value: number, type: 'f4' | 'f8', module = 'numpy.core.multiarray'): PickleCall {
  const view = new DataView(new ArrayBuffer(8));
  if (type === 'f4') view.setFloat32(0, value, true);
  else view.setFloat64(0, value, true);
  const bytes = new Uint8Array(view.buffer, 0, type === 'f4' ? 4 : 8);
  return new PickleCall(`${module} scalar`, [
    new PickleCall('numpy dtype', [type, false, true], [3, '<', null, null, null, -1, -1, 0]),
    new PickleCall('_codecs encode', [String.fromCharCode(...bytes), 'latin1']),
  ]);
}
