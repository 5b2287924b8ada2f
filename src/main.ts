import './ui/tokens.css';
import { openApp } from './app/open-app.ts';
import { openDemo, openLinkedFiles } from './app/case/fetch-files.ts';
import { countRequests } from './app/start/count-requests.ts';
import { keepOffline } from './app/start/offline.ts';
import { followLink } from './app/follow-link.ts';
import { readSettings } from './app/settings.ts';
import { act } from './app/report-error.ts';
import { speak } from './ui/controls/dl-element.ts';
import './pages/dl-app.ts';

const query = new URLSearchParams(location.search);
const app = openApp();
app.store.change(readSettings(query));
app.store.listen(({ theme, language }) => {
  document.documentElement.dataset.theme = theme;
  if (document.documentElement.lang !== language) speak(language);
});

const shell = document.createElement('dl-app');
shell.app = app;
document.body.append(shell);
followLink(app);
countRequests(app);
if (import.meta.env.PROD && !query.has('serve')) void keepOffline(app);
if ('launchQueue' in window) {
  void import('./app/start/open-handles.ts').then(({ takeLaunchedFiles }) => takeLaunchedFiles(app));
}
void act(app, async () => {
  if (query.has('serve')) {
    const [{ listServed }] = await Promise.all([
      import('./app/serve/list-served.ts'),
      import('./pages/serve/served-folder.ts'),
    ]);
    return listServed(app);
  }
  if (!(await openLinkedFiles(app, query))) await openDemo(app);
});
