import { integer, sizeText } from '../messages/sentence.ts';
import type { ConditionKey, RunConditions } from './run.ts';

/** A condition as a text; '' where nothing tells. */
export function conditionText(value: RunConditions[ConditionKey]): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? integer(value) : `${value}`;
  return sizeText(value);
}
