import { parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { FormatError } from '../../core/errors.ts';
import type { ByteSource } from '../bytes/byte-source.ts';

/** A dataset.json has a few kilobytes; one that lists its training cases a few hundred. */
const MAX_BYTES = 2 ** 26;

/** A value of a JSON text in the order of the file, which `JSON.parse` does not keep for keys like "10". */
export type JsonNode =
  | { readonly kind: 'object'; readonly entries: readonly JsonEntry[]; readonly offset: number }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly offset: number }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null; readonly offset: number };
export interface JsonEntry {
  readonly key: string;
  readonly value: JsonNode;
}

/**
 * Reads a file as text in UTF-8; a byte order mark is dropped.
 * @throws FormatError fileEmpty, jsonTooLarge (above 64 MiB)
 */
export async function readJsonText(source: ByteSource): Promise<string> {
  const { name: file, size } = source;
  if (size === 0) throw new FormatError('fileEmpty', { file, offset: 0 });
  if (size > MAX_BYTES) throw new FormatError('jsonTooLarge', { file, offset: 0, bytes: size });
  return new TextDecoder().decode(await source.read(0, size));
}

/**
 * Parses JSON as strictly as Python does: no comments, no trailing commas; NaN and Infinity, which Python writes,
 * are tolerated and become empty objects, which no field takes for a number. Offsets count characters.
 * @throws FormatError jsonInvalid with line and column
 */
export function parseJson(file: string, text: string): JsonNode {
  const plain = text.replace(/^\ufeff/, ' ').replace(STRINGS_AND_NAN, (token) => {
    return token.startsWith('"') ? token : '{}'.padEnd(token.length);
  });
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(plain, errors, { disallowComments: true, allowTrailingComma: false });
    if (root && errors.length === 0) return toJsonNode(root);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested too deeply for the stack
  }
  const offset = Math.min(errors[0]?.offset ?? 0, text.length);
  const before = plain.slice(0, offset).split(/\r\n|\r|\n/);
  const facts = { file, offset, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  throw new FormatError('jsonInvalid', facts);
}

/** What a person sees of a value in a sentence: its JSON, cut to a few words. */
export function formatJson(node: JsonNode): string {
  const text = JSON.stringify(plainValue(node, 3)) ?? 'null';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const STRINGS_AND_NAN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g;

function toJsonNode(node: Node): JsonNode {
  const { offset, children = [] } = node;
  if (node.type === 'array') return { kind: 'array', items: children.map(toJsonNode), offset };
  if (node.type === 'object') {
    const entries = children.flatMap(({ children: pair = [] }) =>
      pair.length === 2 ? [{ key: String(pair[0].value), value: toJsonNode(pair[1]) }] : [],
    );
    return { kind: 'object', entries, offset };
  }
  return { kind: 'value', value: node.value as string | number | boolean | null, offset };
}

function plainValue(node: JsonNode, depth: number): unknown {
  if (node.kind === 'value') return node.value;
  if (depth === 0) return '…';
  if (node.kind === 'array') return node.items.slice(0, 20).map((item) => plainValue(item, depth - 1));
  return Object.fromEntries(
    node.entries.slice(0, 20).map(({ key, value }) => [key, plainValue(value, depth - 1)]),
  );
}
