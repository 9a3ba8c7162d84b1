// The nominations of a country, or one's own: those being written and those sent in, with what is missing and until when.
import { Group, NativeSelect, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useList, useMaybeView, useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam, useSearchText } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { CategoryCards } from './CategoryCards.tsx';
import { type Definition, useDefinition } from './definition.ts';
import { DraftCard, NominationCard } from './NominationCards.tsx';
import { Start } from './Start.tsx';

/** In the order in which a nomination goes through them. */
const stages = ['submitted', 'returned', 'rejection-proposed', 'forwarded', 'rejected', 'withdrawn', 'disqualified'];

export function Nominations() {
  const { t } = useTranslation('nominations');
  const cycleId = useParam('cycleId');
  const country = useSearchText('country');
  const me = useMe();
  const cycle = useView('/cycles/:cycleId', { params: { cycleId } });
  const definition = useDefinition(cycleId);
  const isDesk = holds(me, 'focal-point', 'screener', 'approver');
  const isOffice = holds(me, 'secretariat', 'auditor');
  const mayStart = holds(me, 'applicant', 'focal-point');
  const nominating = useMaybeView(
    '/cycles/:cycleId/nominating',
    { params: { cycleId }, query: { country } },
    { enabled: !isOffice || country !== undefined },
  );
  return (
    <Page
      title={t(isDesk || isOffice ? 'list.title' : 'list.own')}
      over={<LocalText of={cycle.title} />}
      lead={nominating.data && <LocalText of={nominating.data.names} />}
      actions={mayStart && nominating.data && <Start cycleId={cycleId} nominating={nominating.data} />}
    >
      {nominating.data && <CategoryCards nominating={nominating.data} />}
      <Filters definition={definition} country={isOffice ? country : undefined} isOffice={isOffice} />
      {nominating.error?.status === 404 && <Empty text={t('list.notHere')} />}
      {mayStart && (
        <Drafts
          cycleId={cycleId}
          definition={definition}
          isDesk={isDesk}
          isOpen={nominating.data?.categories.some(({ open }) => open) === true}
        />
      )}
      <Sent cycleId={cycleId} definition={definition} isDesk={isDesk || isOffice} />
    </Page>
  );
}

function Filters({
  definition,
  country,
  isOffice,
}: {
  definition: Definition;
  country?: string | undefined;
  isOffice: boolean;
}) {
  const { t } = useTranslation('nominations');
  const say = useText();
  const navigate = useNavigate();
  const [category = '', status = ''] = [useSearchText('category'), useSearchText('status')];
  const filter = (facts: { [name: string]: string }) => {
    const wanted = Object.entries({ country: country ?? '', category, status, ...facts }).filter(
      ([, value]) => value !== '',
    );
    void navigate({ to: '.', search: Object.fromEntries(wanted) as never, replace: true });
  };
  const every = { value: '', label: t('list.all') };
  const countries = definition.countries.map(({ iso2, names }) => ({ value: iso2, label: say(names) }));
  return (
    <Group gap="sm" className="no-print">
      {isOffice && (
        <NativeSelect
          label={t('list.country')}
          data={[every, ...countries]}
          value={country ?? ''}
          onChange={(event) => filter({ country: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t('list.category')}
        data={[every, ...definition.categories.map(({ key, names }) => ({ value: key, label: say(names) }))]}
        value={category}
        onChange={(event) => filter({ category: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('list.status')}
        data={[every, ...stages.map((value) => ({ value, label: t(`stage.${value}`) }))]}
        value={status}
        onChange={(event) => filter({ status: event.currentTarget.value })}
      />
    </Group>
  );
}

type Lists = { cycleId: string; definition: Definition; isDesk: boolean };

function Drafts({ cycleId, definition, isDesk, isOpen }: Lists & { isOpen: boolean }) {
  const { t } = useTranslation('nominations');
  const query = { category: useSearchText('category'), submitted: 'false' as never };
  const drafts = useList('/cycles/:cycleId/drafts', { params: { cycleId }, query });
  return (
    <Stack component="section" gap="xs" aria-labelledby="list-drafts">
      <Title order={2} size="h4" id="list-drafts">
        {t('list.drafts')}
      </Title>
      <Listing
        list={drafts}
        empty={<Empty text={t(isOpen ? (isDesk ? 'list.noDraftsDesk' : 'list.noDrafts') : 'list.noDraftsNow')} />}
        exports={<ExportButton path="/cycles/:cycleId/drafts" params={{ cycleId }} query={query} />}
      >
        {(items) => (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((draft) => (
              <DraftCard key={draft.nominationId} draft={draft} definition={definition} />
            ))}
          </Stack>
        )}
      </Listing>
    </Stack>
  );
}

function Sent({ cycleId, definition, isDesk }: Lists) {
  const { t } = useTranslation('nominations');
  const query = {
    country: useSearchText('country'),
    category: useSearchText('category'),
    status: useSearchText('status'),
  };
  const sent = useList('/cycles/:cycleId/nominations', { params: { cycleId }, query });
  return (
    <Stack component="section" gap="xs" aria-labelledby="list-sent">
      <Title order={2} size="h4" id="list-sent">
        {t('list.sent')}
      </Title>
      <Listing
        list={sent}
        empty={<Empty text={t(isDesk ? 'list.noneSentDesk' : 'list.noneSent')} />}
        exports={<ExportButton path="/cycles/:cycleId/nominations" params={{ cycleId }} query={query} />}
      >
        {(items) => (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((nomination) => (
              <NominationCard key={nomination.nominationId} nomination={nomination} definition={definition} />
            ))}
          </Stack>
        )}
      </Listing>
    </Stack>
  );
}
