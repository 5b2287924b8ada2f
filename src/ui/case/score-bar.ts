import { css, html, type TemplateResult } from 'lit';

export const scoreBarStyles = css`
  .bar {
    display: flex;
    gap: 1px;
    height: 4px;
    border-radius: 1px;
    overflow: hidden;
    background: var(--line);
  }
  .bar i {
    flex: 0 1 0;
    min-width: 1px;
  }
  .bar .fn {
    background: var(--ref);
  }
  .bar .tp {
    background: var(--tp);
  }
  .bar .fp {
    background: var(--pred);
  }
`;

/** FN | TP | FP as lengths: the green share is the IoU. An absent structure has an empty bar. */
export function scoreBar({ tp, fp, fn }: { tp: number; fp: number; fn: number }): TemplateResult {
  const part = (name: string, voxels: number) =>
    voxels === 0 ? '' : html`<i class=${name} .style=${`flex-grow:${voxels}`}></i>`;
  return html`<div class="bar" aria-hidden="true">${part('fn', fn)}${part('tp', tp)}${part('fp', fp)}</div>`;
}
