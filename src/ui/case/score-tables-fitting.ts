import { css } from 'lit';

/** How the score tables fit their room: which columns show, lower rows in low windows, dense rows from 8 on. */
export const scoreTablesFitting = css`
  /* Rates take the place of counts by the button, and stand beside them where there is room. */
  .rates {
    display: none;
  }
  .with-rates .rates {
    display: table-cell;
  }
  .with-rates .counts {
    display: none;
  }
  .alone .rates,
  .alone .counts {
    display: table-cell;
  }
  @container (width >= 900px) {
    .rates,
    .counts,
    .with-rates .counts {
      display: table-cell;
    }
    .toggle {
      display: none;
    }
  }

  /* In a narrow window the titles stand one over the other, and the table scrolls in its own frame. */
  @container (width < 560px) {
    .titles {
      flex-wrap: wrap;
      gap: 4px 54px;
    }
    .titles > div {
      flex: 1 1 100%;
    }
    table {
      min-width: 760px;
    }
    .alone table {
      min-width: 470px;
    }
  }

  @media (height < 800px) {
    .wrap {
      --row: 41px;
      --score-rows-most: 214px;
    }
    tbody tr > * {
      padding-top: 4px;
    }
  }

  /* From 8 rows on: one line of 28 px each. */
  .dense {
    display: flex;
    flex-direction: column;
    min-height: 0;
    --row: 28px;
  }
  .dense tbody tr > * {
    padding-top: 0;
    vertical-align: middle;
  }
  .dense .who {
    align-items: center;
  }
  .dense .text {
    flex-direction: row;
    gap: 10px;
    align-items: baseline;
  }
  .dense .text .cut {
    flex: 1;
  }
  .dense:not(.alone) .ml,
  .dense:not(.alone) .iou {
    display: none;
  }
  .dense .dice .number {
    font: 600 12.5px/18px var(--font);
  }
  .dense.alone .dice {
    width: 92px;
  }
  .dense.alone .iou {
    display: inline-block;
    width: 38px;
    margin-left: 8px;
  }
  .dense .grid {
    grid-template: auto / 44px 44px 52px;
  }
  .dense.alone .grid {
    grid-template: auto / 60px 60px 66px;
  }
  .dense .grid > :nth-child(2) {
    grid-area: 1 / 2;
    color: inherit;
    font-size: inherit;
  }
  .dense :is(thead, tbody) .grid > :nth-child(3) {
    grid-area: 1 / 3;
  }
  .dense .counts .bar {
    height: 3px;
    margin-top: 0;
  }
  .dense .count {
    line-height: 16px;
  }
`;
