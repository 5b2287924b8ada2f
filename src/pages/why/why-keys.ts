import type { App } from '../../app/app.ts';
import { showChannel } from '../../app/case/view-case.ts';
import { stepInWhy } from '../../app/why/why-view.ts';
import { isTyping } from '../case/case-keys.ts';

/** Follows the keys of the page wherever the focus is, but in fields; the result ends that. */
export function followWhyKeys(app: App): () => void {
  const follow = (event: KeyboardEvent) => {
    if (!isTyping(event) && press(app, event.key.toLowerCase())) event.preventDefault();
  };
  window.addEventListener('keydown', follow);
  return () => window.removeEventListener('keydown', follow);
}

function press(app: App, key: string): boolean {
  const { why, opened, channel } = app.store.state;
  if (!why || !opened) return false;
  if (key === 'n' || key === 'p') void stepInWhy(app, key === 'n' ? 1 : -1);
  else if (key === 'c' && opened.channels.length > 0) {
    void showChannel(app, ((channel ?? -1) + 1) % opened.channels.length);
  } else return false;
  return true;
}
