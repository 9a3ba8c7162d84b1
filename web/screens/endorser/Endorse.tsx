// The circulation note, and the answers of the reader's own country: laureate by laureate or all at once.
import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { NoteGroup } from './NoteGroup.tsx';
import { VoiceCard } from './VoiceCard.tsx';

export function Endorse() {
  const { t } = useTranslation('endorser');
  const cycleId = useParam('cycleId');
  const note = useView('/cycles/:cycleId/endorsement/note', { params: { cycleId } });
  const { cycle, status, closing, silence, groups, replies, fingerprint } = note;
  return (
    <Page
      title={t('title')}
      over={<LocalText of={cycle.title} />}
      lead={closing !== null && status === 'open' && <When at={closing.at} zone={closing.zone} relative />}
      actions={<Downloads cycleId={cycleId} />}
      width={860}
    >
      {status === 'draft' && <Alert color="yellow">{t('draft')}</Alert>}
      {status === 'concluded' && <Alert color="gray">{t('concluded')}</Alert>}
      {status === 'open' && replies.length > 0 && <Alert variant="light">{t(`silence.${silence}`)}</Alert>}
      {replies.map((voice) => (
        <VoiceCard key={voice.country} cycleId={cycleId} voice={voice} note={note} />
      ))}
      <Stack gap="xl">
        {groups.length === 0 && <Empty text={t('empty')} />}
        {groups.map((group) => (
          <NoteGroup key={group.group} cycleId={cycleId} group={group} note={note} />
        ))}
      </Stack>
      <Fingerprint of={fingerprint} />
    </Page>
  );
}

function Downloads({ cycleId }: { cycleId: string }) {
  const { t, i18n } = useTranslation('endorser');
  return (
    <Group gap="xs">
      {(['pdf', 'docx'] as const).map((form) => (
        <Button
          key={form}
          component="a"
          href={addressOf(`/cycles/:cycleId/endorsement/note/${form}`, { cycleId }, { language: i18n.language })}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t(`download.${form}`)}
        </Button>
      ))}
    </Group>
  );
}
