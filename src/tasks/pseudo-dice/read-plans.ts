import type { ByteSource } from '../../io/bytes/byte-source.ts';
import { readPlansJson, type Plans } from '../../io/json/plans-json.ts';
import { parsePlansPickle } from '../../io/runs/plans-pickle.ts';

/**
 * What the plans of a training tell: plans.json of v2, or plans.pkl of v1 by its name.
 * @throws FormatError for what is neither
 */
export async function readPlans(source: ByteSource): Promise<Plans> {
  if (!/\.pkl$/i.test(source.name)) return readPlansJson(source);
  return parsePlansPickle(await source.read(0, source.size), source.name);
}
