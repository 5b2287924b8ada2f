import type { Engine, EngineReason } from '../engine.ts';
import { countJointCpu } from './joint-counts.ts';
import { countPatternsCpu } from './pattern-counts.ts';

/** The engine that is always there. `reason`: why it counts; `adapter`: the graphics adapter that was found, if any. */
export function openCpuEngine(reason: EngineReason, adapter = ''): Engine {
  return {
    report: { kind: 'cpu', adapter, checked: true, reason },
    countJoint: countJointCpu,
    countPatterns: countPatternsCpu,
    close() {},
  };
}
