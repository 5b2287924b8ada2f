import type { Engine, EngineReason, EngineReport } from '../engine.ts';
import { countJointCpu } from './joint-counts.ts';
import { countPatternsCpu } from './pattern-counts.ts';
import { holdRegionsCpu } from './rule-counts.ts';

/** The engine that is always there. `reason`: why it counts; `adapter`: the graphics adapter that was found, if any. */
export function openCpuEngine(reason: EngineReason, adapter = ''): Engine {
  const report: EngineReport = { kind: 'cpu', adapter, checked: true, reason };
  return {
    report,
    countJoint: countJointCpu,
    countPatterns: countPatternsCpu,
    holdRegions: (pair) => holdRegionsCpu(pair, report),
    close() {},
  };
}
