import { caseWarnings } from './case-warnings.ts';
import { fileWarnings } from './file-warnings.ts';
import { runWarnings } from './run-errors.ts';

/** Every remark that is part of a result: the numbers stand, and the reader must know this. */
export const warnings = { ...fileWarnings, ...caseWarnings, ...runWarnings } as const;
