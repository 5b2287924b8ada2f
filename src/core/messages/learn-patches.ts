import { words } from './sentence.ts';

export const patchesLesson = {
  title: words('Patches, iterations, epochs', 'patch、迭代与 epoch'),
  tryIt: words('Try it on your own case', '用您自己的病例试试'),
} as const;
