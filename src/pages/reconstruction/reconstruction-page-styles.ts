import { css } from 'lit';

/** Viewer left, the rule and what follows from it right; from 1700 px the viewer takes the growth. */
export const reconstructionPageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(360px, 35fr) minmax(0, 65fr);
    min-width: 0;
    min-height: 0;
  }
  @media (min-width: 1700px) {
    :host {
      grid-template-columns: minmax(0, 1fr) 1020px;
    }
  }
  reconstruction-viewer {
    border-right: 1px solid var(--line);
  }
  .numbers {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
    min-height: 0;
    padding: 12px 20px 10px;
    overflow: hidden auto;
  }
  .numbers > * {
    flex: none;
  }
  h1 {
    margin: 0;
    font: 550 var(--t-sentence) var(--font);
    text-wrap: pretty;
  }
  .finding {
    display: grid;
    gap: 4px;
  }
  .verdict {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    color: var(--text-2);
  }
  .verdict span {
    flex: 0 1 auto;
  }
  .rule {
    display: grid;
    gap: 2px;
  }
  .bottom {
    display: grid;
    grid-template-columns: minmax(300px, 33fr) minmax(0, 67fr);
    gap: 12px 24px;
  }
  .note {
    padding: 12px 16px;
    border: 1px dashed var(--control);
    border-radius: var(--r2);
    color: var(--text-2);
  }
  .empty {
    display: grid;
    grid-column: 1 / -1;
    gap: 12px;
    place-content: center;
    justify-items: center;
    padding: var(--s5);
    text-align: center;
  }
  .empty p {
    max-width: 560px;
    padding: 16px 20px;
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
      gap: 8px;
      padding: 10px 16px 6px;
    }
    .bottom {
      column-gap: 18px;
    }
  }
  @media (max-width: 900px) {
    :host {
      display: block;
      overflow: hidden auto;
    }
    reconstruction-viewer {
      height: 78vh;
    }
    .numbers {
      overflow: visible;
    }
    .bottom {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
