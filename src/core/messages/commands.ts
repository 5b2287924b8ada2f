import { words } from './sentence.ts';

/** The palette of commands. */
export const commandWords = {
  title: words('Search', '搜索'),
  placeholder: words('Page, case, structure, action, lesson or term', '页面、病例、结构、操作、教程或术语'),
  nothing: words('Nothing fits. Try fewer letters.', '没有匹配项，请减少输入的字符。'),
  keys: words('↑ ↓ choose, Enter goes, Esc closes', '↑ ↓ 选择，Enter 确定，Esc 关闭'),
  results: words('What fits', '匹配项'),
  groups: {
    page: words('Page', '页面'),
    case: words('Case', '病例'),
    structure: words('Structure', '结构'),
    action: words('Action', '操作'),
    lesson: words('Lesson', '教程'),
    term: words('Term', '术语'),
  },
} as const;

/** What a line of the palette is. */
export type CommandGroup = keyof typeof commandWords.groups;
