import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { startAudit, stopAudit } from '../../app/reconstruction/reconstruction-audit.ts';
import { moveTogether, openLaboratory } from '../../app/reconstruction/reconstruction-open.ts';
import { countPieces } from '../../app/reconstruction/reconstruction-pieces.ts';
import {
  changeRule,
  endGesture,
  isSame,
  resetRule,
  undoRule,
} from '../../app/reconstruction/reconstruction-rule.ts';
import type { Laboratory, RuleNumbers } from '../../app/reconstruction/reconstruction-state.ts';
import { chooseInLaboratory, refreshLaboratory } from '../../app/reconstruction/reconstruction-view.ts';
import type { AppState, OpenedCase } from '../../app/state.ts';
import { moveTo } from '../../app/case/view-case.ts';
import { sayVerdict } from '../../core/reconstruction/audit.ts';
import type { PatternRow } from '../../core/case/case-result.ts';
import { auditPageWords, ruleWords } from '../../core/messages/reconstruction-page.ts';
import { sayReconstructionCost } from '../../core/reconstruction/reconstruction-cost.ts';
import { NNUNET_THRESHOLD } from '../../core/reconstruction/rule.ts';
import { keyOfRow } from '../../core/reconstruction/rule-selection.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import type { EvidenceChoice } from '../../ui/reconstruction/dl-audit.ts';
import '../../ui/reconstruction/dl-audit.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/reconstruction/dl-rule-bar.ts';
import '../../ui/reconstruction/dl-rule-change.ts';
import '../../ui/reconstruction/dl-rule-checks.ts';
import '../../ui/reconstruction/dl-rule-patterns.ts';
import type { RuleEdit } from '../../ui/reconstruction/dl-rule-table.ts';
import '../../ui/reconstruction/dl-rule-table.ts';
import type { StructureChoice } from '../../ui/reconstruction/dl-three-ways.ts';
import '../../ui/reconstruction/dl-three-ways.ts';
import './reconstruction-exports.ts';
import { drawInParts } from '../draw-in-parts.ts';
import { followLaboratoryKeys } from './reconstruction-keys.ts';
import { reconstructionPageStyles } from './reconstruction-page-styles.ts';
import './reconstruction-viewer.ts';

/** Parts of the page beside the slices. */
const PARTS = 5;

/**
 * The reconstruction laboratory: what one changes is on top, all else follows. When it is first filled its parts are
 * drawn in a task each, so that none keeps the page from answering.
 */
