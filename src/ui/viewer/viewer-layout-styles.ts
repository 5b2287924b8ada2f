import { css } from 'lit';

/** Where the slices stand in each layout, hairlines between them; on narrow windows two side by side stand stacked. */
export const viewerLayoutStyles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 3fr) minmax(0, 2fr) / minmax(0, 1fr) minmax(0, 1fr);
    gap: 1px;
    min-width: 0;
    min-height: 0;
    background: #3a4148;
  }
  :host([hidden]) {
    display: none;
  }
  .large {
    grid-row: 1;
    grid-column: 1 / -1;
  }
  :host([layout='one']),
  :host([layout='lightbox']) {
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  :host([layout='four']) {
    grid-template: minmax(0, 1fr) minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
  }
  :host([layout='four']) .large,
  :host([layout='pair']) .large {
    grid-column: auto;
  }
  :host([layout='pair']) {
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
  }
  .volume {
    display: grid;
    min-width: 0;
    min-height: 0;
    background: var(--well);
  }
  ::slotted([slot='volume']) {
    min-width: 0;
    min-height: 0;
  }
  .nothing {
    align-self: center;
    padding: var(--s4);
    color: var(--well-dim);
    font: 400 var(--t-table) var(--font);
    text-align: center;
  }
  @media (max-width: 480px) {
    :host([layout='pair']) {
      grid-template: minmax(0, 1fr) minmax(0, 1fr) / minmax(0, 1fr);
    }
    :host([layout='pair']) .large {
      grid-row: auto;
    }
  }
`;
