// The record of the 12th forum as Thailand's delegation knew it, from what its ministry reported: nothing is added.
import { readFileSync } from 'node:fs';
import type { ReportRecord } from '../../documents/reports/prefill.ts';
import { Particulars } from '../../domain/delegation/messages.ts';
import type { ReportContent } from '../../domain/report/messages.ts';
import { ids } from './samples.ts';

export const thaiFacts = JSON.parse(
  readFileSync(new URL('../data/forum-12-thailand.json', import.meta.url), 'utf8'),
) as ThaiFacts;
type Th = { th: string; en?: string };
export type ThaiFacts = {
  forum: {
    number: number;
    date: string;
    name: Required<Th>;
    shortName: Th;
    venue: Required<Th>;
    country: Th;
    purpose: Required<Th>;
  };
  sessions: { title: Required<Th>; points: { th: string[]; en: string[] } }[];
  delegation: { unit: Th; members: { name: Th; position: Required<Th> }[] };
  laureate: {
    organisation: Th;
    presenter: { name: Th; position: Required<Th> };
    topics: {
      acronym: string;
      title: Required<Th>;
      subtitle?: Th;
      project?: Th;
      points: { th: string[]; en: string[] };
    }[];
  };
};

export function thaiRecord({ forum, sessions, delegation, laureate }: ThaiFacts = thaiFacts): ReportRecord {
  const { presenter, topics, organisation } = laureate;
  const particulars = delegation.members.map(({ name, position }) =>
    Particulars.parse({
      ...{ name: name.th, names: { th: name.th }, positions: position, bodies: { th: delegation.unit.th } },
      assignedBy: 'ได้รับมอบหมายให้เข้าร่วม',
    }),
  );
  return {
    plan: {
      ...{ name: forum.name, purpose: forum.purpose, venue: forum.venue, day: forum.date, opensAt: 570, closesAt: 960 },
      themes: sessions.map(({ title, points }, at) => ({ key: `theme-${at + 1}`, title, points })),
    },
    host: { th: forum.country.th },
    country: {
      ...{ names: { en: 'Thailand', th: 'ไทย' }, languages: ['th'] },
      report: {
        language: 'th',
        calendar: 'buddhist',
        hours: '{from}–{to} น.',
        clock: '.',
        digits: 'latin',
        face: 'sarabun',
      },
    },
    categories: [
      { key: 'private-sector', names: { en: 'Private sector', th: 'ภาคเอกชน' } },
      { key: 'ngo-cso', names: { en: 'NGO/CSO', th: 'องค์กรพัฒนาเอกชนและองค์กรภาคประชาสังคม' } },
    ],
    members: particulars.map((each, at) => ({ personId: ids.person(at + 1), capacity: 'delegate', particulars: each })),
    laureates: [
      {
        ...{ category: 'private-sector', organisation: { th: organisation.th }, given: null },
        presenter: { personId: ids.person(3), name: presenter.name.th, position: presenter.position },
        topics: topics.map(({ acronym, title, subtitle, project, points }) => ({
          ...{ acronym, title, ...(subtitle && { subtitle: { ...subtitle } }) },
          summary: { th: [project?.th, ...points.th].filter((line) => line !== undefined).join('\n') },
        })),
      },
    ],
    others: [],
  };
}

/** What the delegation itself adds: no more than the source says. */
export const withRemarks = (content: ReportContent): ReportContent => ({
  ...content,
  parts: content.parts.map((part) => {
    if (part.id === 'short-name') return { ...part, text: thaiFacts.forum.shortName.th };
    return part.id === 'pictures-text' ? { ...part, text: '5 ภาพ' } : part;
  }),
});
