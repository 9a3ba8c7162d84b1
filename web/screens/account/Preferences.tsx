// In which language and zone I read, on this page and in mails.
import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { chooseLanguage, languages, shownLanguage } from '../../i18n/languages.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { instantIn, ownZone } from '../../parts/times.ts';
import { done } from './done.ts';
import { Section } from './Section.tsx';

const zones = (): string[] => Intl.supportedValuesOf('timeZone');
const deviceZone = 'device';

export function Preferences() {
  const { t, i18n } = useTranslation('account');
  const me = useMe();
  const save = useAct('put', '/me/preferences', { onDone: () => done(t('preferences.saved')) });
  const zone = me?.zone ?? null;
  const chooseZone = (chosen: string | null) =>
    chosen !== null && save.mutate({ body: { zone: chosen === deviceZone ? null : chosen } });
  const choose = (tag: string | null) => {
    if (tag === null) return;
    save.mutate({ body: { language: tag } });
    void chooseLanguage(tag);
  };
  return (
    <Section title={t('preferences.title')} lead={t('preferences.lead')}>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <Select
          label={t('preferences.language')}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value={me ? shownLanguage(me.language) : null}
          allowDeselect={false}
          style={{ flex: '1 1 12rem' }}
          onChange={choose}
        />
        <Select
          label={t('preferences.zone')}
          description={t('preferences.now', {
            when: instantIn(new Date().toISOString(), zone ?? ownZone(), i18n.language),
          })}
          data={[{ value: deviceZone, label: t('preferences.device', { zone: ownZone() }) }, ...zones()]}
          value={zone ?? deviceZone}
          searchable
          limit={60}
          allowDeselect={false}
          nothingFoundMessage={t('preferences.noZone')}
          style={{ flex: '2 1 16rem' }}
          onChange={chooseZone}
        />
      </Group>
      <ProblemAlert problem={save.error} />
    </Section>
  );
}
