// An instant: in the zone that governs it, and in the reader's own where that differs.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session.ts';
import { fromNow, instantIn, ownZone, placeOf } from './times.ts';

type Props = {
  at: string;
  /** The zone that governs it; the reader's where none does. */
  zone?: string | null;
  /** Says too how far away it is. */
  relative?: boolean;
};

export function When({ at, zone, relative = false }: Props) {
  const { t, i18n } = useTranslation();
  const own = useMe()?.zone ?? ownZone();
  const governing = zone ?? own;
  const isElsewhere = instantIn(at, governing, 'en') !== instantIn(at, own, 'en');
  return (
    <span>
      <time dateTime={at}>
        {relative && <strong>{fromNow(at, i18n.language)} · </strong>}
        {instantIn(at, governing, i18n.language)} ({placeOf(governing)})
      </time>
      {isElsewhere && (
        <Text component="span" size="sm" display="block">
          {t('when.own', { when: instantIn(at, own, i18n.language), place: placeOf(own) })}
        </Text>
      )}
    </span>
  );
}
