import { BufferReader, Parser } from 'pickleparser';
import { FormatError } from '../../core/errors.ts';

/** Something that Python would have built by a call; nothing is called here. */
export class InertValue {
  /** "module.name" of what would have been called. */
  readonly of: string;
  /** Plain number of a NumPy scalar, its arguments otherwise. */
  value: unknown;
  constructor(of: string, value: unknown) {
    this.of = of;
    this.value = value;
  }
}

/** A pickle taken apart: dicts are Maps, tuples and lists arrays. */
export interface ReadPickle {
  readonly root: unknown;
  /** Names outside the table below that the pickle asks for: refused, never called. */
  readonly refused: readonly string[];
  /** Bytes that the pickle takes. */
  readonly length: number;
}

/** What nnU-Net's checkpoints refer to; each becomes an inert value. */
const KNOWN =
  /^(?:collections\.OrderedDict|torch\._utils\._rebuild_(?:tensor(?:_v2)?|parameter)|torch\.(?:\w+Storage|device|Size|dtype|float\d+|bfloat16)|torch\.storage\.\w+Storage|numpy\.dtype|numpy\.ndarray|_codecs\.encode)$/;
const SCALAR = /^numpy\.(?:core|_core)\.multiarray\.scalar$/;
const RECONSTRUCT = /^numpy\.(?:core|_core)\.multiarray\._reconstruct$/;

/**
 * Takes a pickle of protocol 0 to 5 apart with pickleparser, which only ever calls what is looked up here: functions
 * of ours that build inert values. Names that are in no checkpoint of nnU-Net become inert too, and are listed.
 * `offset` is where the pickle stands in the file, for the error.
 * @throws FormatError pickleBad for anything that is no whole pickle
 */
export function parsePickle(bytes: Uint8Array, file: string, offset = 0): ReadPickle {
  const refused = new Set<string>();
  const parser = new Parser({
    unpicklingTypeOfDictionary: 'Map',
    unpicklingTypeOfSet: 'array',
    nameResolver: { resolve: (module, name) => inertCall(`${module}.${name}`, refused) },
    persistentResolver: { resolve: (id: unknown) => new InertValue('storage', id) },
    extensionResolver: { resolve: (code) => inertCall(`extension ${code}`, refused) },
  });
  const reader = new BufferReader(bytes);
  try {
    const root = parser.read<unknown>(reader);
    return { root, refused: [...refused], length: reader.position };
  } catch (error) {
    // Whatever a damaged pickle makes the parser stumble over, it is damage.
    const reason = error instanceof Error ? error.message.split('\n')[0].slice(0, 80) : 'unknown';
    throw new FormatError('pickleBad', {
      file,
      offset: offset + Math.min(reader.position, bytes.length),
      reason,
    });
  }
}

type Call = (...args: unknown[]) => unknown;

function inertCall(name: string, refused: Set<string>): Call {
  if (name === '_codecs.encode') return (text) => latin1Bytes(text);
  if (name === 'numpy.dtype') return (type) => dtype(String(type));
  if (SCALAR.test(name)) return (type, bytes) => new InertValue('numpy scalar', scalarValue(type, bytes));
  if (name === 'collections.OrderedDict')
    return (pairs) => new Map(Array.isArray(pairs) ? (pairs as []) : []);
  if (!KNOWN.test(name) && !RECONSTRUCT.test(name)) refused.add(name);
  // not an arrow: Python's NEWOBJ constructs it
  return function inert(...args: unknown[]) {
    return new InertValue(name, args);
  };
}

/** `_codecs.encode(text, 'latin1')`: how protocol 2 writes bytes. */
function latin1Bytes(text: unknown): Uint8Array {
  return Uint8Array.from(String(text), (char) => char.charCodeAt(0));
}

interface Dtype {
  readonly type: string;
  isBigEndian: boolean;
  /** Called by the parser with the state (version, byte order, ...). */
  __setstate__(state: unknown): void;
}

function dtype(type: string): Dtype {
  return {
    type: type.replace(/^[<>=|]/, ''),
    isBigEndian: type.startsWith('>'),
    __setstate__(state) {
      if (Array.isArray(state)) this.isBigEndian = state[1] === '>';
    },
  };
}

/** The number of a NumPy scalar; NaN where its type is none of a number. */
function scalarValue(type: unknown, bytes: unknown): number {
  if (!(bytes instanceof Uint8Array) || typeof type !== 'object' || type === null) return Number.NaN;
  const { type: name, isBigEndian } = type as Partial<Dtype>;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isLittle = isBigEndian !== true;
  const width = Number(name?.slice(1));
  if (width > bytes.length) return Number.NaN;
  switch (name) {
    case 'f8':
      return view.getFloat64(0, isLittle);
    case 'f4':
      return view.getFloat32(0, isLittle);
    case 'i8':
      return Number(view.getBigInt64(0, isLittle));
    case 'i4':
      return view.getInt32(0, isLittle);
    case 'u8':
      return Number(view.getBigUint64(0, isLittle));
    case 'b1':
    case 'u1':
      return view.getUint8(0);
    default:
      return Number.NaN;
  }
}

/** The number that a value of a pickle stands for; null for anything else. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return value instanceof InertValue && typeof value.value === 'number' ? value.value : null;
}
