// What each country has said of each laureate; a reply by letter is recorded for its country.
import { Badge, Card, Group, Select, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useAwardNames } from './award-names.ts';
import { ReplyByLetter } from './ReplyByLetter.tsx';
import { Section } from './Section.tsx';

const path = '/cycles/:cycleId/endorsement/replies';
const kinds = ['none', 'endorsed', 'objected'] as const;

export function Replies({ cycleId, isOpen }: { cycleId: string; isOpen: boolean }) {
  const { t } = useTranslation('results');
  const names = useAwardNames(cycleId);
  const [country, setCountry] = useState<string | null>(null);
  const [reply, setReply] = useState<string | null>(null);
  const query = { ...(country !== null && { country }), ...(reply !== null && { reply }) };
  const replies = useList(path, { params: { cycleId }, query });
  return (
    <Section title={t('replies.title')}>
      <Group align="flex-end">
        <Select
          label={t('person.country')}
          placeholder={t('replies.all')}
          data={names.definition.countries.map(({ iso2 }) => ({ value: iso2, label: names.country(iso2) }))}
          value={country}
          onChange={setCountry}
          clearable
          clearButtonProps={{ 'aria-label': t('replies.all') }}
        />
        <Select
          label={t('replies.reply')}
          placeholder={t('replies.all')}
          data={kinds.map((kind) => ({ value: kind, label: t(`reply.${kind}`) }))}
          value={reply}
          onChange={setReply}
          clearable
          clearButtonProps={{ 'aria-label': t('replies.all') }}
        />
        {isOpen && <ReplyByLetter cycleId={cycleId} />}
      </Group>
      <Listing
        list={replies}
        empty={<Empty text={t('replies.empty')} />}
        exports={<ExportButton path={path} params={{ cycleId }} query={query} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {[...Map.groupBy(items, (row) => row.country)].map(([iso2, rows]) => (
              <Card key={iso2} component="li" withBorder padding="sm">
                <Title order={3} size="h5">
                  {names.country(iso2)}
                </Title>
                {rows.map((row) => (
                  <Group key={row.laureateId} justify="space-between" gap={4} mt={4}>
                    <span>
                      <LocalText of={row.organisation} /> ({names.country(row.laureateCountry)})
                    </span>
                    <Badge color={row.reply === 'endorsed' ? 'green' : row.reply === 'objected' ? 'red' : 'gray'}>
                      {t(`reply.${row.reply}`)}
                    </Badge>
                  </Group>
                ))}
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Section>
  );
}
