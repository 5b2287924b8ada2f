import '@awesome.me/webawesome/dist/components/popover/popover.js';
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { moveTo } from '../../app/case/view-case.ts';
import { act } from '../../app/report-error.ts';
import { saveFile } from '../../app/save-file.ts';
import { saveSession } from '../../app/session/save-session.ts';
import type { AppState } from '../../app/state.ts';
import { pictureWords as words } from '../../core/messages/pictures.ts';
import { sessionWords } from '../../core/messages/session.ts';
import { sliceGeometry } from '../../core/volume/slice-geometry.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import { filmType, recordFilm } from '../../ui/pictures/film.ts';
import { sayLegend } from '../../ui/pictures/legend-lines.ts';
import { formatLegendSvg } from '../../ui/pictures/legend-svg.ts';
import { pictureOfViewer } from '../../ui/pictures/picture-of-viewer.ts';
import type { DlViewer } from '../../ui/viewer/dl-viewer.ts';

const SCALES = [1, 2, 4];

/** What can be taken out of the slices: pictures, their legend, a film; and the session. */
@customElement('pictures-part')
export class PicturesPart extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  /** The slices that are pictured. */
  @property({ attribute: false }) viewer: () => DlViewer | null = () => null;
  /** Slices recorded so far; null while no film is recorded. */
  @state() private filming: { readonly done: number; readonly of: number } | null = null;

  static override styles = [
    baseStyles,
    css`
      .menu {
        display: grid;
        gap: 2px;
        min-width: 190px;
      }
      .menu button {
        height: 28px;
        padding: 0 8px;
        border-radius: var(--r1);
      }
      .menu button:hover {
        background: var(--hover);
      }
      .menu button:disabled {
        background: none;
        color: var(--text-3);
        cursor: default;
      }
      .menu .caption {
        max-width: 220px;
        padding: 0 8px 4px;
      }
    `,
  ];

  protected override render() {
    const { filming } = this;
    const canFilm = filmType() !== null;
    return html`<button
        class="icon-button"
        id="save"
        aria-label=${this.say(words.save)}
        title=${this.say(words.save)}
      >
        <dl-icon name="download"></dl-icon>
      </button>
      <wa-popover for="save" placement="bottom-end" distance="6" without-arrow>
        <div class="menu">
          ${SCALES.map(
            (scale) =>
              html`<button title=${this.say(words.scaleTitle)} @click=${() => this.#savePicture(scale)}>
                ${this.say(words.scale, { scale })}
              </button>`,
          )}
          <button @click=${() => this.#saveLegend()}>${this.say(words.legend)}</button>
          <button ?disabled=${!canFilm} @click=${() => this.#toggleFilm()}>
            ${filming ? this.say(words.filming, filming) : this.say(words.film)}
          </button>
          ${canFilm ? '' : html`<p class="caption">${this.say(words.noFilm)}</p>`}
          <button title=${this.say(sessionWords.saveTitle)} @click=${() => saveSession(this.app)}>
            ${this.say(sessionWords.save)}
          </button>
        </div>
      </wa-popover>`;
  }

  #legend() {
    return sayLegend(this.viewer()?.overlay?.legend ?? [], spoken());
  }

  #name(): string {
    return this.state.opened?.result.name ?? 'case';
  }

  #savePicture(scale: number): Promise<void> {
    return act(this.app, async () => {
      const viewer = this.viewer();
      const canvas = viewer && pictureOfViewer(viewer, scale, this.#legend());
      const blob = canvas && (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve)));
      if (blob) saveFile(`${this.#name()}_${scale}x.png`, blob, 'image/png');
    });
  }

  #saveLegend(): void {
    saveFile(`${this.#name()}_legend.svg`, formatLegendSvg(this.#legend()), 'image/svg+xml');
  }

  async #toggleFilm(): Promise<void> {
    if (this.filming) {
      this.filming = null; // the next picture ends it
      return;
    }
    const { app } = this;
    const { opened, voxel, view } = app.store.state;
    const type = filmType();
    const viewer = this.viewer();
    if (!opened || !viewer || type === null) return;
    const { normal } = sliceGeometry(opened.result.grid, view.plane);
    const of = opened.result.grid.size[normal];
    this.filming = { done: 0, of };
    await act(app, async () => {
      const film = await recordFilm(type, of, async (step) => {
        if (!this.filming || app.store.state.opened !== opened) return null;
        this.filming = { done: step + 1, of };
        const at: [number, number, number] = [...voxel];
        at[normal] = step;
        await moveTo(app, at);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        return pictureOfViewer(viewer, 1, this.#legend());
      });
      if (film) saveFile(`${this.#name()}.webm`, film, 'video/webm');
    });
    this.filming = null;
    if (app.store.state.opened === opened) await moveTo(app, voxel);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pictures-part': PicturesPart;
  }
}
