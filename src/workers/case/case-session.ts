import type { ContentBox } from '../../core/volume/content-box.ts';
import type { CaseResult } from '../../core/case/case-result.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { Warning } from '../../core/errors.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { LabelScheme, Region } from '../../core/labels/label-scheme.ts';
import type { CodeMeaning } from '../../core/volume/select-voxels.ts';
import type { Selection } from '../../core/labels/selection.ts';
import type { Convention } from '../../core/volume/view-settings.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import type { Progress } from '../../tasks/task.ts';
import type { NamedFile } from './named-file.ts';
import type { Outcome } from '../outcome.ts';
import type { ErrorsSession } from './errors-session.ts';
import type { RuleSession } from './rule-session.ts';
import type { WhySession } from './why-session.ts';
import type { OpenFile, SortedFiles } from './sorted-files.ts';
import type { SurfaceSession } from './volume-view-session.ts';

export type EngineChoice = 'auto' | 'gpu' | 'cpu';

/** A volume of a case: one file, or the .hdr and .img of a pair; `name` is its region's or channel's. */
export interface NamedVolume {
  readonly name: string;
  readonly files: readonly NamedFile[];
}

/** The files of one case, sorted by role. */
export interface CaseRequest {
  readonly name: string;
  readonly reference: readonly NamedFile[];
  readonly prediction: readonly NamedFile[] | null;
  readonly probabilities: NamedFile | null;
  readonly masks: readonly NamedVolume[];
  readonly images: readonly NamedVolume[];
  readonly dataset: NamedFile | null;
  /** A second dataset.json that only names the labels. */
  readonly labelNames: NamedFile | null;
  /** Regions defined by hand, in place of dataset.json's; null leaves those. */
  readonly regions: readonly Region[] | null;
  readonly engine: EngineChoice;
}

/** What the pages get of an open case: its numbers and what its codes mean. */
export interface OpenedCase {
  readonly result: CaseResult;
  readonly meaning: CodeMeaning;
  readonly hasPatterns: boolean;
  /** Number of channels of the probabilities, 0 without them. */
  readonly probabilityChannels: number;
  readonly channels: readonly string[];
  /** Where the reference's labels lie, with a margin: what slices without an image are zoomed to. */
  readonly content: ContentBox | null;
}

/** One image channel that is ready to be shown, and what was noticed while it was read. */
export interface OpenedChannel {
  readonly window: DisplayWindow;
  /** The part of the volume that the slices are zoomed to; null shows all of it. */
  readonly content: ContentBox | null;
  readonly warnings: readonly Warning[];
}

/** Everything known about one voxel. */
export interface VoxelReadout {
  readonly voxel: Vec3;
  readonly reference: number;
  readonly predicted: number;
  readonly pattern: number | null;
  readonly probabilities: readonly number[] | null;
  readonly image: number | null;
  /** World position, RAS+; where the case page reads it. */
  readonly mm?: Vec3;
  /** Label of a second prediction that was opened. */
  readonly other?: number | null;
}

/** What slices are cut for: which way they stand, and the channel of the probabilities drawn over them. */
export interface SliceLook {
  readonly convention: Convention;
  readonly heat: number | null;
}

/** A second prediction of the open case; `labels` by code, as in `CodeMeaning`. */
export interface OtherPrediction {
  readonly name: string;
  readonly labels: readonly number[];
}

/** A connected piece of a selection and where it stands among the others, by size. */
export interface PieceList {
  readonly count: number;
  readonly voxels: number;
  readonly pieces: readonly { readonly voxels: number; readonly anchor: Vec3 }[];
}

/** The worker that owns the volumes of the open case, and the engine that counts them. */
export interface CaseSession extends RuleSession, WhySession, ErrorsSession, SurfaceSession {
  /** Roles by name and content, and the cases that the files make; roles given by hand stay. */
  sortFiles(files: readonly OpenFile[]): Promise<SortedFiles>;
  /** Opens a case in place of the open one, which stays if this fails. */
  openCase(request: CaseRequest, progress: (progress: Progress) => void): Promise<Outcome<OpenedCase>>;
  /** Stops the opening under way; the call rejects at once. */
  abort(): void;
  openChannel(channel: number): Promise<Outcome<OpenedChannel>>;
  /** The slices through a voxel, of the channel that is given where its image has been opened. */
  readPlanes(voxel: Vec3, planes: readonly Plane[], channel: number | null, look?: SliceLook): SlicePlane[];
  /** Slices of one plane by their index. */
  readSlices(plane: Plane, slices: readonly number[], channel: number | null, look: SliceLook): SlicePlane[];
  /** Opens a second prediction, to be compared with the first; null closes it. */
  openOther(files: readonly NamedFile[] | null): Promise<Outcome<OtherPrediction | null>>;
  readVoxel(voxel: Vec3, channel: number | null): VoxelReadout;
  findPieces(selection: Selection): PieceList;
  /** The numbers of the open case under other regions; nothing is counted again. */
  defineRegions(regions: readonly Region[] | null): OpenedCase;
  readScheme(): LabelScheme;
}
