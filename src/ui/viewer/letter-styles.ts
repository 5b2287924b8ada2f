import { css } from 'lit';

/** Letters of the sides of a body at the edges of a picture on black. */
export const letterStyles = css`
  .letter {
    padding: 0 3px;
    border-radius: var(--r1);
    background: rgb(15 17 19 / 55%);
    color: #fff;
    font-weight: 600;
    line-height: 14px;
    text-shadow: none;
  }
  .left {
    top: 50%;
    left: 7px;
    translate: 0 -50%;
  }
  .right {
    top: 50%;
    right: 7px;
    translate: 0 -50%;
  }
  .top {
    top: 7px;
    left: 50%;
    translate: -50% 0;
  }
  .bottom {
    bottom: 7px;
    left: 50%;
    translate: -50% 0;
  }
`;
