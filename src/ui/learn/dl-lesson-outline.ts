import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Lesson } from '../../core/learn/lesson.ts';
import { learnWords as words } from '../../core/messages/learn-frame.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';

/** All lessons with their minutes, and the sections of the one that is open. */
@customElement('dl-lesson-outline')
export class DlLessonOutline extends DlElement {
  @property({ attribute: false }) lessons: readonly Lesson[] = [];
  @property({ attribute: false }) lesson: Lesson | null = null;
  /** Index of the open section. */
  @property({ type: Number }) section = 0;

  static override styles = [
    baseStyles,
    css`
      nav {
        display: grid;
        gap: 10px;
      }
      a {
        display: flex;
        gap: var(--s3);
        align-items: baseline;
        min-height: 24px;
        color: var(--text-2);
        font: 400 var(--t-body) var(--font);
        text-decoration: none;
      }
      a:hover {
        color: var(--text);
      }
      a b {
        flex: 1;
        font-weight: 400;
      }
      a small {
        color: var(--text-3);
        font-size: 12px;
        white-space: nowrap;
      }
      [aria-current] {
        color: var(--text);
      }
      .open b,
      .open small {
        font-weight: 600;
      }
      ol {
        margin: 4px 0 8px;
        padding: 0;
        border-left: 1px solid var(--line-strong);
        list-style: none;
      }
      li a {
        padding: 4px 8px 4px 11px;
        margin-left: -1px;
        border-left: 2px solid transparent;
        font: 400 12.5px/20px var(--font);
      }
      li [aria-current] {
        border-left-color: var(--text);
      }
      @media (max-width: 900px) {
        nav {
          gap: 2px;
        }
      }
    `,
  ];

  protected override render() {
    return html`<nav aria-label=${this.say(words.lessons)}>
      ${this.lessons.map((one) => {
        const isOpen = one === this.lesson;
        return html`<div>
          <a class=${isOpen ? 'open' : ''} href="#/learn/${one.id}" aria-current=${isOpen ? 'true' : nothing}
            ><b>${this.say(one.title)}</b><small>${this.say(words.minutes, one.minutes)}</small></a
          >
          ${isOpen ? this.#sections(one) : nothing}
        </div>`;
      })}
    </nav>`;
  }

  #sections({ id, sections }: Lesson) {
    return html`<ol>
      ${sections.map(
        (section, i) =>
          html`<li>
            <a href="#/learn/${id}/${section.id}" aria-current=${i === this.section ? 'page' : nothing}
              >${this.say(section.short ?? section.title)}</a
            >
          </li>`,
      )}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-lesson-outline': DlLessonOutline;
  }
}
