import { css } from 'lit';

/** The right column, which scrolls on its own. */
export const pseudoDiceSidebarStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-left: 1px solid var(--line);
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  section {
    flex: none;
    min-width: 0;
    padding: 10px 20px 12px;
    border-bottom: 1px solid var(--line);
  }
  footer {
    display: flex;
    flex: none;
    justify-content: end;
    padding: 4px 14px 10px;
  }
`;
