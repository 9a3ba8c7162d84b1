// Where each kind of task is worked on; the API names the thing, here is its screen.

type Task = { kind: string; link: string; cycleId: string | null; country: string | null };

/** The part of the API's address behind a name: `of('/api/v1/nominations/7', 'nominations')` is 7. */
const after = (link: string, name: string): string => new RegExp(`/${name}/([^/?]+)`).exec(link)?.[1] ?? '';

const places: { [kind: string]: (task: Task) => string } = {
  'register-delegation': ({ cycleId, country }) => `/cycles/${cycleId}/countries/${country}/delegation`,
  'submit-nomination': ({ link }) => `/nominations/${after(link, 'nomination')}/form`,
  'correct-nomination': ({ link }) => `/nominations/${after(link, 'nomination')}/form`,
  'answer-return': ({ link }) => `/nominations/${after(link, 'nomination')}/form`,
  'name-editor': ({ cycleId }) => `/cycles/${cycleId}/nominations`,
  'screen-nominations': ({ cycleId, country }) => `/cycles/${cycleId}/countries/${country}`,
  'confirm-rejection': ({ link }) => `/nominations/${after(link, 'nominations')}/screening`,
  'settle-rejection': ({ link }) => `/nominations/${after(link, 'nominations')}/screening`,
  'answer-amendment': ({ link }) => `/nominations/${after(link, 'nominations')}`,
  'take-over-file': ({ link }) => `/nominations/${after(link, 'nominations')}`,
  'call-reserve': ({ link }) => `/panels/${after(link, 'panels')}/assignment`,
  'answer-access': ({ link }) => `/panels/${after(link, 'panels')}/access`,
  'approve-report': ({ link }) => link.replace('/api/v1', ''),
  'correct-report': ({ link }) => link.replace('/api/v1', ''),
  'sign-forwarding': ({ cycleId, country }) => `/cycles/${cycleId}/countries/${country}/signing`,
  'form-panel': ({ cycleId }) => `/cycles/${cycleId}/panels`,
  'answer-judge-invitation': () => '/judging',
  'accept-terms': () => '/judging',
  'score-entries': () => '/judging',
  'finish-scoring': () => '/judging',
  'verify-dossiers': ({ cycleId }) => `/cycles/${cycleId}/endorsement`,
  'request-endorsement': ({ cycleId }) => `/cycles/${cycleId}/endorsement`,
  'settle-objection': ({ cycleId }) => `/cycles/${cycleId}/endorsement`,
  'endorse-results': ({ cycleId }) => `/cycles/${cycleId}/endorse`,
  'plan-announcement': ({ cycleId }) => `/cycles/${cycleId}/announcement`,
  'name-receivers': ({ cycleId }) => `/cycles/${cycleId}/ceremony`,
  'place-refused': ({ link }) => `/forums/${after(link, 'forums')}`,
  'confer-awards': ({ cycleId }) => `/cycles/${cycleId}/ceremony`,
};

/** The screen of a task, below /app. */
export function placeOf(task: Task): string {
  const { kind, link, cycleId, country } = task;
  const named = places[kind];
  if (named !== undefined) return named(task);
  if (link.includes('/talks/')) return `/talks/${after(link, 'talks')}`;
  if (link.includes('/laureates/')) return `/laureates/${after(link, 'laureates')}`;
  if (link.includes('/panels/')) return `/panels/${after(link, 'panels')}`;
  if (link.includes('/countries/')) return `/cycles/${cycleId}/countries/${country}/signing`;
  return cycleId === null ? '/' : `/cycles/${cycleId}`;
}
