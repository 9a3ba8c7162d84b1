// The worker behind the pages once somebody has taken entries along: gives the pages' files, and what is kept of the API, while nobody answers.
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { addressKey, offlineStore } from './offline/store.ts';

declare const self: {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'activate', listen: (event: { waitUntil(done: Promise<void>): void }) => void): void;
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

void self.skipWaiting();
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

const fonts = 'laureate-fonts';

/** The newest page where there is a line. */
registerRoute(
  ({ request }) => request.mode === 'navigate',
  async ({ request }) => {
    try {
      return await fetch(request);
    } catch {
      return (await matchPrecache('/app/index.html')) ?? Response.error();
    }
  },
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/app\/assets\/.+\.woff2?$/.test(url.pathname),
  async ({ request }) => {
    const cache = await caches.open(fonts);
    const kept = await cache.match(request);
    if (kept) return kept;
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  },
);

registerRoute(
  ({ url, request, sameOrigin }) =>
    sameOrigin &&
    request.method === 'GET' &&
    url.pathname.startsWith('/api/v1/') &&
    request.headers.get('accept') !== 'text/event-stream',
  async ({ request }) => {
    try {
      const response = await fetch(request);
      if (response.ok) await keepNewer(request.url, response.clone());
      return response;
    } catch (error) {
      const kept = await answerFor(request.url);
      if (kept === undefined) throw error;
      return kept;
    }
  },
);

async function answerFor(address: string): Promise<Response | undefined> {
  const db = await offlineStore();
  const key = addressKey(address);
  const answer = await db.get('answers', key);
  if (answer !== undefined)
    return new Response(JSON.stringify(answer.body), {
      headers: { 'content-type': 'application/json', 'x-kept-at': answer.keptAt },
    });
  const paper = await db.get('papers', key);
  return paper && new Response(paper.bytes, { headers: { 'content-type': 'application/pdf' } });
}

/** What was taken along is brought up to date whenever it is read with a line. */
async function keepNewer(address: string, response: Response): Promise<void> {
  const db = await offlineStore();
  const key = addressKey(address);
  if ((await db.getKey('answers', key)) === undefined) return;
  await db.put('answers', { address: key, body: await response.json(), keptAt: new Date().toISOString() });
}
