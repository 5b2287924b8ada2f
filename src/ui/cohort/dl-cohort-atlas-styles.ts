import { css } from 'lit';

/** The error atlas: causes as bars, errors as tiles. */
export const atlasStyles = css`
  header,
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    min-height: 28px;
  }
  header .caption {
    flex: 1 1 200px;
  }
  .legend {
    display: flex;
    gap: 12px;
  }
  .legend span::before {
    display: inline-block;
    width: 7px;
    height: 7px;
    margin-right: 5px;
    border-radius: 50%;
    background: var(--ov-pred);
    content: '';
  }
  .legend .fn::before {
    background: var(--ov-ref);
  }
  .legend .swap::before {
    background: var(--l6);
  }
  .legend .agreed::before {
    background: var(--ov-tp);
  }
  .save {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    height: 26px;
    padding: 0 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r2);
  }
  .save:hover {
    background: var(--hover);
  }
  .save:disabled {
    color: var(--text-3);
    cursor: default;
  }
  .causes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(310px, 1fr));
    gap: 0 24px;
    margin-bottom: var(--s2);
  }
  .causes button {
    display: grid;
    grid-template-columns: minmax(96px, 1fr) 62px minmax(24px, 64px) 48px 42px;
    gap: 8px;
    align-items: center;
    height: 26px;
    padding: 0 4px;
    border-bottom: 1px solid var(--line);
    text-align: right;
  }
  .causes button:hover {
    background: var(--hover);
  }
  .causes button[aria-pressed='true'] {
    background: var(--sel);
  }
  .causes .cut {
    text-align: left;
  }
  .causes strong {
    font-weight: 600;
  }
  .bar {
    height: 5px;
    border-radius: 1px;
    background: var(--control);
  }
  .pieces {
    color: var(--text-2);
  }
  [role='listbox'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(112px, 1fr));
    gap: 10px;
    padding: 4px;
    border-radius: var(--r1);
  }
  [role='listbox']:focus-visible {
    outline-offset: -2px;
  }
  [role='option'] {
    min-width: 0;
    border-radius: var(--r2);
    cursor: pointer;
    scroll-margin-top: 52px;
    content-visibility: auto;
    contain-intrinsic-size: 112px 138px;
  }
  [role='option'] canvas {
    display: block;
    width: 100%;
    aspect-ratio: 1.25;
    border-radius: var(--r1);
    background: var(--well);
    object-fit: contain;
    image-rendering: pixelated;
  }
  [role='option']:hover canvas {
    outline: 1px solid var(--control);
  }
  [aria-selected='true'] {
    outline: 2px solid var(--text);
    outline-offset: 1px;
  }
  .tile {
    display: flex;
    padding: 0 3px;
    gap: 6px;
    justify-content: space-between;
    line-height: 18px;
  }
  .tile small {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .tile dl-icon {
    width: 13px;
    height: 18px;
    color: var(--text-2);
  }
  .chosen {
    position: sticky;
    z-index: 1;
    top: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: center;
    min-height: 38px;
    padding: 4px 0;
    border-bottom: 1px solid var(--line);
    background: var(--panel);
  }
  .read-as {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    color: var(--text-3);
  }
  .chosen label {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .chosen input[type='checkbox'] {
    width: 14px;
    height: 14px;
    margin: 0;
    accent-color: var(--text);
  }
  .chosen input[type='text'] {
    width: 220px;
    max-width: 50vw;
    height: 26px;
    padding: 0 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r2);
    background: var(--bg);
    color: var(--text);
    font: inherit;
  }
`;
