import { css } from 'lit';

/** The panel of the sampler: fields in one row where there is room, a sentence below. */
export const samplerSettingsStyles = css`
  .head {
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-height: 28px;
  }
  h2 {
    margin-right: auto;
  }
  .open {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    height: 26px;
    padding: 0 var(--s2);
    border: 1px solid var(--control);
    border-radius: var(--r2);
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
  select {
    min-width: 0;
    max-width: 130px;
    height: 26px;
    border: 1px solid var(--control);
    border-radius: var(--r2);
    background: var(--bg);
    color: var(--text);
    font: 400 var(--t-table) var(--font);
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(118px, 3.2fr) 0.8fr minmax(50px, 1fr) 1fr 1fr 1.25fr;
    gap: 6px;
    align-items: end;
    margin-top: 6px;
  }
  fieldset {
    display: flex;
    align-items: center;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    color: var(--text-3);
  }
  fieldset span {
    padding: 0 2px;
  }
  legend,
  .fields label {
    padding: 0;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    white-space: nowrap;
  }
  .fields label {
    display: grid;
    min-width: 0;
  }
  input[type='number'] {
    width: 100%;
    min-width: 0;
    height: 28px;
    padding: 0 2px 0 5px;
    border: 1px solid var(--control);
    border-radius: var(--r2);
    background: var(--bg);
    color: var(--text);
    font: 500 var(--t-table) var(--font);
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }
  input::-webkit-inner-spin-button {
    display: none;
  }
  .order {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--s3);
    align-items: center;
    margin-top: 8px;
  }
  .check {
    display: inline-flex;
    gap: 5px;
    align-items: center;
    color: var(--text-2);
    font: 400 var(--t-caption) var(--font);
    white-space: nowrap;
    cursor: pointer;
  }
  .check input {
    margin: 0;
    accent-color: var(--text-2);
  }
  .note {
    margin-top: 6px;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    text-wrap: pretty;
  }
  .clamp {
    display: flex;
    gap: 6px;
    align-items: center;
    margin-top: 6px;
    padding: 4px 8px;
    border-radius: var(--r2);
    background: var(--raised);
  }
`;
