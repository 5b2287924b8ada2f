import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { copyLink } from '../../app/pseudo-dice/pseudo-dice-export.ts';
import type { PatchPictures } from '../../app/pseudo-dice/patch-pictures-state.ts';
import { openOnPseudoDice } from '../../app/pseudo-dice/pseudo-dice-files.ts';
import {
  enterSettings,
  takePlans,
  usableConfigurations,
} from '../../app/pseudo-dice/pseudo-dice-settings.ts';
import type { PseudoDiceState, ShownSimulation } from '../../app/pseudo-dice/pseudo-dice-state.ts';
import { chosenCase, choosePictured, chosenEpoch } from '../../app/pseudo-dice/pseudo-dice-view.ts';
import { act } from '../../app/report-error.ts';
import { countDraws, countPadded } from '../../core/pseudo-dice/epoch-draws.ts';
import type { SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/pseudo-dice/dl-draws-table.ts';
import type { DrawnCase, DrawnStructure } from '../../ui/pseudo-dice/dl-draws-table.ts';
import '../../ui/pseudo-dice/dl-sampler-settings.ts';
import './pseudo-dice-exports.ts';
import { pseudoDiceSidebarStyles } from './pseudo-dice-sidebar-styles.ts';

/** The right column: how patches are drawn, where those of the chosen epoch lie, how often each case was drawn. */
@customElement('pseudo-dice-sidebar')
export class PseudoDiceSidebar extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) pseudo!: PseudoDiceState;

  @property({ attribute: false }) pictures: PatchPictures | null = null;
  /** The code of the pictures is there. */
  @property({ type: Boolean }) parts = false;

  static override styles = [baseStyles, pseudoDiceSidebarStyles];

  protected override render() {
    const { pseudo } = this;
    const { shown, settings, plans, clamps } = pseudo;
    return html`<section>
        <dl-sampler-settings
          .settings=${settings}
          .clamps=${clamps}
          .configurations=${plans ? usableConfigurations(plans.plans) : []}
          .configuration=${plans?.configuration ?? ''}
          ?half=${!pseudo.isPatchChosen}
          .padded=${shown ? countPadded(shown.result.cases, settings.patch) : 0}
          @settings-change=${({ detail }: CustomEvent<Partial<SamplerSettings>>) =>
            enterSettings(this.app, detail)}
          @plans-open=${({ detail }: CustomEvent<File>) =>
            openOnPseudoDice(this.app, [{ name: detail.name, folder: '', blob: detail }])}
          @configuration-choose=${({ detail }: CustomEvent<string>) => this.#configure(detail)}
          @link-copy=${() => act(this.app, copyLink)}
        ></dl-sampler-settings>
      </section>
      ${
        shown && this.parts
          ? html`<section class="pictures">
              <patch-pictures-part .app=${this.app} .pseudo=${pseudo} .pictures=${this.pictures}
                >${this.#draws(pseudo, shown)}</patch-pictures-part
              >
            </section>`
          : nothing
      }
      ${shown ? html`<footer><pseudo-dice-exports .app=${this.app}></pseudo-dice-exports></footer>` : nothing}`;
  }

  #draws(pseudo: PseudoDiceState, { result }: ShownSimulation) {
    const epoch = chosenEpoch(pseudo);
    const draws = countDraws(result.draws, result.cases.length, epoch);
    const { evaluated, structures } = result;
    const cases = result.cases.map(({ name }, i): DrawnCase => ({
      name,
      ...draws[i],
      dice: structures.map(({ key }) => evaluated.cases[i].counts[key]?.dice ?? Number.NaN),
    }));
    return html`<dl-draws-table
      slot="below-slice"
      .cases=${cases}
      .structures=${structures.map((one): DrawnStructure => ({ ...one, labels: labelsOf(one.key) }))}
      .epoch=${epoch}
      .chosen=${chosenCase(pseudo)}
      @case-choose=${({ detail }: CustomEvent<number>) => choosePictured(this.app, detail)}
    ></dl-draws-table>`;
  }

  #configure(name: string): void {
    const { plans } = this.pseudo;
    if (plans) void act(this.app, async () => takePlans(this.app, plans.file, plans.plans, name));
  }
}

/** The labels of a region by its key: "(1, 2, 3)". */
function labelsOf(key: string): number[] {
  return (key.match(/-?\d+/g) ?? []).map(Number);
}

declare global {
  interface HTMLElementTagNameMap {
    'pseudo-dice-sidebar': PseudoDiceSidebar;
  }
}
