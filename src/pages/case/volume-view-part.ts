import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { moveTo } from '../../app/case/view-case.ts';
import { type DrawnVolume, type ViewSize, VolumeViewDrawing } from '../../app/case/volume-view-draw.ts';
import { act } from '../../app/report-error.ts';
import type { AppState, OpenedCase } from '../../app/state.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { volumeViewWords as words } from '../../core/messages/volume-view.ts';
import { type Camera, FIRST_CAMERA } from '../../core/volume/camera.ts';
import type { ClipPlane } from '../../core/volume/camera-rays.ts';
import { orientationOf } from '../../core/volume/orientation.ts';
import { sliceGeometry } from '../../core/volume/slice-geometry.ts';
import { countSurfaceClasses, type SurfaceOf } from '../../core/volume/smooth-classes.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/volume-view/dl-volume-view.ts';
import type { CameraChange, ViewClip } from '../../ui/volume-view/dl-volume-view.ts';

/** The 3D view of the open case: of the chosen structure, or of all labels where errors of all are shown. */
@customElement('volume-view-part')
export class VolumeViewPart extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  @state() private drawn: DrawnVolume | null = null;
  @state() private camera: Camera = FIRST_CAMERA;
  @state() private clip: ViewClip | null = null;
  @state() private surface: SurfaceOf = 'errors';
  #drawing: VolumeViewDrawing | null = null;
  #size: ViewSize = { width: 0, height: 0, ratio: 1 };
  #asked = '';
  #isMoving = false;

  static override styles = css`
    :host {
      display: grid;
    }
  `;

  override disconnectedCallback(): void {
    this.#drawing?.close();
    this.#drawing = null;
    this.drawn = null;
    this.#asked = '';
    super.disconnectedCallback();
  }

  protected override updated(): void {
    const { opened } = this.state;
    if (!opened) return;
    this.#drawing ??= new VolumeViewDrawing(this.app, (drawn) => (this.drawn = drawn));
    this.#drawing.show(opened, { structure: this.#structure(), of: this.#surfaceOf(opened) });
    const clip = this.#clipPlane(opened);
    const asked = JSON.stringify([this.camera, clip, this.#size, this.#isMoving]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#drawing.draw({ camera: this.camera, clip, view: this.#size }, this.#isMoving);
  }

  protected override render() {
    const { opened, voxel } = this.state;
    if (!opened) return nothing;
    const { grid } = opened.result;
    const structure = this.#structure();
    const name = this.#name(opened, structure);
    const { drawn } = this;
    return html`<dl-volume-view
      .picture=${drawn?.picture ?? null}
      .grid=${drawn?.grid ?? null}
      .orientation=${orientationOf(grid.affine)}
      .camera=${this.camera}
      .clip=${this.clip}
      .crosshair=${voxel}
      .surface=${this.#surfaceOf(opened)}
      .name=${name}
      .counts=${countSurfaceClasses(opened.result, structure)}
      .hasPrediction=${opened.meaning.predicted.length > 0}
      .message=${drawn?.isRead ? this.say(words.nothing, { name }) : this.say(words.reading)}
      .note=${this.#note()}
      @camera-change=${({ detail }: CustomEvent<CameraChange>) => this.#turn(detail)}
      @view-size=${({ detail }: CustomEvent<ViewSize>) => this.#resize(detail)}
      @surface-change=${({ detail }: CustomEvent<SurfaceOf>) => this.#show(detail)}
      @clip-change=${({ detail }: CustomEvent<ViewClip | null>) => this.#cut(detail)}
      @point-choose=${({ detail }: CustomEvent<readonly [number, number]>) => this.#point(detail)}
    ></dl-volume-view>`;
  }

  #turn({ camera, isMoving }: CameraChange): void {
    this.camera = camera;
    this.#isMoving = isMoving;
    this.requestUpdate();
  }

  #resize(size: ViewSize): void {
    this.#size = size;
    this.#isMoving = false;
    this.requestUpdate();
  }

  #show(surface: SurfaceOf): void {
    this.surface = surface;
  }

  #cut(clip: ViewClip | null): void {
    this.clip = clip;
    this.#isMoving = false;
  }

  #point([x, y]: readonly [number, number]): void {
    void act(this.app, async () => {
      const seen = await this.#drawing?.findVoxel(x, y);
      if (seen) await moveTo(this.app, seen.voxel);
    });
  }

  #structure(): StructureRef | null {
    const { selection, view } = this.state;
    return !view.everything && selection?.kind === 'structure' ? selection.structure : null;
  }

  #surfaceOf({ meaning }: OpenedCase): SurfaceOf {
    return meaning.predicted.length > 0 ? this.surface : 'reference';
  }

  #name({ result }: OpenedCase, structure: StructureRef | null): string {
    if (!structure) return this.say(words.everything);
    const scores = structure.kind === 'label' ? result.labelScores : result.regionScores;
    const found =
      structure.kind === 'label'
        ? scores.find(({ labels: [value] }) => value === structure.value)
        : scores[structure.index];
    return found?.name ?? '';
  }

  /** What is nearer to the front, to the right or above is cut off, which is what one looks at first. */
  #clipPlane({ result }: OpenedCase): ClipPlane | null {
    if (!this.clip) return null;
    const { normal, normalSign } = sliceGeometry(result.grid, this.clip.plane);
    const isFarKept = this.clip.plane === 'sagittal' ? 1 : -1;
    const sign = normalSign * isFarKept * (this.clip.flipped ? -1 : 1) > 0 ? 1 : -1;
    return { axis: normal, at: this.state.voxel[normal], sign };
  }

  #note(): string {
    const { drawn } = this;
    const reason = drawn?.picture?.drawnBy.reason ?? null;
    const notes = [
      drawn?.isCoarse && drawn.grid ? this.say(words.coarse, { cellMm: drawn.grid.cellMm }) : '',
      reason === 'device-lost' ? this.say(words.gpuLost) : reason ? this.say(words.drawnOnCpu) : '',
    ];
    return notes.filter(Boolean).join(', ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'volume-view-part': VolumeViewPart;
  }
}
