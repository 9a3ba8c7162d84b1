// One search over all that one handles: nominations, organisations, people.
import { Anchor, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useList } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useSearchText } from '../../parts/params.ts';
import { useOwnAward } from './names.ts';

type Hit = ItemOf<'/search'>;
const kinds = ['nomination', 'organisation', 'person'] as const;

export function Search() {
  const { t } = useTranslation('organisations');
  const [typed, setTyped] = useState(useSearchText('text') ?? '');
  const [text] = useDebouncedValue(typed.trim(), 300);
  const isAsked = text.length > 1;
  const hits = useList('/search', { query: { text } }, { enabled: isAsked });
  return (
    <Page title={t('search.title')} lead={t('search.lead')} width={860}>
      <TextInput
        label={t('search.label')}
        description={t('search.hint')}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isAsked && (
        <Listing
          list={hits}
          empty={<Empty text={t('search.nothing', { text })} />}
          exports={<ExportButton path="/search" query={{ text }} />}
        >
          {(items) =>
            kinds.map((kind) => <Hits key={kind} kind={kind} hits={items.filter((hit) => hit.kind === kind)} />)
          }
        </Listing>
      )}
    </Page>
  );
}

function Hits({ kind, hits }: { kind: (typeof kinds)[number]; hits: Hit[] }) {
  const { t } = useTranslation('organisations');
  const own = useOwnAward();
  if (hits.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4">
        {t(`search.${kind}`)}
      </Title>
      <Stack component="ul" gap={4} mt="xs" mb={0} p={0} style={{ listStyle: 'none' }}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <Name hit={hit} />{' '}
            <Text component="span" size="sm">
              {[own.country(hit.country), ...detailOf(hit, t)].filter((part) => part !== '').join(' · ')}
            </Text>
          </li>
        ))}
      </Stack>
    </section>
  );
}

function Name({ hit: { kind, id, names } }: { hit: Hit }) {
  if (kind === 'person') return <Text component="span">{names.und}</Text>;
  return (
    <Anchor component={Link} to={`/${kind}s/${id}`} underline="always" display="inline-block" py={4}>
      <LocalText of={names} />
    </Anchor>
  );
}

const detailOf = ({ kind, detail }: Hit, t: (key: string) => string): string[] => {
  if (detail === null) return [];
  return kind === 'person' ? detail.split(',').map((role) => t(`role.${role}`)) : [t(`nominationStatus.${detail}`)];
};
