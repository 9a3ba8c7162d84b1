// Starts the page: languages, theme, queries, routes.
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { onLeaving } from './app/session.ts';
import { startLanguages } from './i18n/languages.ts';

onLeaving(async () => (await import('./offline/along.ts')).wipe());
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root.');
void startLanguages().then(() => createRoot(root).render(<App />));
