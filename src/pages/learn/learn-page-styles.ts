import { css } from 'lit';

/** Outline left, the lesson right, each scrolling on its own; without the outline on a wall, on paper and in a frame. */
export const learnPageStyles = css`
  :host {
    display: grid;
    grid-template-columns: 264px minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
  }
  aside {
    min-height: 0;
    padding: 28px 24px;
    border-right: 1px solid var(--line);
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  main {
    min-width: 0;
    min-height: 0;
    padding: 26px 48px 20px;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  main.present,
  main.handout,
  main.alone {
    grid-column: 1 / -1;
  }
  main.alone {
    padding: var(--s4);
  }
  main.present {
    padding: 36px 56px 20px;
  }
  .presenter {
    display: flex;
    gap: var(--s4);
    justify-content: flex-end;
    margin-top: var(--s4);
    font-size: 14px;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
    max-width: 1240px;
    margin: 0 auto var(--s3);
    padding: 6px 10px;
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--text-2);
    font: 400 var(--t-body) var(--font);
  }
  h1 {
    margin: 0;
    font: 600 var(--t-title) var(--font);
  }
  .bar {
    display: flex;
    gap: var(--s4);
    align-items: center;
    max-width: 1240px;
    margin: 0 auto var(--s5);
  }
  .print {
    padding: 4px var(--s3);
    border: 1px solid var(--control);
    border-radius: var(--r2);
    font-weight: 500;
  }
  @media (max-width: 1180px) {
    :host {
      grid-template-columns: 220px minmax(0, 1fr);
    }
    aside {
      padding: 20px 16px;
    }
    main {
      padding: 18px 24px;
    }
  }
  @media (max-width: 900px) {
    :host {
      display: flex;
      flex-direction: column;
      overflow: hidden auto;
    }
    aside {
      flex: none;
      order: 1;
      padding: var(--s4);
      border-top: 1px solid var(--line);
      border-right: 0;
      overflow: visible;
    }
    main {
      flex: none;
      padding: var(--s4);
      overflow: visible;
    }
  }
  @media print {
    :host {
      display: block;
      overflow: visible;
    }
    aside,
    .bar button,
    .bar a,
    .presenter {
      display: none;
    }
    main,
    main.handout {
      padding: 0;
      overflow: visible;
    }
  }
`;
