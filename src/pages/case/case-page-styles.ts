import { css } from 'lit';

/** Viewer left, numbers right; from 1700 px the viewer takes the growth. */
export const casePageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(360px, 39fr) minmax(0, 61fr);
    min-width: 0;
    min-height: 0;
  }
  @media (min-width: 1700px) {
    :host {
      grid-template-columns: minmax(0, 1fr) 1040px;
    }
  }
  .viewer {
    display: grid;
    grid-template-rows: 44px minmax(0, 1fr) auto;
    min-width: 0;
    min-height: 0;
    border-right: 1px solid var(--line);
  }
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    padding-right: var(--s2);
    min-width: 0;
  }
  dl-viewer-toolbar {
    padding: 0 var(--s3);
    min-width: 0;
  }
  .piece {
    display: flex;
    align-items: center;
    gap: var(--s2);
    height: 30px;
    padding: 0 var(--s3);
    border-top: 1px solid var(--line);
    color: var(--text-2);
    font: 400 var(--t-table) var(--font);
  }
  .piece .cut {
    flex: 1;
  }
  .numbers {
    display: flex;
    flex-direction: column;
    gap: 14px;
    min-width: 0;
    min-height: 0;
    padding: 14px 20px 10px;
    overflow: hidden auto;
  }
  h1 {
    margin: 0;
    font: 550 var(--t-sentence) var(--font);
    text-wrap: pretty;
  }
  dl-score-tables {
    flex: none;
  }
  .proof {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    flex: none;
    gap: 20px;
    height: clamp(252px, 35.5vh, 400px);
  }
  .proof.with-account {
    grid-template-columns: minmax(0, 1fr) minmax(340px, 372px);
  }
  dl-joint-matrix {
    min-width: 0;
    min-height: 0;
  }
  dl-account {
    align-self: start;
    max-height: 100%;
    overflow: auto;
  }
  .export {
    display: flex;
    align-items: center;
    gap: 6px;
    height: 30px;
    padding: 0 10px;
    border: 1px solid var(--control);
    border-radius: var(--r2);
    font-weight: 500;
    white-space: nowrap;
  }
  .export:hover {
    background: var(--hover);
  }
  .exports {
    display: flex;
    gap: var(--s2);
  }
  @media (max-width: 1320px) {
    .export dl-icon {
      display: none;
    }
    h1 {
      font-size: 15px;
      letter-spacing: -0.01em;
    }
    .numbers {
      gap: 9px;
      padding: 9px 16px 4px;
    }
  }
  @media (max-width: 1180px) {
    .exports {
      gap: 4px;
    }
    .export {
      padding: 0 6px;
    }
  }
  @media (max-width: 900px) {
    :host {
      display: block;
      overflow: hidden auto;
    }
    .viewer {
      grid-template-rows: auto minmax(0, 1fr) auto;
      height: 78vh;
      border-right: 0;
    }
    .numbers {
      overflow: visible;
    }
    .proof.with-account {
      grid-template: 300px auto / minmax(0, 1fr);
      height: auto;
    }
  }
`;
