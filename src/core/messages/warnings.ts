import { caseWarnings } from './case-warnings.ts';
import { fileWarnings } from './file-warnings.ts';

/** Every remark that is part of a result: the numbers stand, and the reader must know this. */
export const warnings = { ...fileWarnings, ...caseWarnings } as const;
