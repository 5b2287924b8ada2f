import type { App } from '../../app/app.ts';
import { showMode, stepInLaboratory } from '../../app/reconstruction/reconstruction-view.ts';
import { showChannel } from '../../app/case/view-case.ts';
import { isTyping } from '../case/case-keys.ts';
import { modesOf } from './reconstruction-viewer.ts';

/** Follows the keys of the reconstruction page wherever the focus is, but in fields; the result ends that. */
export function followLaboratoryKeys(appOf: () => App): () => void {
  const follow = (event: KeyboardEvent) => {
    if (isTyping(event)) return;
    if (press(appOf(), event.key.toLowerCase())) event.preventDefault();
  };
  window.addEventListener('keydown', follow);
  return () => window.removeEventListener('keydown', follow);
}

function press(app: App, key: string): boolean {
  const { laboratory, opened, channel } = app.store.state;
  if (!laboratory || !opened) return false;
  const mode = modesOf(laboratory)[Number(key) - 1];
  if (mode) void showMode(app, mode);
  else if (key === 'n' || key === 'p') void stepInLaboratory(app, key === 'n' ? 1 : -1);
  else if (key === 'c' && opened.channels.length > 0) {
    void showChannel(app, ((channel ?? -1) + 1) % opened.channels.length);
  } else return false;
  return true;
}
