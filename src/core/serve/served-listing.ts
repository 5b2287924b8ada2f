/** What a served file is in a case, in the application's own words. */
export type ServedRole = 'reference' | 'prediction' | 'probabilities' | 'image' | 'dataset';

/** A file below the folder that is served. */
export interface ServedFile {
  /** From that folder on, parts joined by `/`. */
  readonly path: string;
  readonly bytes: number;
}

export interface ServedCase {
  readonly name: string;
  readonly files: readonly (ServedFile & { readonly role: ServedRole })[];
}

/** Predictions whose references were found: a validation folder, the cross-validation, a folder of one's own. */
export interface ServedCases {
  /** Of the predictions. */
  readonly path: string;
  readonly references: string;
  readonly dataset: ServedFile | null;
  readonly cases: readonly ServedCase[];
}

/** A fold folder with its logs and what describes it. */
export interface ServedRun {
  readonly path: string;
  readonly files: readonly ServedFile[];
}

/** References of a data set, with or without predictions elsewhere. */
export interface ServedDataset {
  readonly path: string;
  readonly references: number;
}

/** What `dicelens serve` found below its folder, as it answers a request for `served.json`. */
export interface ServedListing {
  readonly schema: 'dicelens/served@1';
  /** The last part of the folder's path. */
  readonly name: string;
  readonly datasets: readonly ServedDataset[];
  readonly predictions: readonly ServedCases[];
  readonly runs: readonly ServedRun[];
  /** Whether everything was looked at: not where folders lie too deep or there are too many files. */
  readonly isWhole: boolean;
}

/** Where the listing is, from the page on. */
export const LISTING_ADDRESS = 'served.json';
/** What the addresses of files begin with, from the page on. */
export const FILES_ADDRESS = 'served/';

/** The address of a file from the page on. */
export function addressOf({ path }: ServedFile): string {
  return FILES_ADDRESS + path.split('/').map(encodeURIComponent).join('/');
}
