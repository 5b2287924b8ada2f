import { sentence, words } from './sentence.ts';

const list = (names: readonly string[], and: string) => names.join(and);

/** What goes wrong with a session file. */
export const sessionErrors = {
  sessionUnreadable: sentence<{ file: string; found: string }>(
    ({ file, found }) =>
      `${file}: expected a session that DiceLens saved, found ${found}; save the session again from the page.`,
    ({ file, found }) => `${file}：应为 DiceLens 保存的会话，实际为 ${found}；请在页面中重新保存会话。`,
  ),
  sessionVersion: sentence<{ file: string; version: string }>(
    ({ file, version }) =>
      `${file} is a session of version ${version}, and this DiceLens reads version 1; open it with the version that saved it.`,
    ({ file, version }) =>
      `${file} 的会话版本为 ${version}，而此 DiceLens 只能读取版本 1；请用保存它的版本打开。`,
  ),
  sessionNeeds: sentence<{ session: string; files: readonly string[] }>(
    ({ session, files }) =>
      `The session ${session} holds no voxels: open its files too (${list(files, ', ')}), and it is shown as it was.`,
    ({ session, files }) =>
      `会话 ${session} 不含体素数据：请同时打开其文件（${list(files, '、')}），即可恢复显示。`,
  ),
  sessionDiffers: sentence<{ session: string; file: string; found: string; expected: string }>(
    ({ session, file, found, expected }) =>
      `${file} is not the file that the session ${session} was saved with (SHA-256 ${found} instead of ${expected}): the view was taken over, notes and edits may not fit; open the file it was saved with.`,
    ({ session, file, found, expected }) =>
      `${file} 不是保存会话 ${session} 时的文件（SHA-256 为 ${found}，应为 ${expected}）：视图已恢复，但备注和编辑可能不符；请打开保存时的文件。`,
  ),
} as const;

/** Saving a session. */
export const sessionWords = {
  save: words('Save session', '保存会话'),
  saveTitle: words(
    'Everything on screen, with names, sizes and SHA-256 of the files, without voxels',
    '屏幕上的一切及文件名、大小和 SHA-256，不含体素数据',
  ),
} as const;
