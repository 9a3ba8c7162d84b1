// A delegation's mission report: what the record says to begin with, written by its members, approved by a superior.
import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useView } from '../../api/query.ts';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { Acts } from './Acts.tsx';
import { Parts } from './Parts.tsx';
import { ReportForm } from './ReportForm.tsx';
import { reportPath, statusColours } from './report-of.ts';
import { Versions } from './Versions.tsx';
import { WordPapers } from './WordPapers.tsx';

export function Report() {
  const { t } = useTranslation('report');
  const say = useText();
  const params = { forumId: useParam('forumId'), iso2: useParam('iso2') };
  const report = useView(reportPath, { params });
  const { forum, country, status, latest, may, handedIn, returned, content } = report;
  const writes = may.write && handedIn === null;
  return (
    <Page
      title={t('title')}
      over={
        <>
          <LocalText of={country.names} /> · <LocalText of={forum.name} />
        </>
      }
      lead={t(latest === 0 ? 'opened' : 'lead')}
      width={860}
      actions={
        <>
          <Print params={params} />
          <HistoryButton
            path={'/forums/:forumId/delegations/:iso2/report/history'}
            params={params}
            of={say(country.names)}
            zone={forum.zone}
          />
        </>
      }
    >
      <Group gap="xs">
        <Badge color={statusColours[status] ?? 'gray'} variant="light">
          {t(`status.${status}`)}
        </Badge>
        {latest > 0 && <Text size="sm">{t('version', { version: latest })}</Text>}
      </Group>
      {returned !== null && handedIn === null && returned.version === latest && (
        <Alert color="orange" variant="light" title={t('returned')}>
          {returned.note}
        </Alert>
      )}
      {handedIn !== null && (
        <Alert color="blue" variant="light">
          {t(handedIn.own ? 'handedIn.own' : 'handedIn.other', {
            version: handedIn.version,
            name: handedIn.by ?? t('nobody'),
          })}
        </Alert>
      )}
      <Acts report={report} params={params} />
      {writes ? (
        <ReportForm key={latest} report={report} params={params} />
      ) : (
        <Parts content={content} params={params} />
      )}
      <WordPapers report={report} params={params} mayTake={writes} />
      <Versions report={report} params={params} />
    </Page>
  );
}

type Params = { forumId: string; iso2: string };
function Print({ params }: { params: Params }) {
  const { t } = useTranslation('report');
  return (
    <Button
      component="a"
      variant="default"
      href={addressOf('/forums/:forumId/delegations/:iso2/report/pdf', params, {})}
    >
      {t('pdf')}
    </Button>
  );
}
