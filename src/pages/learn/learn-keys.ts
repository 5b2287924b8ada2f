import type { App } from '../../app/app.ts';
import {
  formatLearnPlace,
  goToLesson,
  learnPlace,
  neighbourOf,
  parseLearnPlace,
} from '../../app/learn/learn-route.ts';
import { isTyping } from '../case/case-keys.ts';

/** Keys on a wall: arrows go to the next and previous section, where no control has them; Escape leaves. */
export function followLearnKeys(app: App): () => void {
  const presented = () => {
    if (app.store.state.page !== 'learn') return null;
    const route = parseLearnPlace(learnPlace(app));
    return route.kind === 'lesson' && route.view === 'present' ? route : null;
  };
  const leave = () => {
    const route = presented();
    if (route)
      goToLesson(app, formatLearnPlace(route.lesson, route.lesson.sections[route.at], 'read', route.query));
  };
  const keyDown = (event: KeyboardEvent) => {
    const route = presented();
    if (!route || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    const isControl =
      isTyping(event) || (target instanceof HTMLElement && target.matches('input, [role=radio], summary'));
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key] as 1 | -1 | undefined;
    if (event.key === 'Escape') {
      leave();
      if (document.fullscreenElement) void document.exitFullscreen();
    } else if (step && !isControl) {
      const next = neighbourOf(route.lesson, route.at, step);
      if (next) goToLesson(app, formatLearnPlace(next.lesson, next.section, 'present'));
    } else return;
    event.preventDefault();
  };
  // the browser keeps Escape for itself while the whole screen is shown
  const screenChange = () => {
    if (!document.fullscreenElement) leave();
  };
  window.addEventListener('keydown', keyDown);
  document.addEventListener('fullscreenchange', screenChange);
  return () => {
    window.removeEventListener('keydown', keyDown);
    document.removeEventListener('fullscreenchange', screenChange);
  };
}
