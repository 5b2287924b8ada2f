import { openEngine } from '../../../src/engine/open-engine.ts';

// A worker that opens an engine, counts once and says what came of it.
const codes = new Uint8Array(1_001).fill(1, 500);
const engine = await openEngine('gpu');
const { cells } = await engine.countJoint({ rows: 2, columns: 2, reference: codes, predicted: codes });
postMessage({ kind: engine.report.kind, cells: Array.from(cells) });
engine.close();
