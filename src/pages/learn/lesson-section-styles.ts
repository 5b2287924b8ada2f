import { css } from 'lit';

/** Text asks, the figure answers: title, two columns of text, one wide figure. */
export const lessonSectionStyles = css`
  article {
    max-width: 1240px;
    margin: 0 auto;
  }
  .place {
    color: var(--text-3);
    font: 400 var(--t-table) var(--font);
  }
  h1 {
    margin: 2px 0 var(--s3);
    font: 600 var(--t-title) var(--font);
    text-wrap: balance;
  }
  .text {
    columns: 2;
    column-gap: var(--s7);
    max-width: 1080px;
    padding-bottom: var(--s4);
    color: var(--text-2);
    font: 400 var(--t-lesson) var(--font);
  }
  .text p {
    margin-bottom: var(--s2);
    break-inside: avoid;
    text-wrap: pretty;
  }
  b {
    color: var(--text);
    font-weight: 600;
  }
  lesson-figure {
    padding-top: var(--s3);
    border-top: 1px solid var(--line);
  }
  .sources {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    margin-top: var(--s2);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  cite {
    min-width: 0;
    overflow-wrap: anywhere;
    font-style: normal;
  }
  .questions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(300px, 1fr));
    gap: var(--s3) var(--s7);
    margin-top: var(--s4);
    padding-top: var(--s4);
    border-top: 1px solid var(--line);
  }
  .questions h2 {
    grid-column: 1 / -1;
  }
  .question > p {
    font: 400 var(--t-lesson) var(--font);
    text-wrap: pretty;
  }
  summary {
    width: fit-content;
    min-height: 24px;
    margin-top: var(--s1);
    color: var(--text-2);
    cursor: pointer;
  }
  details p {
    margin-top: var(--s1);
    font: 400 var(--t-body) var(--font);
    text-wrap: pretty;
  }
  small {
    color: var(--text-3);
    font-size: 12px;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3) var(--s5);
    align-items: center;
    margin-top: var(--s4);
    padding-top: var(--s3);
    border-top: 1px solid var(--line);
    font: 400 var(--t-body) var(--font);
  }
  .ways .link {
    min-height: 24px;
    line-height: 24px;
    white-space: normal;
  }
  .quiet {
    color: var(--text-2);
  }
  .space {
    flex: 1;
  }
  .try {
    padding: 5px var(--s3);
    border-radius: var(--r2);
    background: var(--invert-bg);
    color: var(--invert-text);
    font-weight: 500;
    text-decoration: none;
  }
  :host([view='present']) article {
    max-width: none;
  }
  :host([view='present']) lesson-figure {
    zoom: 1.35;
  }
  :host([view='present']) :is(.text, .sources) {
    display: none; /* it is the presenter who speaks */
  }
  :host([view='present']) h1 {
    font-size: 38px;
    line-height: 48px;
  }
  :host([view='present']) .place {
    font-size: 16px;
    line-height: 24px;
  }
  :host([view='handout']) article {
    padding-bottom: var(--s6);
  }
  @media (max-width: 900px) {
    .text {
      columns: 1;
    }
    h1 {
      font-size: 22px;
      line-height: 28px;
    }
  }
  @media print {
    article {
      break-inside: avoid;
    }
  }
`;
