import { css } from 'lit';

/** Two slices over the curve of errors; the slices take what height is left. */
export const whyViewerStyles = css`
  :host {
    display: grid;
    grid-template-rows: 42px minmax(150px, 1fr) 44px minmax(150px, 1fr) auto;
    min-width: 0;
    min-height: 0;
    padding: 0 12px 8px;
    border-left: 1px solid var(--line);
  }
  header {
    display: flex;
    gap: 10px;
    align-items: center;
    min-width: 0;
  }
  h2 {
    display: flex;
    flex: none;
    gap: 6px;
    align-items: center;
  }
  .steps {
    display: flex;
    gap: 6px;
    align-items: center;
    margin-left: auto;
  }
  dl-slice {
    border-radius: var(--r2);
  }
  .distances {
    min-height: 178px;
    padding-top: 8px;
  }
  p {
    min-height: 40px;
    margin-bottom: 4px;
    color: var(--text-2);
    font: 400 var(--t-body) var(--font);
    text-wrap: pretty;
  }
  @media (height < 800px) {
    :host {
      grid-template-rows: 38px minmax(120px, 1fr) 38px minmax(120px, 1fr) auto;
      padding-bottom: 4px;
    }
    .distances {
      padding-top: 4px;
    }
    p {
      min-height: 36px;
      margin-bottom: 0;
      font: 400 var(--t-table) var(--font);
    }
  }
  @media (max-width: 900px) {
    :host {
      height: 120vh;
      border-left: 0;
    }
  }
`;
