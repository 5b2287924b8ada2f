import { caseErrors } from './case-errors.ts';
import { cliErrors } from './cli.ts';
import { cohortErrors } from './cohort.ts';
import { cohortPageErrors } from './cohort-page-errors.ts';
import { engineErrors } from './engine.ts';
import { fileErrors } from './file-errors.ts';
import { pseudoDiceErrors } from './pseudo-dice.ts';
import { ruleErrors } from './rule-errors.ts';
import { runErrors } from './run-errors.ts';
import { sessionErrors } from './session.ts';
import { serveErrors } from './serve.ts';
import { surfaceErrors } from './surface.ts';
import { whyPageErrors } from './why-page.ts';
import { workerErrors } from './worker-errors.ts';

/** Every error that a person can meet, by code. */
export const errors = {
  ...fileErrors,
  ...caseErrors,
  ...cliErrors,
  ...cohortErrors,
  ...cohortPageErrors,
  ...engineErrors,
  ...pseudoDiceErrors,
  ...ruleErrors,
  ...runErrors,
  ...serveErrors,
  ...sessionErrors,
  ...surfaceErrors,
  ...whyPageErrors,
  ...workerErrors,
} as const;
