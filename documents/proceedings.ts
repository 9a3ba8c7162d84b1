// The proceedings of a forum on paper, by theme, in one language; what is not in that language is in the one that it was written in.
import { textOf } from '../domain/localized-text.ts';
import type { Texts } from '../domain/messages.ts';
import type { RolledUp } from '../domain/proceedings/rolling-up.ts';
import type { Block, Paper } from './print/paper.ts';
import { sayDay, styleOf } from './reports/style.ts';
import { fill, reportWords } from './reports/words.ts';

type Said = { name: Texts; venue: Texts; day: string; themes: RolledUp[] };
type Words = { title: string; points: string; recommendations: string; none: string; noPicture: string };
const en: Words = {
  title: 'Proceedings',
  points: 'Points',
  recommendations: 'Recommendations',
  none: 'Nothing is recorded yet.',
  noPicture: 'A picture stands here that could not be printed.',
};
/** Those that we are sure of; English stands where one is missing. */
const others: { [language: string]: Partial<Words> } = {
  th: {
    title: 'สรุปผลการเสวนา',
    points: 'ประเด็น',
    recommendations: 'ข้อเสนอแนะ',
    none: 'ยังไม่มีการบันทึก',
    noPicture: 'มีภาพในตำแหน่งนี้ซึ่งไม่สามารถพิมพ์ได้',
  },
  ms: { title: 'Prosiding', points: 'Perkara utama', recommendations: 'Syor' },
  id: { title: 'Prosiding', points: 'Poin utama', recommendations: 'Rekomendasi' },
  vi: { title: 'Kỷ yếu', points: 'Nội dung chính', recommendations: 'Khuyến nghị' },
  fil: { points: 'Mga pangunahing punto', recommendations: 'Mga rekomendasyon' },
  lo: { recommendations: 'ຂໍ້ສະເໜີແນະ' },
  km: { points: 'ចំណុចសំខាន់ៗ', recommendations: 'អនុសាសន៍' },
  my: { points: 'အဓိကအချက်များ', recommendations: 'အကြံပြုချက်များ' },
};

export function proceedingsPaper({ name, venue, day, themes }: Said, asked: string): Paper {
  const language = asked in others ? asked : 'en';
  const said = { ...en, ...others[language] };
  const calendar = language === 'th' ? ('buddhist' as const) : ('gregory' as const);
  const style = { ...styleOf({ languages: [language] }), calendar };
  const say = (texts: Texts) => textOf(texts, language);
  const blocks = themes.flatMap(({ title, summary, points, recommendations, pictures }): Block[] => [
    { kind: 'heading', level: 1, text: say(title) },
    ...inLanguage(summary, asked).map((text): Block => ({ kind: 'text', text })),
    ...listed(said.points, inLanguage(points, asked)),
    ...listed(said.recommendations, inLanguage(recommendations, asked)),
    ...pictures.map(
      (picture): Block => ({
        ...{ kind: 'picture', key: picture.fileId, otherwise: said.noPicture },
        caption: textOf(picture.caption, asked),
        credit: picture.credit === '' ? '' : fill(reportWords(language).credit, { credit: picture.credit }),
      }),
    ),
  ]);
  return {
    ...{ title: said.title, language, foot: `${say(name)} · ${said.title}` },
    subtitle: `${say(name)}\n${sayDay(day, style)} · ${say(venue)}`,
    blocks: blocks.length === 0 ? [{ kind: 'text', text: said.none }] : blocks,
  };
}

export const inLanguage = (texts: { [language: string]: string[] }, language: string): string[] =>
  texts[language] ?? texts.en ?? Object.values(texts)[0] ?? [];

const listed = (label: string, items: string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', level: 3, text: label },
        { kind: 'list', items },
      ];
