// When something was saved: the time alone on the same day, always with its zone.
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/session.ts';
import { instantIn, ownZone, placeOf } from '../../../parts/times.ts';

export function useSavedAt(): (at: string) => string {
  const { i18n } = useTranslation();
  const zone = useMe()?.zone ?? ownZone();
  return (at) => {
    const day = { timeZone: zone, dateStyle: 'short' } as const;
    const isToday =
      new Intl.DateTimeFormat('en', day).format(new Date(at)) === new Intl.DateTimeFormat('en', day).format();
    if (!isToday) return `${instantIn(at, zone, i18n.language)} (${placeOf(zone)})`;
    const time = { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' } as const;
    return `${new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, time).format(new Date(at))} (${placeOf(zone)})`;
  };
}
