import { css } from 'lit';

/** The boundary table and the lesions, each with the account of a number below. */
export const whyMeasuresStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 22px;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .actions {
    display: inline-flex;
    gap: 14px;
    align-items: center;
    margin-left: auto;
  }
  .account {
    max-width: 560px;
  }
  .note {
    padding: 10px 14px;
    border: 1px dashed var(--control);
    border-radius: var(--r2);
    color: var(--text-2);
  }
`;
