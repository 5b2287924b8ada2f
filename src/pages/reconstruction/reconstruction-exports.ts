import '@awesome.me/webawesome/dist/components/popover/popover.js';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { SAVED, saveReconstruction } from '../../app/reconstruction/reconstruction-export.ts';
import type { AppState } from '../../app/state.ts';
import { coloursOfChanges } from '../../ui/labels/change-colours.ts';
import { laboratoryExportWords as text } from '../../core/messages/reconstruction-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';

/** The button of the bar that saves what the laboratory shows: label maps, colour tables, tables. */
@customElement('reconstruction-exports')
export class ReconstructionExports extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;

  static override styles = [
    baseStyles,
    css`
      .export {
        display: flex;
        gap: var(--s2);
        align-items: center;
        height: 30px;
        padding: 0 var(--s3);
        border: 1px solid var(--control);
        border-radius: var(--r2);
        font: 500 var(--t-body) var(--font);
        white-space: nowrap;
      }
      .export:hover {
        background: var(--hover);
      }
      wa-popover::part(body) {
        display: grid;
        padding: 6px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r2);
        background: var(--raised);
        color: var(--text);
        font: 400 var(--t-table) var(--font);
      }
      .choice {
        display: flex;
        gap: var(--s5);
        justify-content: space-between;
        width: 100%;
        padding: 5px 8px;
        border-radius: var(--r1);
        white-space: nowrap;
      }
      .choice:hover {
        background: var(--hover);
      }
      small {
        color: var(--text-3);
        font-size: 11.5px;
      }
    `,
  ];

  protected override render() {
    const { laboratory, opened } = this.state;
    const numbers = laboratory?.shown?.numbers;
    if (!numbers || laboratory.of !== opened) return nothing;
    const files =
      laboratory.opened.source === 'labels' ? SAVED.filter((saved) => !isOfChanges(saved)) : SAVED;
    return html`<button class="export" id="export">
        <dl-icon name="download"></dl-icon>${this.say(text.button)}
      </button>
      <wa-popover for="export" placement="bottom-end" distance="6" without-arrow>
        ${files.map(
          (saved) =>
            html`<button
              class="choice"
              data-popover="close"
              @click=${() => saveReconstruction(this.app, saved, coloursOfChanges(numbers.result))}
            >
              ${this.say(text[saved])} <small>${ENDINGS[saved]}</small>
            </button>`,
        )}
      </wa-popover>`;
  }
}

const ENDINGS = {
  labels: '.nii.gz',
  changes: '.nii.gz',
  snap: '.txt',
  slicer: '.ctbl',
  json: '.json',
  scores: '.csv',
  patterns: '.csv',
} as const;

const isOfChanges = (saved: keyof typeof ENDINGS) =>
  saved === 'changes' || saved === 'snap' || saved === 'slicer';

declare global {
  interface HTMLElementTagNameMap {
    'reconstruction-exports': ReconstructionExports;
  }
}
