import { css } from 'lit';

/** A line of claim, own files left, demo and lessons right, what was opened before below. */
export const startPageStyles = css`
  :host {
    min-height: 0;
    overflow: hidden auto;
    container-type: inline-size;
  }
  .page {
    width: min(1160px, 100% - 2 * var(--s5));
    margin: 0 auto;
    padding: clamp(16px, 14vh - 66px, 112px) 0 var(--s6);
  }
  h1 {
    margin: 0;
    font: 600 var(--t-start) var(--font);
    letter-spacing: -0.01em;
  }
  .intro {
    max-width: 760px;
    margin: var(--s2) 0 var(--s5);
    color: var(--text-2);
    font: 400 var(--t-lesson) var(--font);
  }
  .ways {
    display: grid;
    grid-template-columns: minmax(0, 1.33fr) minmax(0, 1fr);
    gap: var(--s7);
  }
  .drop {
    display: grid;
    gap: var(--s2);
    justify-items: center;
    padding: var(--s5) 20px var(--s4);
    border: 1px dashed var(--control);
    border-radius: var(--r3);
    text-align: center;
  }
  .drop > dl-icon {
    width: 28px;
    height: 28px;
    color: var(--text-2);
  }
  .drop h2 {
    font: 600 17px/26px var(--font);
  }
  .drop > p {
    color: var(--text-2);
    font: 400 var(--t-body) var(--font);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3);
    justify-content: center;
    margin-top: var(--s2);
  }
  .first,
  .second {
    display: inline-flex;
    gap: var(--s2);
    align-items: center;
    height: 34px;
    padding: 0 var(--s4);
    border: 1px solid var(--control);
    border-radius: var(--r2);
    font: 500 var(--t-body) var(--font);
    cursor: pointer;
  }
  .first {
    border-color: var(--invert-bg);
    background: var(--invert-bg);
    color: var(--invert-text);
  }
  .second:hover {
    background: var(--hover);
  }
  .second:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .drop > .quiet,
  .quiet {
    color: var(--text-3);
    font: 400 var(--t-table) var(--font);
  }
  kbd {
    padding: 0 5px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r1);
    color: var(--text-2);
    font: inherit;
  }
  table {
    width: 100%;
    margin-top: var(--s3);
    border-collapse: collapse;
    text-align: left;
  }
  caption {
    padding-bottom: 4px;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    text-align: left;
  }
  th,
  td {
    padding: 5px var(--s2) 5px 0;
    border-top: 1px solid var(--line);
    font-weight: 400;
  }
  th {
    width: 104px;
    font-weight: 600;
  }
  td:last-child {
    padding-right: 0;
    color: var(--text-3);
    text-align: right;
  }
  .beside {
    display: grid;
    gap: var(--s5);
    align-content: start;
  }
  .demo {
    display: flex;
    gap: 20px;
    align-items: center;
  }
  .demo img {
    flex: none;
    border-radius: var(--r2);
    background: #000;
    object-fit: cover;
  }
  .demo p {
    margin: 2px 0 var(--s3);
    color: var(--text-2);
  }
  .demo .second {
    height: 30px;
    padding: 0 var(--s3);
  }
  .beside ul {
    margin-top: var(--s2);
  }
  li a {
    display: flex;
    gap: 10px;
    align-items: baseline;
    padding: 7px 0;
    border-top: 1px solid var(--line);
    color: var(--text);
    text-decoration: none;
  }
  li a:hover {
    background: var(--hover);
  }
  li b {
    font-weight: 600;
  }
  li span {
    flex: 1;
    color: var(--text-3);
  }
  li small {
    color: var(--text-3);
    font-size: 12px;
    white-space: nowrap;
  }
  .recent {
    margin-top: var(--s5);
  }
  .recent > .quiet {
    margin-top: var(--s2);
    padding-top: 7px;
    border-top: 1px solid var(--line);
  }
  @container (max-width: 900px) {
    .ways {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s5);
    }
  }
  @container (max-width: 480px) {
    .page {
      width: calc(100% - 2 * var(--s3));
      padding-top: var(--s4);
    }
    h1 {
      font: 600 var(--t-title) var(--font);
    }
    .drop {
      padding: var(--s4) var(--s3);
    }
    .demo {
      flex-direction: column;
      align-items: stretch;
    }
    .demo img {
      align-self: start;
    }
    th {
      width: 88px;
    }
    li a {
      flex-wrap: wrap;
    }
    li span {
      order: 1;
      flex: 1 0 100%;
    }
    li small {
      margin-left: auto;
    }
  }
`;
