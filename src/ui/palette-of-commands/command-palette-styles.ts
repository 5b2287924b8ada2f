import { css } from 'lit';

/** A sheet near the top of the window: the field, the lines, what is said of the chosen one. */
export const commandPaletteStyles = css`
  dialog {
    width: min(620px, 100vw - 2 * var(--s4));
    margin: min(14vh, 120px) auto auto;
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: var(--r3);
    background: var(--panel);
    color: var(--text);
    overflow: hidden;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .box {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    max-height: min(520px, 76vh);
  }
  input {
    min-width: 0;
    height: 46px;
    padding: 0 var(--s4);
    border: 0;
    border-bottom: 1px solid var(--line);
    outline-offset: -2px;
    background: none;
    color: var(--text);
    font: 400 var(--t-lesson) var(--font);
  }
  input::placeholder {
    color: var(--text-3);
    opacity: 1;
  }
  [role='listbox'] {
    min-height: 0;
    padding: 4px;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  [role='option'] {
    display: flex;
    gap: var(--s3);
    align-items: center;
    min-height: 30px;
    padding: 0 var(--s3);
    border-radius: var(--r2);
    font: 400 var(--t-body) var(--font);
    cursor: pointer;
  }
  [role='option']:hover {
    background: var(--hover);
  }
  [role='option'][aria-selected='true'] {
    background: var(--sel);
  }
  small {
    flex: none;
    margin-left: auto;
    color: var(--text-2);
    font-size: 12px;
  }
  p {
    padding: var(--s2) var(--s4);
    border-top: 1px solid var(--line);
  }
  .detail {
    color: var(--text-2);
    font: 400 var(--t-body) var(--font);
  }
  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
