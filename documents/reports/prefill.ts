// A mission report as it opens: what the record says, each fact in its place; what it does not say is left blank.
import type { ReportStyle } from '../../domain/award-definition.ts';
import type { Capacity, Particulars } from '../../domain/delegation/messages.ts';
import type { ForumPlan } from '../../domain/forum/messages.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import type { ReportContent, ReportPart } from '../../domain/report/messages.ts';
import type { Topic } from '../../domain/talk/messages.ts';
import { fullName } from '../print/delegation.ts';
import { type Style, sayDay, sayHours, styleOf } from './style.ts';
import { fill, type ReportWords, reportWords } from './words.ts';

export type Given = { theme: Texts; from: number; to: number };
export type OwnLaureate = {
  category: string;
  organisation: Texts;
  presenter: { personId: string; name: string; position: Texts } | null;
  topics: Topic[];
  /** Where and when the talk was given; null unless it is recorded that it was. */
  given: Given | null;
};
export type ReportRecord = {
  plan: Pick<ForumPlan, 'name' | 'purpose' | 'venue' | 'day' | 'opensAt' | 'closesAt' | 'themes'>;
  host: Texts;
  country: { names: Texts; languages: string[]; report?: ReportStyle | undefined };
  categories: { key: string; names: Texts }[];
  members: { personId: string; capacity: Capacity; particulars: Particulars }[];
  laureates: OwnLaureate[];
  /** Talks of others that were given. */
  others: { country: Texts; organisation: Texts | null; category: Texts; topics: Topic[] }[];
};
type Words = Exclude<ReportPart, { kind: 'picture' }>;
type Saying = { style: Style; words: ReportWords; say(texts: Texts | null | undefined): string };

export function openReport(record: ReportRecord): ReportContent {
  const style = styleOf(record.country);
  const words = reportWords(style.language);
  const saying: Saying = { style, words, say: (texts) => (texts == null ? '' : textOf(texts, style.language)) };
  return {
    title: fill(words.title, { forum: saying.say(record.plan.name) }),
    ...{ language: style.language, digits: style.digits },
    parts: [
      ...occasion(record, saying),
      ...delegation(record, saying),
      { id: 'purpose', kind: 'heading', label: '', text: words.purpose },
      { id: 'purpose-text', kind: 'text', label: '', text: saying.say(record.plan.purpose) },
      ...themes(record, saying),
      ...laureates(record, saying),
      { id: 'others', kind: 'heading', label: '', text: words.others },
      {
        id: 'others-list',
        kind: 'list',
        label: '',
        text: record.others.map((one) => otherLine(one, saying)).join('\n'),
      },
      { id: 'outcome', kind: 'heading', label: '', text: words.outcome },
      { id: 'outcome-text', kind: 'text', label: '', text: '' },
      { id: 'follow-up', kind: 'heading', label: '', text: words.followUp },
      { id: 'follow-up-text', kind: 'text', label: '', text: '' },
      { id: 'pictures', kind: 'heading', label: '', text: words.pictures },
      { id: 'pictures-text', kind: 'text', label: '', text: '' },
    ],
  };
}

const fact = (id: string, label: string, text: string): Words => ({ id, kind: 'fact', label, text });

function occasion({ plan, host }: ReportRecord, { words, say, style }: Saying): ReportPart[] {
  return [
    fact('forum', words.forum, say(plan.name)),
    fact('short-name', words.shortName, ''),
    fact('date', words.date, sayDay(plan.day, style)),
    fact('hours', words.hours, sayHours(plan.opensAt, plan.closesAt, style)),
    fact('venue', words.venue, say(plan.venue)),
    fact('host', words.host, say(host)),
  ];
}

/** Presenters and those who stand for a laureate are named with the laureate. */
const withLaureate: Capacity[] = ['presenter', 'laureate-representative'];

function delegation({ members }: ReportRecord, { words, say, style }: Saying): ReportPart[] {
  const own = members.filter(({ capacity }) => !withLaureate.includes(capacity));
  const once = (texts: string[]) => [...new Set(texts.filter((text) => text !== ''))].join('\n');
  const named = own.map(
    ({ personId, particulars }, at): ReportPart => ({
      ...fact(
        `member-${at + 1}`,
        `${words.member} ${at + 1}`,
        once([fullName(particulars, style.language), say(particulars.positions)]),
      ),
      person: personId,
    }),
  );
  return [
    { id: 'delegation', kind: 'heading', label: '', text: words.delegation },
    fact('unit', words.unit, once(own.map(({ particulars }) => say(particulars.bodies)))),
    fact('basis', words.basis, once(own.map(({ particulars }) => particulars.assignedBy))),
    ...(named.length === 0 ? [fact('member-1', words.member, '')] : named),
  ];
}

