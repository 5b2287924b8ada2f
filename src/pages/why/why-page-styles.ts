import { css } from 'lit';

/** Claim and proof left, the place right; from 1700 px the slices take the growth. */
export const whyPageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 64fr) minmax(360px, 36fr);
    min-width: 0;
    min-height: 0;
  }
  @media (min-width: 1700px) {
    :host {
      grid-template-columns: 1060px minmax(0, 1fr);
    }
  }
  .numbers {
    display: flex;
    flex-direction: column;
    gap: 18px;
    min-width: 0;
    min-height: 0;
    padding: 12px 20px 16px;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  .numbers > * {
    flex: none;
  }
  h1 {
    margin: 0;
    font: 550 var(--t-sentence) var(--font);
    text-wrap: pretty;
  }
  .claim {
    display: flex;
    gap: 16px;
    align-items: flex-start;
  }
  .claim h1 {
    flex: 1;
  }
  .tools {
    display: inline-flex;
    flex: none;
    gap: 6px;
    align-items: center;
    height: 28px;
    padding: 0 10px;
    border: 1px solid var(--control);
    border-radius: var(--r2);
    font-weight: 500;
    white-space: nowrap;
  }
  .tools:hover {
    background: var(--hover);
  }
  .tools[aria-expanded='true'] {
    background: var(--sel);
  }
  .lead {
    color: var(--text);
    font-weight: 600;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  .title {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 30px;
  }
  .title .caption {
    margin-left: auto;
  }
  .sentence {
    color: var(--text-2);
    line-height: 19px;
    text-wrap: pretty;
  }
  .sentence b {
    color: var(--text);
    font-weight: 600;
  }
  .empty {
    display: grid;
    grid-column: 1 / -1;
    place-content: center;
    padding: var(--s5);
  }
  .note {
    padding: 10px 14px;
    border: 1px dashed var(--control);
    border-radius: var(--r2);
    color: var(--text-2);
  }
  @media (max-width: 1320px) {
    h1 {
      font-size: 15px;
      letter-spacing: -0.01em;
    }
    .numbers {
      gap: 12px;
      padding: 9px 16px 8px;
    }
  }
  @media (max-width: 900px) {
    :host {
      display: block;
      overflow: hidden auto;
    }
    .numbers {
      overflow: visible;
    }
  }
`;
