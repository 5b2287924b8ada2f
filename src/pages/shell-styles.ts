import { css } from 'lit';

/** The frame of the application: a bar of 48 px, the page, a footer of 26 px. */
export const shellStyles = css`
  :host {
    display: grid;
    grid-template: 48px auto minmax(0, 1fr) 26px / minmax(0, 1fr);
    height: 100vh;
    background: var(--panel);
    font: 400 var(--t-body) var(--font);
  }
  :host([alone]) {
    grid-template-rows: minmax(0, 1fr);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--s4);
    min-width: 0;
    padding: 0 var(--s4);
    border-bottom: 1px solid var(--line);
    background: var(--bg);
  }
  .mark {
    display: flex;
    align-items: center;
    gap: 10px;
    border-radius: var(--r1);
    color: inherit;
    font-weight: 600;
    font-size: 14px;
    text-decoration: none;
  }
  .mark svg {
    width: 26px;
    height: 20px;
  }
  .bar-line {
    width: 1px;
    height: 22px;
    background: var(--line-strong);
  }
  .case-button {
    display: flex;
    align-items: center;
    gap: var(--s2);
    min-width: 0;
    max-width: 320px;
    height: 30px;
    padding: 0 var(--s2);
    border-radius: var(--r2);
    font-weight: 500;
  }
  .case-button:hover,
  .plain:hover {
    background: var(--hover);
  }
  nav {
    display: flex;
    align-self: stretch;
    gap: var(--s4);
  }
  nav a {
    display: flex;
    align-items: center;
    padding: 0 2px;
    border-bottom: 2px solid transparent;
    border-top: 2px solid transparent;
    color: var(--text-2);
    text-decoration: none;
    white-space: nowrap;
  }
  nav a[aria-current='page'] {
    border-bottom-color: var(--text);
    color: var(--text);
    font-weight: 500;
  }
  .actions {
    display: flex;
    align-items: center;
    gap: var(--s2);
    margin-left: auto;
  }
  .open {
    display: flex;
    align-items: center;
    gap: var(--s2);
    height: 30px;
    padding: 0 var(--s3);
    border: 1px solid var(--control);
    border-radius: var(--r2);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  .open:hover {
    background: var(--hover);
  }
  .open:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .plain {
    display: flex;
    align-items: center;
    gap: 6px;
    height: 30px;
    padding: 0 var(--s2);
    border-radius: var(--r2);
    color: var(--text-2);
    white-space: nowrap;
  }
  .icon-button {
    width: 30px;
    height: 30px;
  }
  .notices {
    display: grid;
    gap: var(--s2);
    padding: var(--s2) var(--s4);
    border-bottom: 1px solid var(--line);
  }
  .notices:empty {
    padding: 0;
    border: 0;
  }
  .dropping {
    position: fixed;
    inset: 10px;
    z-index: 20;
    display: grid;
    place-items: center;
    border: 2px dashed var(--text);
    border-radius: var(--r3);
    background: color-mix(in srgb, var(--bg) 78%, transparent);
    font: 600 var(--t-sentence) var(--font);
    pointer-events: none;
  }
  wa-popover {
    --max-width: min(620px, 96vw);
  }
  main {
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  @media (max-width: 1180px) {
    header,
    nav {
      gap: var(--s3);
    }
    .case-button {
      max-width: 180px;
    }
    .mark > span,
    .plain span {
      display: none;
    }
  }
  @media (max-width: 720px) {
    :host {
      grid-template-rows: auto auto minmax(0, 1fr) 26px;
      overflow: hidden;
    }
    header {
      flex-wrap: wrap;
      gap: 0 var(--s2);
      padding: 8px var(--s2) 0;
    }
    nav {
      order: 1;
      width: 100%;
      height: 36px;
      overflow: auto hidden;
    }
    .bar-line {
      display: none;
    }
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    header,
    dl-footer {
      display: none;
    }
    main {
      display: block;
    }
  }
`;