/** Both official titles stand there: neither translates the other. */
const englishOf = (texts: Texts, { style, say }: Saying): string =>
  style.language !== 'en' && texts.en !== undefined && texts.en !== say(texts) ? texts.en : '';

function themes({ plan }: ReportRecord, saying: Saying): ReportPart[] {
  const { words, say, style } = saying;
  const each = plan.themes.flatMap(({ title, points }, at): ReportPart[] => {
    const id = `theme-${at + 1}`;
    const english = englishOf(title, saying);
    return [
      { id, kind: 'subheading', label: '', text: fill(words.theme, { number: String(at + 1), title: say(title) }) },
      ...(english === '' ? [] : [fact(`${id}-english`, words.otherTitle, english)]),
      fact(`${id}-moderator`, words.moderator, ''),
      {
        id: `${id}-points`,
        kind: 'list',
        label: words.points,
        text: (points[style.language] ?? points.en ?? []).join('\n'),
      },
    ];
  });
  return [{ id: 'themes', kind: 'heading', label: '', text: words.themes }, ...each];
}

/** A laureate for each category: where none is known its place stays blank. */
function laureates({ categories, country, laureates: known }: ReportRecord, saying: Saying): ReportPart[] {
  const { words, say } = saying;
  const each = categories.flatMap(({ key, names }): ReportPart[] => {
    const own = known.filter(({ category }) => category === key);
    const head: ReportPart = { id: `category-${key}`, kind: 'subheading', label: '', text: say(names) };
    if (own.length === 0) return [head, fact(`category-${key}-organisation`, words.organisation, '')];
    return [head, ...own.flatMap((one, at) => laureate(one, `category-${key}-${at + 1}`, saying))];
  });
  const title = fill(words.laureates, { country: say(country.names) });
  return [{ id: 'laureates', kind: 'heading', label: '', text: title }, ...each];
}

function laureate({ organisation, presenter, topics, given }: OwnLaureate, id: string, saying: Saying): ReportPart[] {
  const { words, say, style } = saying;
  const who = presenter === null ? '' : [presenter.name, say(presenter.position)].filter(Boolean).join('\n');
  return [
    fact(`${id}-organisation`, words.organisation, say(organisation)),
    {
      ...fact(`${id}-presenter`, words.presenter, who),
      ...(presenter !== null && { person: presenter.personId }),
    },
    fact(`${id}-session`, words.session, given === null ? '' : say(given.theme)),
    fact(`${id}-time`, words.talkTime, given === null ? '' : sayHours(given.from, given.to, style)),
    ...topics.flatMap((topic, at) => topicParts(topic, at + 1, `${id}-topic-${at + 1}`, saying)),
  ];
}

const titleOf = ({ acronym, title }: Topic, say: Saying['say']) =>
  [acronym, say(title)].filter((part) => part !== undefined && part !== '').join(' — ');

/** What a topic says about itself, in the language of the report. */
function topicParts(topic: Topic, number: number, id: string, saying: Saying): ReportPart[] {
  const { words, say, style } = saying;
  const { title, standsFor, subtitle, aims = {}, summary } = topic;
  const stands = say(standsFor) === say(title) ? '' : say(standsFor);
  const points = pointsOf(say(summary));
  const own = aims[style.language] ?? aims.en ?? [];
  const facts = [
    [`${id}-english`, words.stands, englishOf(title, saying)],
    [`${id}-stands-for`, words.standsFor, stands],
    [`${id}-subtitle`, words.subtitle, say(subtitle)],
  ] as const;
  return [
    fact(id, fill(words.topic, { number: String(number) }), titleOf(topic, say)),
    ...facts.flatMap(([key, label, text]) => (text === '' ? [] : [fact(key, label, text)])),
    ...(own.length === 0 ? [] : [{ id: `${id}-aims`, kind: 'list' as const, label: words.aims, text: own.join('\n') }]),
    {
      id: `${id}-points`,
      kind: points.length > 1 ? ('list' as const) : ('text' as const),
      label: words.summary,
      text: points.join('\n'),
    },
  ];
}

/** A summary whose points stand between dots or in lines is a list of them. */
const pointsOf = (summary: string): string[] =>
  summary
    .split(/\n| · /)
    .map((point) => point.trim())
    .filter((point) => point !== '');

const otherLine = ({ country, organisation, category, topics }: ReportRecord['others'][number], { say }: Saying) =>
  [say(country), say(organisation ?? category), ...topics.map((topic) => titleOf(topic, say))]
    .filter((part) => part !== '')
    .join(' · ');
