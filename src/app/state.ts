import type { DisplayWindow } from '../core/volume/display-window.ts';
import type { Warning } from '../core/errors.ts';
import type { Vec3 } from '../core/volume/grid.ts';
import type { Session } from '../core/session/session.ts';
import type { Region } from '../core/labels/label-scheme.ts';
import type { Language } from '../core/messages/sentence.ts';
import type { OverlayMode } from '../core/volume/overlay.ts';
import type { Selection } from '../core/labels/selection.ts';
import type { SlicePlane } from '../core/volume/slice.ts';
import { DEFAULT_VIEW, type ViewSettings } from '../core/volume/view-settings.ts';
import type { Plane } from '../core/volume/slice-geometry.ts';
import type {
  CaseRequest,
  EngineChoice,
  OpenedCase,
  OpenedChannel,
  OtherPrediction,
  PieceList,
  VoxelReadout,
} from '../workers/case/case-session.ts';
import type { OpenFile, SortedCase } from '../workers/case/sorted-files.ts';
import type { ServedListing } from '../core/serve/served-listing.ts';
import type { FolderOffer } from '../core/start/folder-offer.ts';
import type { RequestCount } from '../core/start/request-count.ts';
import type { Navigator } from './errors/errors-state.ts';
import type { Page, Place } from './link.ts';
import type { Laboratory } from './reconstruction/reconstruction-state.ts';
import type { Why } from './why/why-state.ts';
import type { RunsState } from './runs/runs-state.ts';
import type { CohortState } from './cohort/cohort-state.ts';
import type { PatchPictures } from './pseudo-dice/patch-pictures-state.ts';
import type { PseudoDiceState } from './pseudo-dice/pseudo-dice-state.ts';

export type { OpenedCase, OpenFile };
export type { NamedFile } from '../workers/case/named-file.ts';
export type { Role } from '../workers/case/sorted-files.ts';

export type Theme = 'dark' | 'light';

/** Work that is under way. */
export interface Work {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** An error on screen until it is dismissed: a DiceLensError, or a bug. */
export interface ShownError {
  readonly id: number;
  readonly error: unknown;
}

/** Something that only the user can tell; nothing changes until it is answered. */
export type Question =
  | {
      /** Same-named files from two folders or two drops (`originOf`): which are the references? */
      readonly kind: 'which-folder';
      readonly origins: readonly [string, string];
      readonly example: string;
      readonly files: readonly OpenFile[];
    }
  | {
      /** A file whose role is filled already. */
      readonly kind: 'role-filled';
      readonly added: OpenFile;
      readonly present: OpenFile;
      readonly files: readonly OpenFile[];
      /** Files, by id, that have been asked about. */
      readonly kept: readonly number[];
    }
  | {
      /** A volume whose name tells nothing, beside a case that lacks none. */
      readonly kind: 'unknown-role';
      readonly added: OpenFile;
      readonly files: readonly OpenFile[];
      readonly kept: readonly number[];
    };

/** What was done and can be taken back. */
export interface Undoable {
  readonly done: 'files-replaced' | 'file-removed' | 'role-changed';
  readonly file: string;
  readonly files: readonly OpenFile[];
  readonly regions: readonly Region[] | null;
  readonly isDemo: boolean;
  /** The case that was open. */
  readonly index: number;
}

/** Everything on screen. Replaced, never changed; written by the actions alone. */
export interface AppState {
  readonly page: Page;
  /** Where one stood on each page that keeps its own place in the link. */
  readonly places: Readonly<Partial<Record<Page, Place>>>;
  readonly language: Language;
  readonly theme: Theme;
  readonly engine: EngineChoice;

  readonly files: readonly OpenFile[];
  readonly isDemo: boolean;
  readonly cases: readonly SortedCase[];
  /** Index into `cases`, -1 while none is open. */
  readonly current: number;
  readonly regionsByHand: readonly Region[] | null;
  /** What the open case was opened from. */
  readonly request: CaseRequest | null;
  readonly opened: OpenedCase | null;
  readonly channels: ReadonlyMap<number, OpenedChannel>;

