// Letters about what can be checked of a result: to each nominee whose own bundle was published, and to nobody else.
import { makeAwardLink } from '../../db/links.ts';
import { findPublishedTo } from '../../db/read-models/bundle-views.ts';
import type { Texts } from '../../domain/messages.ts';
import { findEditors, getCycleFacts } from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';
import { findContact } from './letters-of-award.ts';

/** Editors find it in their nomination, a laureate's contact by a link that needs no account. */
export async function lettersOfBundle(desk: Desk, event: Told<'BundlePublished'>): Promise<Draft[]> {
  const { cycleId, audience, hash } = event.data;
  if (audience !== 'nominee') return [];
  const [cycle, nominees] = await Promise.all([getCycleFacts(desk.db, cycleId), findPublishedTo(desk.db, hash)]);
  const about = { cycleId, cycle: cycle.title, zone: cycle.zone, published: new Date(event.meta.at) };
  return (await Promise.all(nominees.map((nominee) => lettersTo(desk, { ...nominee, ...about })))).flat();
}

type Nominee = {
  nominationId: string;
  country: string;
  organisation: Texts;
  cycleId: string;
  cycle: Texts;
  zone: string;
  published: Date;
};

async function lettersTo({ db, ...desk }: Desk, nominee: Nominee): Promise<Draft[]> {
  const { nominationId, country, organisation, cycleId, cycle, zone, published } = nominee;
  const [editors, contacts] = await Promise.all([
    findEditors(db, nominationId),
    findContact({ db, ...desk }, nominationId),
  ]);
  const facts = { organisation, cycle };
  const url = `${desk.publicUrl}/nominations/${nominationId}`;
  const byLink = contacts.map(async (personId): Promise<Draft> => {
    const about = { personId, laureateId: nominationId, cycleId, answerBy: published };
    const { token: secret, expiresAt } = await makeAwardLink(db, about);
    const deadline = { at: expiresAt, zone };
    return {
      kind: 'own-result-linked',
      key: nominationId,
      to: [personId],
      facts: { ...facts, deadline },
      country,
      secret,
    };
  });
  const to = editors.filter((person) => !contacts.includes(person));
  return [
    { kind: 'own-result', key: nominationId, to, facts: { ...facts, url }, country },
    ...(await Promise.all(byLink)),
  ];
}
