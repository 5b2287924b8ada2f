import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { choose, stepPiece } from '../../app/case/view-case.ts';
import { defineRegions, type RegionDraft } from '../../app/case/define-regions.ts';
import { exportCase } from '../../app/case/export-case.ts';
import { openFiles } from '../../app/case/open-files.ts';
import type { AppState, OpenedCase } from '../../app/state.ts';
import { formatMl } from '../../core/text/format.ts';
import { voxelVolumeMl } from '../../core/volume/grid.ts';
import { sayHeadline } from '../../core/case/headline.ts';
import { exportWords, pieceWords } from '../../core/messages/shell.ts';
import type { Selection, StructureRef } from '../../core/labels/selection.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import '../../ui/case/dl-account.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/case/dl-joint-matrix.ts';
import '../../ui/case/dl-pattern-strip.ts';
import '../../ui/case/dl-region-editor.ts';
import '../../ui/case/dl-score-tables.ts';
import '../../ui/case/dl-warnings.ts';
import { casePageStyles } from './case-page-styles.ts';
import { followKeys } from './case-keys.ts';
import { CaseViewer } from './case-viewer.ts';
import { drawInParts } from '../draw-in-parts.ts';
import { showsErrors } from './errors-there.ts';
import './empty-case.ts';

/** Parts of the page beside the toolbar. */
const PARTS = 5;

/**
 * One case: looking and counting are one act, slices left, numbers right. When it is first filled its parts are
 * drawn in a task each, so that none keeps the page from answering.
 */