  readonly voxel: Vec3;
  readonly planes: Readonly<Record<Plane, SlicePlane | null>>;
  readonly readout: VoxelReadout | null;
  readonly channel: number | null;
  readonly windows: ReadonlyMap<number, DisplayWindow>;
  readonly overlay: OverlayMode;
  readonly opacity: number;
  /** Layout, zoom, styles and comparison of the slices. */
  readonly view: ViewSettings;
  /** A second model's prediction of the open case; null until it is compared. */
  readonly other: OtherPrediction | null;
  /** What the lightbox shows; null until it is asked for. */
  readonly tiles: readonly SlicePlane[] | null;
  readonly selection: Selection | null;
  readonly raw: boolean;
  readonly pieces: PieceList | null;
  readonly piece: number;
  readonly accountOpen: boolean;
  readonly channelWarnings: readonly Warning[];
  /** The errors one by one stand in the place of the scores. */
  readonly errorsShown: boolean;
  /** The errors of the case that was open when they were asked for (`Navigator.of`), as the laboratory. */
  readonly navigator: Navigator | null;
  /** Of the case that was open when it was opened (`Laboratory.of`); null until it is asked for. */
  readonly laboratory: Laboratory | null;
  /** Of the case that was open when it was asked for (`Why.of`), as the laboratory. */
  readonly why: Why | null;
  /** Training runs, beside the case and apart from it; null until the page is asked for. */
  readonly runs: RunsState | null;
  /** Every case of the open list, counted; null until the page is asked for. */
  readonly cohort: CohortState | null;
  /** Patches drawn of all cases of the open files; null until the page is asked for. */
  readonly pseudoDice: PseudoDiceState | null;
  /** Slices and tiles of one of its cases; null until they are asked for. */
  readonly patchPictures: PatchPictures | null;

  /** A session that was opened and waits for its files. */
  readonly session: Session | null;

  /** What `dicelens serve` found below its folder; null where the page does not come from it. */
  readonly served: ServedListing | null;

  readonly work: Work | null;
  /** Actions under way; the page is busy while there are any. */
  readonly pending: number;
  readonly errors: readonly ShownError[];
  readonly question: Question | null;
  readonly undoable: Undoable | null;
  /** What can be done with a folder that was opened; null where nothing is offered. */
  readonly offer: FolderOffer | null;
  /** Requests since load, those to other hosts apart. */
  readonly requests: RequestCount;
  /** Whether a newer version lies ready and starts with the next load. */
  readonly updateReady: boolean;
}

export const NO_PLANES: AppState['planes'] = { axial: null, coronal: null, sagittal: null };

/** The state before anything is opened. */
export const INITIAL_STATE: AppState = {
  page: 'case',
  places: {},
  language: 'en',
  theme: 'dark',
  engine: 'auto',
  files: [],
  isDemo: false,
  cases: [],
  current: -1,
  regionsByHand: null,
  request: null,
  opened: null,
  channels: new Map(),
  voxel: [0, 0, 0],
  planes: NO_PLANES,
  readout: null,
  channel: null,
  windows: new Map(),
  overlay: 'errors',
  opacity: 1,
  view: DEFAULT_VIEW,
  other: null,
  tiles: null,
  selection: null,
  raw: false,
  pieces: null,
  piece: 0,
  accountOpen: true,
  channelWarnings: [],
  errorsShown: false,
  navigator: null,
  laboratory: null,
  why: null,
  runs: null,
  cohort: null,
  pseudoDice: null,
  patchPictures: null,
  session: null,
  served: null,
  work: null,
  pending: 0,
  errors: [],
  question: null,
  undoable: null,
  offer: null,
  requests: { own: 0, foreign: 0 },
  updateReady: false,
};
