// One organisation: its names, awards and nominations, what may be the same, what was merged, and its history.
import { Anchor, Group, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { Section } from '../results/Section.tsx';
import { EarlierAward } from './EarlierAward.tsx';
import { Matches, Merged } from './Matches.tsx';
import { useOwnAward } from './names.ts';
import { Registration } from './Registration.tsx';
import { Rename } from './Rename.tsx';

type View = Contract<'get', '/organisations/:organisationId'>['answer'];

export function Organisation() {
  const { t } = useTranslation('organisations');
  const say = useText();
  const me = useMe();
  const own = useOwnAward();
  const organisationId = useParam('organisationId');
  const view = useView('/organisations/:organisationId', { params: { organisationId } });
  const isOffice = holds(me, 'secretariat');
  return (
    <Page
      title={say(view.names)}
      lead={own.country(view.country)}
      width={960}
      actions={
        holds(me, 'secretariat', 'auditor', 'focal-point') && (
          <HistoryButton
            path="/organisations/:organisationId/history"
            params={{ organisationId: view.organisationId }}
            of={say(view.names)}
          />
        )
      }
    >
      <Section title={t('one.names')}>
        <Names view={view} />
        {holds(me, 'secretariat', 'focal-point') && (
          <Group>
            <Rename view={view} />
            <Registration view={view} />
          </Group>
        )}
      </Section>
      {isOffice && <Matches view={view} />}
      {isOffice && view.merged.length > 0 && <Merged view={view} />}
      <Section title={t('one.awards')}>
        <Awards view={view} />
        {isOffice && own.award !== null && (
          <EarlierAward award={own.award} organisationId={view.organisationId} country={view.country} />
        )}
      </Section>
      <Section title={t('one.nominations')}>
        {view.nominations.length === 0 && <Text>{t('one.noNominations')}</Text>}
        <List>
          {view.nominations.map((one) => (
            <List.Item key={one.nominationId}>
              <Anchor component={Link} to={`/nominations/${one.nominationId}`} underline="always">
                {own.category(one.category)}
              </Anchor>{' '}
              ({own.country(one.country)}) · {t(`nominationStatus.${one.status}`)}
            </List.Item>
          ))}
        </List>
      </Section>
    </Page>
  );
}

function Names({ view }: { view: View }) {
  const { t, i18n } = useTranslation('organisations');
  const called = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <Stack gap={4}>
      {Object.entries(view.names).map(([language, name]) => (
        <Text key={language}>
          <span lang={language}>{name}</span>{' '}
          <Text component="span" size="sm">
            ({language === 'und' ? t('one.unknownLanguage') : called.of(language)})
          </Text>
        </Text>
      ))}
      {view.former.map(({ names, until }) => (
        <Text key={JSON.stringify(names)} size="sm">
          {t('one.former')}: <LocalText of={names} />
          {until !== null && ` (${t('one.until', { day: until })})`}
        </Text>
      ))}
      <Text size="sm">
        {view.registration === null
          ? t('one.noNumber')
          : `${t('registration.number')}: ${view.registration.number}${view.registration.registrar === null ? '' : `, ${view.registration.registrar}`}`}
      </Text>
    </Stack>
  );
}

function Awards({ view }: { view: View }) {
  const { t, i18n } = useTranslation('organisations');
  const own = useOwnAward();
  const year = (value: number) => (i18n.language === 'th' ? value + 543 : value);
  if (view.awards.length === 0) return <Text>{t('one.noAwards')}</Text>;
  return (
    <List>
      {view.awards.map((one) => (
        <List.Item key={`${one.award} ${one.edition} ${one.category} ${one.year}`}>
          <LocalText of={one.names} /> · {own.category(one.category)} ·{' '}
          {one.edition === null ? t('one.noEdition') : t('one.edition', { number: one.edition })}
          {one.year !== null && ` · ${year(one.year)}`} · {t(`basis.${one.basis}`)}
          {one.revoked && ` · ${t('one.revoked')}`}
          {one.note !== null && (
            <Text size="sm" component="span" display="block">
              {one.note}
            </Text>
          )}
          {one.sources.length > 0 && (
            <Text size="sm" component="span" display="block" style={{ overflowWrap: 'anywhere' }}>
              {t('one.sources')}: {one.sources.join(', ')}
            </Text>
          )}
        </List.Item>
      ))}
    </List>
  );
}
