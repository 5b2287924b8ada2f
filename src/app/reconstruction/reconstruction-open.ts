import { foregroundRows, isChanged } from '../../core/reconstruction/rule-selection.ts';
import type { OpenedCase } from '../../workers/case/case-session.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { startAudit } from './reconstruction-audit.ts';
import './reconstruction-follow.ts';
import { changeLaboratory, chooseInLaboratory, refreshLaboratory } from './reconstruction-view.ts';
import { act } from '../report-error.ts';

let opening: OpenedCase | null = null;

/**
 * Opens the laboratory of the case on screen, unless it is open: nnU-Net's rule, the largest pattern that it
 * changed chosen. A case without regions has none.
 */
export async function openLaboratory(app: App): Promise<void> {
  const { store, session } = app;
  const { opened: of, laboratory } = store.state;
  if (!of || of.result.scheme.regions.length === 0 || laboratory?.of === of || opening === of) return;
  opening = of;
  await act(app, async () => {
    try {
      store.change({ laboratory: null });
      const opened = unwrap(await session.openRule());
      if (store.state.opened !== of) return;
      store.change({
        laboratory: {
          of,
          opened,
          rule: opened.rule,
          before: [],
          gesture: '',
          shown: null,
          readout: null,
          curves: null,
          curvesOf: null,
          together: false,
          mode: opened.source === 'labels' ? 'labels' : 'changes',
          region: 0,
          choice: null,
          pieces: null,
          piece: 0,
          pieceCounts: new Map(),
          audit: { kind: 'none' },
        },
      });
      await refreshLaboratory(app);
      const changed = foregroundRows(opened.nnunet.patterns ?? []).find(isChanged);
      if (changed) {
        const { pattern, writes } = changed;
        await chooseInLaboratory(app, { kind: 'pattern', pattern, writes });
      }
      if (opened.hasLabelMap) void startAudit(app);
    } finally {
      if (opening === of) opening = null;
    }
  });
}

/** Both kinds of thresholds that a slider can move. */
export function moveTogether(app: App, together: boolean): void {
  changeLaboratory(app, { together });
}
