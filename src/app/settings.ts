import type { Language } from '../core/messages/sentence.ts';
import type { App } from './app.ts';
import type { AppState, Theme } from './state.ts';

const KEY = 'dicelens:settings';

/** Speaks this language from now on and at the next visit. */
export function setLanguage({ store }: App, language: Language): void {
  store.change({ language });
  keep(store.state);
}

/** Shows this theme from now on and at the next visit. */
export function setTheme({ store }: App, theme: Theme): void {
  store.change({ theme });
  keep(store.state);
}

/** The settings of the last visit, else the browser's language and the dark theme; `?engine=` wins for the engine. */
export function readSettings(query: URLSearchParams): Pick<AppState, 'language' | 'theme' | 'engine'> {
  const kept = read();
  const engine = query.get('engine');
  const speaksChinese = navigator.language.toLowerCase().startsWith('zh');
  return {
    language: kept.language ?? (speaksChinese ? 'zh-CN' : 'en'),
    theme: kept.theme === 'light' ? 'light' : 'dark',
    engine: engine === 'gpu' || engine === 'cpu' ? engine : 'auto',
  };
}

function read(): { language?: Language; theme?: Theme } {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as { language?: Language; theme?: Theme };
  } catch {
    return {};
  }
}

function keep({ language, theme }: AppState): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ language, theme }));
  } catch {
    // storage is full or forbidden: the settings last as long as the page
  }
}
