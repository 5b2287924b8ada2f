import { sentence, words } from './sentence.ts';

/** Errors of counting a cohort in the page. */
export const cohortPageErrors = {
  cohortCaseEnded: sentence<{ case: string }>(
    (facts) =>
      `${facts.case} could not be counted: the worker that held it ended unexpectedly, most likely for want of memory; close other programs and count it again.`,
    (facts) => `无法计数 ${facts.case}：负责该病例的线程意外终止，多半是内存不足；请关闭其他程序后重新计数。`,
  ),
  cohortNotDone: words(
    'summary.json needs every case: wait until counting is done, or count the rest.',
    'summary.json 需要全部病例：请等待计数完成，或继续计数其余病例。',
  ),
} as const;