@customElement('reconstruction-page')
export class ReconstructionPage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  @state() private drawn = 0;
  #isDrawing = false;
  #unfollow: (() => void) | null = null;
  /** What the slices were asked for last. */
  #place: readonly unknown[] = [];

  static override styles = [baseStyles, reconstructionPageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unfollow = followLaboratoryKeys(() => this.app);
  }

  override disconnectedCallback(): void {
    this.#unfollow?.();
    void moveTo(this.app, this.app.store.state.voxel); // the case page's slices follow the crosshair
    super.disconnectedCallback();
  }

  protected override updated(): void {
    const { laboratory, opened, voxel, channel, channels } = this.state;
    void openLaboratory(this.app);
    if (laboratory?.shown && !this.#isDrawing) {
      this.#isDrawing = true;
      drawInParts(this.app, PARTS, (drawn) => (this.drawn = drawn));
    }
    const place = [laboratory?.of, voxel, channel, channels];
    const moved = place.some((part, i) => part !== this.#place[i]);
    this.#place = place;
    if (moved && laboratory?.shown && laboratory.of === opened) void refreshLaboratory(this.app);
  }

  protected override render() {
    const { opened, laboratory } = this.state;
    if (!opened) return nothing;
    if (opened.result.scheme.regions.length === 0) return this.#empty();
    return html`<reconstruction-viewer .app=${this.app} .state=${this.state}></reconstruction-viewer>
      <section class="numbers">
        ${laboratory?.shown && laboratory.of === opened ? this.#numbers(laboratory, laboratory.shown.numbers, opened) : nothing}
      </section>`;
  }

  #empty() {
    return html`<div class="empty">
      <p>
        ${this.say(ruleWords.noRegions)}
        <a class="link" href="#/case">${this.say(ruleWords.defineRegions)}</a>
      </p>
    </div>`;
  }

  #numbers(laboratory: Laboratory, numbers: RuleNumbers, { result: { scheme } }: OpenedCase) {
    const { app } = this;
    const { opened, choice } = laboratory;
    const { result } = numbers;
    const labelsOnly = opened.source === 'labels';
    if (this.drawn < 1) return nothing;
    const noRule = html`<p class="note">${this.say(ruleWords.labelsOnly)}</p>`;
    const rule = () => (this.drawn < 2 ? nothing : this.#rule(laboratory, numbers));
    return html`${this.#finding(laboratory, numbers)} ${labelsOnly ? noRule : rule()}
      <div class="bottom">
        ${
          this.drawn < 4
            ? nothing
            : html`<dl-three-ways
                .result=${result}
                .chosen=${choice?.kind === 'structure' ? choice : null}
                .masks=${!labelsOnly}
                @structure-choose=${({ detail }: CustomEvent<StructureChoice>) =>
                  chooseInLaboratory(app, { kind: 'structure', ...detail })}
              ></dl-three-ways>`
        }
        ${this.drawn < PARTS ? nothing : this.#patterns(laboratory, numbers)}
      </div>
      ${
        opened.hasLabelMap
          ? html`<dl-audit
              id="audit"
              .phase=${laboratory.audit.kind}
              .audit=${laboratory.audit.kind === 'done' ? laboratory.audit.opened.audit : null}
              .scheme=${scheme}
              .chosen=${choice?.kind === 'evidence' ? choice : null}
              @evidence-choose=${({ detail }: CustomEvent<EvidenceChoice>) =>
                chooseInLaboratory(app, { kind: 'evidence', ...detail })}
              @audit-start=${() => startAudit(app)}
              @audit-stop=${() => stopAudit(app)}
            ></dl-audit>`
          : nothing
      }`;
  }

  #patterns({ opened, choice, pieceCounts }: Laboratory, { result }: RuleNumbers) {
    const { app } = this;
    return html`<dl-rule-patterns
      .result=${result}
      .chosen=${choice?.kind === 'pattern' ? keyOfRow(choice) : ''}
      .pieces=${pieceCounts}
      ?implied=${opened.source === 'labels'}
      @pattern-choose=${({ detail: { pattern, writes } }: CustomEvent<PatternRow>) =>
        chooseInLaboratory(app, { kind: 'pattern', pattern, writes })}
      @rows-shown=${({ detail }: CustomEvent<readonly PatternRow[]>) => countPieces(app, detail)}
    ></dl-rule-patterns>`;
  }

  #finding({ opened, audit }: Laboratory, { result, rule }: RuleNumbers) {
    const nnunet = isSame(rule, opened.rule) ? null : opened.nnunet;
    return html`<div class="finding">
      <h1>
        ${
          opened.source === 'labels'
            ? this.say(ruleWords.labelsTitle)
            : sayReconstructionCost(result, nnunet, spoken())
        }
      </h1>
      ${
        opened.findings
          ? html`<dl-rule-checks .findings=${opened.findings} .order=${opened.rule.writes}></dl-rule-checks>`
          : nothing
      }
      ${
        audit.kind === 'done'
          ? html`<p class="verdict">
              <dl-icon
                name=${audit.opened.audit.matches === 'nnunet' ? 'circle-check' : 'triangle-alert'}
              ></dl-icon>
              <span>${sayVerdict(audit.opened.audit, result.scheme, spoken())}</span>
              <button class="link" @click=${() => this.renderRoot.querySelector('#audit')?.scrollIntoView()}>
                ${this.say(auditPageWords.show)}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  #rule(laboratory: Laboratory, { result, changed, rule: shown }: RuleNumbers) {
    const { app } = this;
    const { rule, opened, curves, together, before } = laboratory;
    const thresholds = opened.source === 'probabilities';
    return html`<div
      class="rule"
      @rule-change=${({ detail }: CustomEvent<RuleEdit>) => changeRule(app, detail.rule, detail.gesture)}
      @rule-settle=${() => endGesture(app)}
    >
      <dl-rule-bar
        .rule=${rule}
        ?together=${together}
        .thresholds=${thresholds}
        ?undoable=${before.length > 0}
        ?resettable=${!isSame(rule, opened.rule)}
        @together-change=${({ detail }: CustomEvent<boolean>) => moveTogether(app, detail)}
        @rule-undo=${() => undoRule(app)}
        @rule-reset=${() => resetRule(app)}
      ></dl-rule-bar>
      ${
        this.drawn < 3
          ? nothing
          : html`<dl-rule-table
              .rule=${rule}
              .scheme=${result.scheme}
              .curves=${curves}
              ?stale=${laboratory.curvesOf !== rule}
              ?together=${together}
              .thresholds=${thresholds}
            ></dl-rule-table>`
      }
      <dl-rule-change
        .result=${result}
        .changed=${changed}
        ?own=${isSame(shown, opened.rule)}
        ?tuned=${rule.thresholds.some((threshold) => threshold !== NNUNET_THRESHOLD)}
      ></dl-rule-change>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reconstruction-page': ReconstructionPage;
  }
}
