import { words } from './sentence.ts';

export const checkpointLesson = {
  title: words('Which checkpoint is best', '哪个检查点最好'),
  tryIt: words('Try it on your own case', '用您自己的病例试试'),
} as const;
