// What the people of the day work by: the programme with every name, speaking list, run sheets and slides of each room.
import { Anchor, Badge, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { Section } from '../results/Section.tsx';

type Paper = { key: string; path: string; as?: string; query?: { [name: string]: string } };

export function ForumPapers() {
  const { t } = useTranslation('forum-papers');
  const forumId = useParam('forumId');
  const { plan, releases } = useView('/forums/:forumId', { params: { forumId } });
  const [since, setSince] = useState<string | null>(null);
  const numbers = Array.from({ length: Math.max(0, releases - 1) }, (_, index) => String(index + 1));
  const only: { [name: string]: string } = since === null ? {} : { since };
  return (
    <Page
      title={t('title')}
      over={
        <Anchor component={Link} to={`/forums/${forumId}`}>
          <LocalText of={plan.name} />
        </Anchor>
      }
      lead={t('lead')}
    >
      {releases === 0 ? (
        <Empty text={t('empty')} />
      ) : (
        <>
          <Section title={t('programme')} lead={t('programmeLead')}>
            <Files forumId={forumId} papers={programmes} />
          </Section>
          <Section title={t('rooms')} lead={t('roomsLead')}>
            {numbers.length > 0 && (
              <Select
                label={t('since')}
                description={t('sinceHint')}
                placeholder={t('all')}
                data={numbers.map((number) => ({ value: number, label: t('sinceRelease', { number }) }))}
                value={since}
                onChange={setSince}
                clearable
                maw={360}
              />
            )}
            {plan.rooms.map(({ key, name }) => (
              <div key={key}>
                <Title order={3} size="h5" mb={4}>
                  <LocalText of={name} />
                </Title>
                <Files
                  forumId={forumId}
                  papers={roomPapers.map((paper) => ({ ...paper, query: { room: key, ...only } }))}
                />
              </div>
            ))}
          </Section>
          <Names forumId={forumId} />
        </>
      )}
    </Page>
  );
}

const programmes: Paper[] = [
  { key: 'pdf', path: '/forums/:forumId/programme/print', as: 'pdf' },
  { key: 'docx', path: '/forums/:forumId/programme/print', as: 'docx' },
  { key: 'xlsx', path: '/forums/:forumId/programme/print', as: 'xlsx' },
  { key: 'listPdf', path: '/forums/:forumId/captions', as: 'pdf' },
  { key: 'listDocx', path: '/forums/:forumId/captions', as: 'docx' },
];
const roomPapers: Paper[] = [
  { key: 'sheet', path: '/forums/:forumId/run-sheet', as: 'pdf' },
  { key: 'sheetDocx', path: '/forums/:forumId/run-sheet', as: 'docx' },
  { key: 'slides', path: '/forums/:forumId/slides' },
];

function Files({ forumId, papers }: { forumId: string; papers: Paper[] }) {
  const { t, i18n } = useTranslation('forum-papers');
  return (
    <Group gap="md" style={{ rowGap: 0 }}>
      {papers.map(({ key, path, as, query = {} }) => (
        <Anchor
          key={key}
          href={addressOf(path, { forumId }, as === undefined ? query : { ...query, as, language: i18n.language })}
          download
          underline="always"
          py={6}
        >
          {t(`file.${key}`)}
        </Anchor>
      ))}
    </Group>
  );
}

/** The working stage: who is behind "Laureate, country, category". */
function Names({ forumId }: { forumId: string }) {
  const { t } = useTranslation('forum-papers');
  const { entries } = useView('/forums/:forumId/programme', { params: { forumId } });
  return (
    <Section title={t('names')} lead={t('namesLead')}>
      {entries.length === 0 && <Text>{t('nothing')}</Text>}
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('time')}</Table.Th>
              <Table.Th>{t('who')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map(({ talk, place }) => (
              <Table.Tr key={talk.publicId}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {place.localStart}–{place.localEnd}
                </Table.Td>
                <Table.Td>
                  <Stack gap={2} align="flex-start">
                    <span>
                      {talk.organisation !== null && <LocalText of={talk.organisation} />} ({talk.country})
                    </span>
                    {talk.speaker !== null && <Text size="sm">{talk.speaker.name}</Text>}
                    <Badge color={talk.isPublic ? 'green' : 'orange'}>{t(talk.isPublic ? 'named' : 'hidden')}</Badge>
                  </Stack>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
