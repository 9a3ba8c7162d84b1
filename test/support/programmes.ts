// A forum of two laureates whose names are planted to be found, played up to its releases.
import { randomUUID } from 'node:crypto';
import type { Placement } from '../../domain/forum/messages.ts';
import { by } from './acts.ts';
import type { TestApi } from './api.ts';
import { type Played, playForum } from './played-cycle.ts';

/** Words that stand in what is under embargo, and nowhere else. */
export const planted = {
  ...{ organisation: 'Plantedhouse', title: 'Plantedtitle', summary: 'Plantedsummary', acronym: 'PLNTD' },
  ...{ speaker: 'Khun Plantedspeaker', thai: 'ชื่อที่ปลูกไว้', reserve: 'Plantedreserve' },
};

/** Who moderates in the first session of the main room. */
export const moderatorName = 'Khun Sample Moderator';

export type PlayedForum = {
  forumId: string;
  speaker: string;
  moderator: string;
  /** The working copy alone. */
  propose(placements: Placement[], others?: string[]): Promise<void>;
  release(name: string, placements: Placement[], others?: string[]): Promise<void>;
};

/** Both laureates are invited, confirm and describe their talks; `release` has them placed as named and the rest left out. */
export async function playProgramme(api: TestApi, played: Played): Promise<PlayedForum> {
  const { acts, cycleId, ngo, firm } = played;
  const forumId = await playForum(played);
  const speaker = await api.person(planted.speaker);
  const laureates = [
    { laureateId: ngo, category: 'ngo' },
    { laureateId: firm, category: 'private' },
  ];
  for (const { laureateId, category } of laureates) {
    const of = { forumId, laureateId };
    const organisation = { en: `${planted.organisation} of ${category}`, th: `${planted.thai} ${category}` };
    const invited = { ...of, cycleId, personId: speaker, country: 'SG', category, organisation };
    await acts.talk({ type: 'InvitePresenter', data: invited }, by('secretariat'));
    await acts.talk({ type: 'ConfirmTalk', data: of }, by('presenter', speaker));
    const topic = {
      title: { en: `${planted.title} of ${category} <b>&`, th: `${planted.thai} ${category}` },
      summary: { en: planted.summary },
      acronym: planted.acronym,
    };
    const described = { ...of, topics: [topic], theme: null, language: 'en' };
    await acts.talk({ type: 'DescribeTalk', data: described }, by('presenter', speaker));
  }
  const facts = { person: speaker, theme: null, available: [] };
  const talks = laureates.map(({ laureateId, category }) => {
    return { ...facts, talk: laureateId, country: 'SG', category };
  });
  const moderator = await api.person(moderatorName);
  const propose = async (placements: Placement[], others: string[] = []) => {
    const given = [...talks, ...others.map((talk) => ({ ...facts, talk, country: 'MM', category: 'ngo' }))];
    const proposalId = randomUUID();
    const unplaced = given
      .filter(({ talk }) => !placements.some((placed) => placed.talk === talk))
      .map(({ talk }) => ({ talk, reasons: ['All slots are taken.'] }));
    await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId } }, by('secretariat'));
    const staff = { moderators: { 'first/main': moderator }, interpretation: { 'first/main': ['th'] } };
    const proposal = { forumId, proposalId, placements, unplaced, talks: given, ...staff };
    await acts.forum({ type: 'ProposeSchedule', data: proposal }, by('process'));
  };
  const release = async (name: string, placements: Placement[], others: string[] = []) => {
    await propose(placements, others);
    await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name, note: '' } }, by('secretariat'));
  };
  return { forumId, speaker, moderator, propose, release };
}
