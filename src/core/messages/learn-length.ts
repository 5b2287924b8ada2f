import { words } from './sentence.ts';

export const lengthLesson = {
  title: words('How long to train', '训练多久'),
  tryIt: words('Try it on your own case', '用您自己的病例试试'),
} as const;
