// How a country writes days, hours and digits in its reports.
import { ReportStyle } from '../../domain/award-definition.ts';
import { reportLanguages } from './words.ts';

export type Style = ReportStyle & { language: string };
type Land = { languages: string[]; report?: ReportStyle | undefined };

/** The country's own where the award says it; else its first language that reports have words for, else English. */
export function styleOf({ languages, report }: Land): Style {
  const known = languages.find((language) => reportLanguages.includes(language)) ?? 'en';
  const style = report ?? ReportStyle.parse({});
  return { ...style, language: style.language ?? known };
}

/** 21 November 2023; 21 พฤศจิกายน 2566. */
export const sayDay = (day: string, { language, calendar }: Style): string =>
  new Intl.DateTimeFormat(`${language === 'en' ? 'en-GB' : language}-u-ca-${calendar}-nu-latn`, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/ (AD|ค\.ศ\.)$/, '');

/** 09:30–16:00; 09.30–16.00 น. */
export function sayHours(from: number, to: number, { clock, hours }: Style): string {
  const say = (minute: number) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(clock);
  return hours.replace('{from}', say(from)).replace('{to}', say(to));
}

const thaiDigits = '๐๑๒๓๔๕๖๗๘๙';
/** Addresses of the web and of mail keep theirs. */
export const inDigits = (text: string, digits: 'latin' | 'thai'): string =>
  digits === 'latin'
    ? text
    : text.replaceAll(/(https?:\/\/\S+|\S+@\S+)|\d/g, (found, address?: string) =>
        address === undefined ? (thaiDigits[Number(found)] ?? found) : found,
      );
