// The proceedings of a forum on paper, by theme, in one language; what is not in that language is in another, and says so.
import { textOf } from '../domain/localized-text.ts';
import type { Texts } from '../domain/messages.ts';
import type { RolledUp } from '../domain/proceedings/rolling-up.ts';
import type { Block, Paper } from './print/paper.ts';
import { nameOfLanguage } from './programme/telling.ts';
import { sayDay, styleOf } from './reports/style.ts';
import { fill, reportWords } from './reports/words.ts';

type Said = { name: Texts; venue: Texts; day: string; themes: RolledUp[] };
type Words = {
  title: string;
  points: string;
  recommendations: string;
  none: string;
  noPicture: string;
  onlyIn: string;
};
const en: Words = {
  title: 'Proceedings',
  points: 'Points',
  recommendations: 'Recommendations',
  none: 'Nothing is recorded yet.',
  noPicture: 'A picture stands here that could not be printed.',
  onlyIn: 'Written in {language} only:',
};
/** Those that we are sure of; English stands where one is missing. */
const others: { [language: string]: Partial<Words> } = {
  th: {
    title: 'สรุปผลการเสวนา',
    points: 'ประเด็น',
    recommendations: 'ข้อเสนอแนะ',
    none: 'ยังไม่มีการบันทึก',
    noPicture: 'มีภาพในตำแหน่งนี้ซึ่งไม่สามารถพิมพ์ได้',
    onlyIn: 'บันทึกไว้เฉพาะภาษา{language}',
  },
  ms: {
    title: 'Prosiding',
    points: 'Perkara utama',
    recommendations: 'Syor',
    onlyIn: 'Hanya ditulis dalam bahasa {language}:',
  },
  id: {
    title: 'Prosiding',
    points: 'Poin utama',
    recommendations: 'Rekomendasi',
    onlyIn: 'Hanya tertulis dalam bahasa {language}:',
  },
  vi: { title: 'Kỷ yếu', points: 'Nội dung chính', recommendations: 'Khuyến nghị', onlyIn: 'Chỉ có bằng {language}:' },
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
  const told = (texts: InLanguages, set: (lines: string[], own: Own) => Block[]) =>
    askedFirst(texts, asked).flatMap(([tag, lines]) =>
      tag === asked ? set(lines, {}) : [onlyIn(tag, language), ...set(lines, { language: tag })],
    );
  const listed = (label: string, texts: InLanguages): Block[] => {
    const lists = told(texts, (items, own) => [{ kind: 'list', items, ...own }]);
    return lists.length === 0 ? [] : [{ kind: 'heading', level: 2, text: label }, ...lists];
  };
  const blocks = themes.flatMap(({ title, summary, points, recommendations, pictures }): Block[] => [
    { kind: 'heading', level: 1, text: say(title) },
    ...told(summary, (lines, own) => lines.map((text): Block => ({ kind: 'text', text, ...own }))),
    ...listed(said.points, points),
    ...listed(said.recommendations, recommendations),
    ...pictures.map((picture): Block => {
      const [[tag, caption] = [asked, '']] = Object.entries(picture.caption);
      const credit = picture.credit === '' ? '' : fill(reportWords(language).credit, { credit: picture.credit });
      const own = tag === asked ? {} : { language: tag };
      return { kind: 'picture', key: picture.fileId, otherwise: said.noPicture, caption, credit, ...own };
    }),
  ]);
  return {
    ...{ title: said.title, language, foot: `${say(name)} · ${said.title}` },
    subtitle: `${say(name)}\n${sayDay(day, style)} · ${say(venue)}`,
    blocks: blocks.length === 0 ? [{ kind: 'text', text: said.none }] : blocks,
  };
}

type InLanguages = { [language: string]: string[] };
type Own = { language?: string };

/** What is in the language asked for comes before what is not. */
export const askedFirst = (texts: InLanguages, asked: string): [language: string, lines: string[]][] =>
  Object.entries(texts).toSorted(([a], [b]) => Number(b === asked) - Number(a === asked));

/** Says that a text is in a language that was not asked for; in English where we have no sentence for it. */
function onlyIn(tag: string, language: string): Block {
  const own = others[language]?.onlyIn;
  const name = nameOfLanguage(tag, own === undefined ? 'en' : language);
  return { kind: 'small', text: fill(own ?? en.onlyIn, { language: name }) };
}
