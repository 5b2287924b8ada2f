import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { conditionText } from '../../core/runs/condition-texts.ts';
import { trainerWords } from '../../core/messages/run-compare.ts';
import { conditionWords } from '../../core/messages/runs.ts';
import { runsPageWords } from '../../core/messages/runs-page.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { knownTrainer } from '../../core/runs/run-trainers.ts';
import type { ConditionKey, RunConditions } from '../../core/runs/run.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';

/** Shown in the line; the rest stands in the table of conditions. */
const SHOWN: readonly ConditionKey[] = ['trainer', 'configuration', 'patchSize', 'batchSize', 'oversampling'];

/** Under which conditions a run was trained, in one line: what is not known is left out. */
@customElement('dl-run-conditions')
export class DlRunConditions extends DlElement {
  @property({ attribute: false }) conditions!: RunConditions;
  /** Of the whole run; null where no times are logged. */
  @property({ attribute: false }) hours: number | null = null;

  static override styles = [
    baseStyles,
    css`
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        margin: 0;
      }
      div {
        min-width: 0;
      }
      dt {
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      dd {
        margin: 0;
        max-width: 220px;
      }
    `,
  ];

  protected override render() {
    const { trainingCases, validationCases, torch, gpu, trainer } = this.conditions;
    const known = trainer === null ? null : knownTrainer(trainer);
    const note = known && this.say<unknown>(trainerWords[known.code] as Sentence<unknown>, known.facts);
    const cases =
      trainingCases === null ? '' : [trainingCases, validationCases].filter((n) => n !== null).join(' + ');
    const machine = [torch?.replace(/\+.*$/, ''), gpu?.replace(/^NVIDIA (GeForce )?/, '')]
      .filter(Boolean)
      .join(', ');
    const entries = [
      ...SHOWN.map((key) => ({
        name: this.say(conditionWords[key]),
        text: conditionText(this.conditions[key]),
        title: key === 'trainer' && note ? note : '',
      })),
      { name: this.say(runsPageWords.cases), text: cases, title: this.say(runsPageWords.casesTitle) },
      {
        name: this.say(runsPageWords.machine),
        text: machine,
        title: [torch, gpu].filter(Boolean).join(', '),
      },
      {
        name: this.say(runsPageWords.time),
        text: this.hours === null ? '' : this.say(runsPageWords.hours, { hours: this.hours }),
        title: '',
      },
    ];
    return html`<dl>
      ${entries
        .filter(({ text }) => text !== '')
        .map(
          ({ name, text, title }) =>
            html`<div>
              <dt>${name}</dt>
              <dd class="cut" title=${title || text}>${text}</dd>
            </div>`,
        )}
    </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-conditions': DlRunConditions;
  }
}