@customElement('case-page')
export class CasePage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  @state() private editingRegions = false;
  @state() private drawn = 0;
  #isDrawing = false;
  #unfollow: (() => void) | null = null;
  readonly #viewerPart = new CaseViewer(
    () => this.app,
    () => this.requestUpdate(),
  );

  static override styles = [baseStyles, casePageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unfollow = followKeys(this.app);
  }

  override disconnectedCallback(): void {
    this.#unfollow?.();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    if (!this.state.opened || this.#isDrawing) return;
    this.#isDrawing = true;
    drawInParts(this.app, PARTS, (drawn) => (this.drawn = drawn));
  }

  protected override render() {
    const { opened } = this.state;
    if (!opened) {
      return this.state.pending > 0 && this.state.files.length === 0
        ? nothing
        : html`<empty-case
            .files=${this.state.files}
            @files-open=${(event: CustomEvent<Parameters<typeof openFiles>[1]>) =>
              openFiles(this.app, event.detail)}
          ></empty-case>`;
    }
    const hasErrors = showsErrors(this.state, () => this.requestUpdate());
    return html`${this.#viewer(opened, hasErrors)}
    ${this.drawn < 2 ? nothing : this.#numbers(opened, hasErrors)}`;
  }

  #viewer(opened: OpenedCase, hasErrors: boolean) {
    return html`<section class="viewer">
      <div class="bar" @selection-change=${this.#choose}>
        ${this.#viewerPart.toolbar(this.state, opened)}${this.#saving()}
      </div>
      ${this.drawn < 1 ? html`<div></div>` : this.#viewerPart.slices(this.state, opened)}
      ${hasErrors ? html`<errors-strip .app=${this.app} .state=${this.state}></errors-strip>` : this.#pieces(opened)}
    </section>`;
  }

  /** Pictures and the session out; the code comes when the page has been drawn. */
  #saving() {
    if (this.drawn >= PARTS) void import('./pictures-part.ts');
    return html`<pictures-part
      .app=${this.app}
      .state=${this.state}
      .viewer=${() => this.renderRoot.querySelector('dl-viewer')}
    ></pictures-part>`;
  }

  #pieces({ result }: OpenedCase) {
    const { pieces, piece } = this.state;
    if (!pieces) return nothing;
    const chosen = pieces.pieces[piece];
    const step = (by: 1 | -1) => () => stepPiece(this.app, by);
    const text = chosen
      ? this.say(pieceWords.piece, {
          at: piece + 1,
          count: pieces.count,
          voxels: chosen.voxels,
          ml: formatMl(chosen.voxels * voxelVolumeMl(result.grid)),
        })
      : this.say(pieceWords.none);
    const button = (name: 'chevron-left' | 'chevron-right', label: string, by: 1 | -1) =>
      html`<button
        class="icon-button"
        aria-label=${label}
        title=${label}
        ?disabled=${pieces.pieces.length < 2}
        @click=${step(by)}
      >
        <dl-icon name=${name}></dl-icon>
      </button>`;
    return html`<div class="piece">
      <span class="cut" role="status">${text}</span>
      ${button('chevron-left', this.say(pieceWords.previous), -1)}
      ${button('chevron-right', this.say(pieceWords.next), 1)}
    </div>`;
  }

  #numbers(opened: OpenedCase, hasErrors: boolean) {
    const { state, app } = this;
    if (hasErrors) {
      return html`<section class="numbers">
        <errors-panel .app=${app} .state=${state}></errors-panel>
      </section>`;
    }
    const { result } = opened;
    const { selection } = state;
    const structure = this.#structure(opened);
    const account = state.accountOpen && structure !== null;
    return html`<section class="numbers" @selection-change=${this.#choose}>
      <h1>${sayHeadline(result, spoken())}</h1>
      <dl-warnings
        .warnings=${[...result.warnings, ...state.channelWarnings]}
        ?hidden=${result.warnings.length + state.channelWarnings.length === 0}
      ></dl-warnings>
      ${
        this.editingRegions
          ? html`<dl-region-editor
              .labels=${result.labelScores.map(({ labels: [value], name }) => ({ value, name }))}
              .regions=${result.scheme.regions}
              ?revertible=${state.regionsByHand !== null}
              @regions-change=${({ detail }: CustomEvent<readonly RegionDraft[] | null>) =>
                defineRegions(app, detail)}
              @editor-close=${() => (this.editingRegions = false)}
            ></dl-region-editor>`
          : nothing
      }
      <dl-score-tables
        .result=${result}
        .selection=${selection}
        ?raw=${state.raw}
        @raw-change=${({ detail }: CustomEvent<boolean>) => app.store.change({ raw: detail })}
        @regions-edit=${() => (this.editingRegions = true)}
      >
        <span slot="actions" class="exports">
          <button
            class="export"
            title=${this.say(exportWords.errorsTitle)}
            @click=${() => app.store.change({ errorsShown: true })}
          >
            <dl-icon name="list"></dl-icon>${this.say(exportWords.errors)}
          </button>
          <button class="export" @click=${() => exportCase(app, 'csv')}>
            <dl-icon name="download"></dl-icon>${this.say(exportWords.exportCsv)}
          </button>
          <button class="export" @click=${() => exportCase(app, 'json')}>
            <dl-icon name="download"></dl-icon>${this.say(exportWords.exportJson)}
          </button>
        </span>
      </dl-score-tables>
      <div class="proof ${account ? 'with-account' : ''}">
        ${
          this.drawn < 3
            ? nothing
            : html`<dl-joint-matrix
                .result=${result}
                .selection=${selection}
                .structure=${structure}
              ></dl-joint-matrix>`
        }
        ${
          account && this.drawn >= 4
            ? html`<dl-account
                .result=${result}
                .structure=${structure}
                .selection=${selection}
                ?raw=${state.raw}
                .why=${result.scheme.regions.length > 0 ? '#/why' : ''}
                @account-close=${() => app.store.change({ accountOpen: false })}
              ></dl-account>`
            : nothing
        }
      </div>
      ${
        result.patterns && this.drawn >= PARTS
          ? html`<dl-pattern-strip
              .result=${result}
              .selection=${selection}
              laboratory="#/reconstruction"
            ></dl-pattern-strip>`
          : nothing
      }
    </section>`;
  }

  /** The structure whose account is open: the one chosen, or the reference label of a chosen cell. */
  #structure({ result }: OpenedCase): StructureRef | null {
    const { selection } = this.state;
    if (selection?.kind === 'structure') return selection.structure;
    if (selection?.kind !== 'cell') return null;
    const value = selection.reference || selection.predicted;
    return result.labelScores.some(({ labels: [label] }) => label === value)
      ? { kind: 'label', value }
      : null;
  }

  #choose(event: CustomEvent<Selection>): void {
    void choose(this.app, event.detail);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-page': CasePage;
  }
}
