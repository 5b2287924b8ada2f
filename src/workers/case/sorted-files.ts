import type { NamedFile } from './named-file.ts';

/** What a file is in a case; 'other' takes no part. */
export const ROLES = [
  'reference',
  'prediction',
  'probabilities',
  'mask',
  'image',
  'dataset',
  'label-names',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

/** A file that was opened, and what it is taken for. */
export interface OpenFile extends NamedFile {
  readonly id: number;
  /** Which drop or choice of files it came with, counted from 1. */
  readonly drop: number;
  readonly role: Role;
  /** The user said so: never recognised anew. */
  readonly byHand: boolean;
  /** Name of the region of a mask, number of the channel of an image, else ''. */
  readonly part: string;
}

/** One case that the files make; files by id. A second prediction of a case makes a second entry. */
export interface SortedCase {
  readonly name: string;
  /** File name of the prediction where a case has several, its folder where they have one name, else ''. */
  readonly model: string;
  readonly reference: readonly number[];
  readonly prediction: readonly number[] | null;
  readonly probabilities: number | null;
  readonly masks: readonly { readonly name: string; readonly files: readonly number[] }[];
  readonly images: readonly { readonly name: string; readonly files: readonly number[] }[];
}

/** Files with their roles, and the cases they make. */
export interface SortedFiles {
  readonly files: readonly OpenFile[];
  readonly cases: readonly SortedCase[];
  readonly dataset: number | null;
  readonly labelNames: number | null;
  /** Two origins of files with the same names, and no telling which holds the references. */
  readonly ambiguous: { readonly origins: readonly [string, string]; readonly example: string } | null;
}

/** Where a file came from: its folder, or the drop where no folder is known (`#1`, `#2`, ...). */
export function originOf({ folder, drop }: OpenFile): string {
  return folder === '' ? `#${drop}` : folder;
}
