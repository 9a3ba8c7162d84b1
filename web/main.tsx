// Starts the page: languages, theme, queries, routes.
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { onLeaving } from './app/session.ts';
import { startLanguages } from './i18n/languages.ts';

onLeaving(async () => (await import('./offline/along.ts')).wipe());
// Each wipes what it keeps once it is there, whichever screens were seen since the page was opened.
onLeaving(async () => (await import('./parts/kept-files.ts')).wipeFiles());
onLeaving(async () => (await import('./screens/nominations/form/kept-drafts.ts')).wipeDrafts());
onLeaving(() => sessionStorage.clear());
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root.');
void startLanguages().then(() => createRoot(root).render(<App />));
