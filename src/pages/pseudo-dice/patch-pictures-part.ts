import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { followPictures } from '../../app/pseudo-dice/patch-pictures.ts';
import type { PatchPictures, SeenGround } from '../../app/pseudo-dice/patch-pictures-state.ts';
import {
  changePictures,
  choosePatch,
  openInViewer,
  stepSlice,
} from '../../app/pseudo-dice/patch-pictures-view.ts';
import type { PseudoDiceState } from '../../app/pseudo-dice/pseudo-dice-state.ts';
import { chosenCase, chosenEpoch, stepEpoch } from '../../app/pseudo-dice/pseudo-dice-view.ts';
import { outlinesOnSlice, patchesOfEpoch } from '../../core/pseudo-dice/patch-outlines.ts';
import { sliceGeometry, type Plane } from '../../core/volume/slice-geometry.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/pseudo-dice/dl-patch-viewer.ts';
import type { EpochPatches, PatchedCase } from '../../ui/pseudo-dice/dl-patch-viewer.ts';
import { labelOverlay } from '../../ui/pseudo-dice/patch-label-overlay.ts';

/** The patches of the chosen epoch in the chosen case. Reads what it lacks. */
@customElement('patch-pictures-part')
export class PatchPicturesPart extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) pseudo!: PseudoDiceState;
  @property({ attribute: false }) pictures: PatchPictures | null = null;
  #of: { readonly opened: PatchPictures['opened']; readonly patched: PatchedCase } | null = null;

  protected override updated(): void {
    followPictures(this.app);
  }

  protected override render() {
    const { app, pictures, pseudo } = this;
    const { shown } = pseudo;
    if (!shown || !pictures?.starts || shown.result.draws !== pictures.starts.of) return nothing;
    const { result } = shown;
    const caseIndex = chosenCase(pseudo);
    const epoch = chosenEpoch(pseudo);
    const { draws, settings, structures } = result;
    const patches = patchesOfEpoch(draws, epoch, caseIndex, result.cases[caseIndex].size);
    const drawn: EpochPatches = {
      epoch,
      epochs: result.epochs.length,
      all: draws.perEpoch,
      patches,
      patchSize: settings.patch,
      first: epoch * draws.perEpoch,
      reach: pictures.starts.reach,
      names: structures.map(({ name }) => name),
    };
    const { slice, voxel, opened } = pictures;
    const geometry = opened && slice && sliceGeometry(opened.grid, slice.plane);
    return html`<dl-patch-viewer
      .drawn=${drawn}
      .of=${this.#patched(pictures)}
      .reading=${pictures.of.reference[0]?.name ?? ''}
      .slice=${slice}
      .geometry=${geometry}
      .outlines=${geometry && slice ? outlinesOnSlice(patches, settings.patch, geometry, slice.slice) : []}
      .plane=${pictures.plane}
      .ground=${pictures.ground}
      .seen=${pictures.seen}
      .chosen=${pseudo.patch}
      .voxel=${voxel}
      @epoch-step=${({ detail }: CustomEvent<number>) => stepEpoch(app, detail)}
      @box-select=${({ detail }: CustomEvent<number>) => choosePatch(app, detail)}
      @slice-step=${({ detail }: CustomEvent<number>) => stepSlice(app, detail)}
      @plane-change=${({ detail }: CustomEvent<Plane>) => changePictures(app, { plane: detail })}
      @ground-change=${({ detail }: CustomEvent<SeenGround>) => changePictures(app, { ground: detail })}
      @voxel-open=${() => void openInViewer(app, pictures.of.name, voxel)}
      ><slot name="below-slice" slot="below-slice"></slot
    ></dl-patch-viewer>`;
  }

  #patched({ opened }: PatchPictures): PatchedCase | null {
    if (!opened) return null;
    if (this.#of?.opened !== opened) {
      const ignore = this.app.store.state.opened?.meaning.ignore ?? null;
      this.#of = { opened, patched: { ...opened, overlay: labelOverlay(opened.labels, ignore) } };
    }
    return this.#of.patched;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'patch-pictures-part': PatchPicturesPart;
  }
}
