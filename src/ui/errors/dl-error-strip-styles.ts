import { css } from 'lit';

/** The strip below the slices; its height is the same with and without pictures. */
export const errorStripStyles = css`
  :host {
    padding: 8px var(--s3) 6px;
    border-top: 1px solid var(--line);
  }
  header {
    display: flex;
    gap: 8px;
    align-items: center;
    height: 28px;
  }
  header b {
    flex: none;
    font-weight: 600;
  }
  .hint {
    flex: 1;
    min-width: 0;
  }
  .strip {
    display: grid;
    grid-template-columns: repeat(8, minmax(0, 1fr));
    gap: 8px;
    padding: 6px 2px 4px;
  }
  .picture {
    min-width: 0;
    border-radius: var(--r1);
  }
  canvas {
    display: block;
    width: 100%;
    aspect-ratio: 1.3;
    border-radius: var(--r1);
    background: var(--well);
    object-fit: cover;
  }
  .picture:hover canvas {
    outline: 1px solid var(--control);
  }
  .picture[aria-current] canvas {
    outline: 2px solid var(--text);
    outline-offset: 1px;
  }
  .under {
    display: flex;
    gap: 4px;
    align-items: center;
    height: 18px;
    color: var(--text-2);
    font: 400 var(--t-caption) var(--font);
    white-space: nowrap;
  }
  .under b {
    flex: 1;
    color: var(--text);
    font-weight: 600;
  }
  .under dl-icon {
    width: 12px;
    height: 12px;
  }
  .review,
  .review label {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .review {
    gap: 16px;
    height: 30px;
  }
  .note {
    flex: 1;
  }
  .note .caption {
    flex: none;
  }
  input[type='checkbox'] {
    width: 14px;
    height: 14px;
    margin: 0;
    accent-color: var(--text);
  }
  input[type='text'] {
    flex: 1;
    min-width: 0;
    height: 24px;
    padding: 0 8px;
    border: 1px solid var(--control);
    border-radius: var(--r2);
    background: var(--bg);
    color: var(--text);
    font: inherit;
  }
  @media (max-width: 1320px), (max-height: 760px) {
    .unit {
      display: none;
    }
    canvas {
      aspect-ratio: 1.4;
    }
  }
  @media (max-width: 560px) {
    .hint {
      visibility: hidden;
    }
    kbd {
      display: none;
    }
    .strip {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
`;
