// All versions of a report: who saved which, what differs from the one before, and each to print.
import { Anchor, Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useView } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { When } from '../../parts/When.tsx';
import { Section } from '../results/Section.tsx';
import { Changes } from './Changes.tsx';
import { Parts } from './Parts.tsx';
import type { ReportOf } from './report-of.ts';

type Params = { forumId: string; iso2: string };

export function Versions({ report, params }: { report: ReportOf; params: Params }) {
  const { t } = useTranslation('report');
  const [compared, setCompared] = useState<number | null>(null);
  const [read, setRead] = useState<number | null>(null);
  if (report.versions.length === 0) return null;
  return (
    <Section title={t('versions.title')}>
      <List spacing="xs" listStyleType="none">
        {report.versions.map(({ version, savedAt, savedBy, source }) => (
          <List.Item key={version}>
            {t('version', { version })} · {savedBy ?? t('nobody')} · <When at={savedAt} zone={report.forum.zone} /> ·{' '}
            {t(`source.${source}`)}
            {report.approved?.version === version && ` · ${t(`audience.${report.approved.audience}`)}`}
            {report.published === version && ` · ${t('status.published')}`}
            <br />
            <Button variant="subtle" size="compact-sm" aria-haspopup="dialog" onClick={() => setRead(version)}>
              {t('versions.read', { version })}
            </Button>{' '}
            <Anchor href={addressOf('/forums/:forumId/delegations/:iso2/report/pdf', params, { version })}>
              {t('versions.pdf', { version })}
            </Anchor>{' '}
            <Button variant="subtle" size="compact-sm" aria-haspopup="dialog" onClick={() => setCompared(version)}>
              {t(version === 1 ? 'versions.first' : 'versions.compare', { version, before: version - 1 })}
            </Button>
          </List.Item>
        ))}
      </List>
      <Dialog opened={compared !== null} onClose={() => setCompared(null)} title={t('versions.differs')} size="xl">
        {compared !== null && <Compared version={compared} params={params} />}
      </Dialog>
      <Dialog
        opened={read !== null}
        onClose={() => setRead(null)}
        title={t('version', { version: read ?? 0 })}
        size="xl"
      >
        {read !== null && <ReadVersion version={read} params={params} />}
      </Dialog>
    </Section>
  );
}

function ReadVersion({ version, params }: { version: number; params: Params }) {
  const path = '/forums/:forumId/delegations/:iso2/report/versions/:version';
  const { content } = useView(path, { params: { ...params, version: String(version) } });
  return <Parts content={content} params={params} />;
}

function Compared({ version, params }: { version: number; params: Params }) {
  const { t } = useTranslation('report');
  const query = { from: version - 1, to: version };
  const { changes } = useView('/forums/:forumId/delegations/:iso2/report/compare', { params, query });
  if (changes.length === 0) return <Text>{t('versions.same')}</Text>;
  return <Changes changes={changes} />;
}
