import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app/app.ts';
import { otherModelOf, readTiles } from '../../app/case/view-other.ts';
import { changeView, type ViewSettings } from '../../app/case/view-settings.ts';
import { moveTo, readUnderPointer, setWindow, showChannel } from '../../app/case/view-case.ts';
import type { AppState, OpenedCase } from '../../app/state.ts';
import type { Selection } from '../../core/labels/selection.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { say } from '../../core/messages/say.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { OverlayMode } from '../../core/volume/overlay.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import { spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/viewer/dl-viewer-toolbar.ts';
import type { StructureChoice } from '../../ui/viewer/dl-viewer-toolbar.ts';
import '../../ui/viewer/dl-viewer.ts';
import { overlayOfCase } from '../../ui/viewer/overlay-of-case.ts';
import type { ViewedCase, ViewedOverlay } from '../../ui/viewer/overlay-of-view.ts';

const NOTHING_CHOSEN: Selection = { kind: 'cell', reference: 0, predicted: 0 };

type OverlayOfView = (viewed: ViewedCase) => ViewedOverlay;

/** The bar and the slices of the case page. Overlays are kept, so that slices are not painted anew for nothing. */
export class CaseViewer {
  #kept: { of: readonly unknown[]; shown: ViewedOverlay } | null = null;
  /** What other settings than the usual need, read when they are first chosen. */
  #overlayOfView: OverlayOfView | null = null;

  /** `update` draws the page again. */
  constructor(
    readonly app: () => App,
    readonly update: () => void,
  ) {}

  toolbar(state: AppState, opened: OpenedCase): TemplateResult {
    const app = this.app();
    return html`<dl-viewer-toolbar
      .mode=${state.overlay}
      .modes=${modesOf(opened)}
      .structures=${structuresOf(opened)}
      .selection=${state.selection}
      .opacity=${state.opacity}
      .channels=${opened.channels}
      .channel=${state.channel ?? 0}
      .view=${state.view}
      .labels=${opened.result.labelScores.map(({ labels: [value], name }) => ({ value, name }))}
      .probabilities=${channelNames(opened)}
      .models=${otherModelOf(state) >= 0}
      @mode-change=${({ detail }: CustomEvent<OverlayMode>) => app.store.change({ overlay: detail })}
      @opacity-change=${({ detail }: CustomEvent<number>) => app.store.change({ opacity: detail })}
      @channel-change=${({ detail }: CustomEvent<number>) => showChannel(app, detail)}
      @window-preset=${({ detail }: CustomEvent<DisplayWindow | null>) => setWindow(app, detail)}
      @view-change=${this.#changeView}
    ></dl-viewer-toolbar>`;
  }

  slices(state: AppState, opened: OpenedCase): TemplateResult {
    const app = this.app();
    const { view, channel, other } = state;
    const window = (channel !== null && state.windows.get(channel)) || { width: 1, level: 0.5 };
    const { overlay, second, names } = this.#overlayOf(state, opened);
    const isRead = channel !== null && state.channels.has(channel);
    return html`<dl-viewer
      .grid=${opened.result.grid}
      .planes=${state.planes}
      .crosshair=${state.voxel}
      .window=${window}
      .overlay=${overlay}
      .compared=${names && { names: names.map(said), second }}
      .opacity=${state.opacity}
      .content=${channel === null ? opened.content : (state.channels.get(channel)?.content ?? null)}
      .imageName=${channel === null ? '' : (opened.channels[channel] ?? '')}
      .view=${view}
      .heatName=${view.heat === null ? '' : (channelNames(opened)[view.heat] ?? '')}
      .source=${`${state.current} ${isRead ? channel : ''} ${other?.name ?? ''}`}
      .tiles=${state.tiles}
      @voxel-select=${({ detail }: CustomEvent<{ voxel: Vec3 }>) => moveTo(app, detail.voxel)}
      @voxel-hover=${({ detail }: CustomEvent<{ voxel: Vec3 } | null>) =>
        readUnderPointer(app, detail?.voxel ?? null)}
      @window-change=${({ detail }: CustomEvent<{ window: DisplayWindow }>) => setWindow(app, detail.window)}
      @view-change=${this.#changeView}
      @slices-need=${({ detail }: CustomEvent<{ plane: Plane; slices: readonly number[] }>) =>
        readTiles(app, detail.plane, detail.slices)}
      >${view.layout === 'four' ? this.#volume(state) : nothing}</dl-viewer
    >`;
  }

  /** The 3D view, in the fourth place of the 2 x 2 layout; read when that is first chosen. */
  #volume(state: AppState): TemplateResult {
    void import('./volume-view-part.ts');
    return html`<volume-view-part slot="volume" .app=${this.app()} .state=${state}></volume-view-part>`;
  }

  readonly #changeView = ({ detail }: CustomEvent<Partial<ViewSettings>>) => changeView(this.app(), detail);

  #overlayOf(state: AppState, opened: OpenedCase): ViewedOverlay {
    const { overlay: mode, selection, view, other, cases, current } = state;
    const chosen = selection ?? NOTHING_CHOSEN;
    const { compare, everything, flicker, looks } = view;
    const isUsual = compare === 'none' && !everything && Object.keys(looks).length === 0;
    if (!isUsual && !this.#overlayOfView) {
      void import('../../ui/viewer/overlay-of-view.ts').then(({ overlayOfView }) => {
        this.#overlayOfView = overlayOfView;
        this.update();
      });
    }
    const build = isUsual ? null : this.#overlayOfView;
    const of = [opened, mode, chosen, build, compare, everything, flicker, looks, other];
    if (this.#kept && of.every((value, i) => value === this.#kept?.of[i])) return this.#kept.shown;
    const { result, meaning } = opened;
    const names = ['A', 'B'].map((letter, i) => {
      const name = i === 0 ? cases[current]?.model : other?.name;
      return name ? `${letter} ${name}` : letter;
    }) as unknown as readonly [string, string];
    const shown = build
      ? build({ result, meaning, mode, selection: chosen, view, other, names })
      : { overlay: overlayOfCase(result, meaning, mode, chosen), second: null, names: null };
    this.#kept = { of, shown };
    return shown;
  }
}

/** Of the channels of the probabilities: regions, or background and labels. */
function channelNames({ result, probabilityChannels }: OpenedCase): readonly string[] {
  const { regions, labels } = result.scheme;
  const nameOf = (channel: number) =>
    regions[channel]?.name ?? labels.find(({ value }) => value === channel)?.name ?? `${channel}`;
  return Array.from({ length: probabilityChannels }, (_, channel) => nameOf(channel));
}

function said(name: string | Sentence): string {
  return typeof name === 'string' ? name : say(name, spoken(), undefined);
}

function modesOf({ hasPatterns }: OpenedCase): readonly OverlayMode[] {
  const modes: OverlayMode[] = ['reference', 'prediction', 'errors'];
  return hasPatterns ? [...modes, 'reconstruction'] : modes;
}

function structuresOf({ result }: OpenedCase): readonly StructureChoice[] {
  return [...result.regionScores, ...result.labelScores];
}
