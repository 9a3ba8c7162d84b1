// The reserves of a forum: who may be asked where a laureate cannot speak, in which order, who was asked when, and what came of it.
import { Badge, Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, ItemOf } from '../../../api/contract.ts';
import { type List, useAct, useMaybeView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { Section } from '../results/Section.tsx';
import { AskReserve } from './AskReserve.tsx';
import type { Forum } from './places.ts';

type Answer = Contract<'get', '/forums/:forumId/reserves'>['answer'];
export type Reserve = Answer['items'][number];
type Talk = ItemOf<'/forums/:forumId/talks'>;
type Props = { forum: Forum; talks: List<Talk>; mayAct: boolean };

export function Reserves({ forum, talks, mayAct }: Props) {
  const { t } = useTranslation('reserves');
  const { forumId, plan } = forum;
  const { data } = useMaybeView('/forums/:forumId/reserves', { params: { forumId } });
  if (data === undefined) return null;
  const fallen = talks.items.filter(({ status }) => status === 'declined' || status === 'lapsed');
  const open = fallen.filter(({ laureateId }) => !talks.items.some(({ insteadOf }) => insteadOf === laureateId));
  return (
    <Section title={t('title')} lead={t('lead')}>
      {open.length > 0 && <Text fw={600}>{t('open', { count: open.length })}</Text>}
      {data.items.length === 0 && <Empty text={t('empty')} />}
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {data.items.map((reserve) => (
          <Group component="li" key={reserve.laureateId} justify="space-between" align="flex-start">
            <div>
              <Text component="div">
                {reserve.order}. <LocalText of={reserve.organisation} /> ({reserve.country}){' '}
                <Badge variant="light">{t(`status.${reserve.status}`)}</Badge>
              </Text>
              <Text size="sm" component="div">
                {t(`kind.${reserve.kind}`)}
              </Text>
              <Askings askings={reserve.askings} zone={plan.zone} />
            </div>
            {mayAct && reserve.status === 'reserve' && (
              <Group gap="xs">
                <AskReserve forumId={forumId} reserve={reserve} fallen={open} />
                <Drop forumId={forumId} reserve={reserve} />
              </Group>
            )}
          </Group>
        ))}
      </Stack>
      {mayAct && <NameReserve {...{ forumId, host: plan.host, candidates: data.candidates, names: data.names }} />}
      <Asked asked={data.asked} talks={talks.items} zone={plan.zone} />
    </Section>
  );
}

function Askings({ askings, zone }: { askings: Reserve['askings']; zone: string }) {
  const { t } = useTranslation('reserves');
  return askings.map(({ name, askedAt, outcome, outcomeAt, reason }) => (
    <Text size="sm" component="div" key={askedAt}>
      {t('asked', { name: name ?? t('erased') })} <When at={askedAt} zone={zone} />: {t(`outcome.${outcome}`)}
      {outcomeAt !== null && (
        <>
          , <When at={outcomeAt} zone={zone} />
        </>
      )}
      {reason !== null && <> ({reason})</>}
    </Text>
  ));
}

/** For talks that were asked of more than one person, or that fell out: the whole story. */
function Asked({ asked, talks, zone }: { asked: Answer['asked']; talks: Talk[]; zone: string }) {
  const { t } = useTranslation('reserves');
  const told = asked.filter(
    ({ askings }) =>
      askings.length > 1 || askings.some(({ outcome }) => outcome === 'declined' || outcome === 'lapsed'),
  );
  if (told.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('story')}</Text>
      {told.map(({ laureateId, askings }) => (
        <div key={laureateId}>
          <LocalText of={talks.find((talk) => talk.laureateId === laureateId)?.organisation ?? {}} />
          <Askings askings={askings} zone={zone} />
        </div>
      ))}
    </Stack>
  );
}

function Drop({ forumId, reserve }: { forumId: string; reserve: Reserve }) {
  const { t } = useTranslation('reserves');
  const say = useText();
  const drop = useAct('post', '/forums/:forumId/reserves/:laureateId/drop');
  const [reason, setReason] = useState('');
  const params = { forumId, laureateId: reserve.laureateId };
  return (
    <ConfirmButton
      size="sm"
      variant="subtle"
      color="red"
      aria-label={t('dropName', { name: say(reserve.organisation) })}
      title={t('dropName', { name: say(reserve.organisation) })}
      body={
        <>
          <Text mb="sm">{t('dropMeans')}</Text>
          <Textarea
            label={t('reason')}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      }
      confirm={t('drop')}
      act={() => drop.mutateAsync({ params, body: { reason } })}
    >
      {t('drop')}
    </ConfirmButton>
  );
}

type Naming = { forumId: string; host: string } & Pick<Answer, 'candidates' | 'names'>;

function NameReserve(props: Naming) {
  const { t } = useTranslation('reserves');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Group>
      <Button variant="default" aria-haspopup="dialog" onClick={open}>
        {t('name')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('name')}>
        <NamingForm {...props} onDone={close} />
      </Dialog>
    </Group>
  );
}

function NamingForm({ forumId, host, candidates, names, onDone }: Naming & { onDone: () => void }) {
  const { t } = useTranslation('reserves');
  const say = useText();
  const [chosen, setChosen] = useState(candidates[0]?.laureateId ?? 'choice');
  const choose = (of: { [key: string]: { [language: string]: string } }) =>
    Object.entries(of).map(([value, said]) => ({ value, label: say(said) }));
  const [countries, categories] = [choose(names.countries), choose(names.categories)];
  const [said, setSaid] = useState({ en: '', country: host, category: categories[0]?.value ?? 'choice' });
  const [order, setOrder] = useState<number | string>('');
  const name = useAct('post', '/forums/:forumId/reserves', { onDone });
  const form = useFocusOnProblem(name.error);
  const rules = rulesOf(name.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const place = order === '' ? {} : { order: Number(order) };
    const { en, country, category } = said;
    const own = { organisation: { en }, country: country.toUpperCase(), category };
    name.mutate({ params: { forumId }, body: { ...(chosen === 'choice' ? own : { laureateId: chosen }), ...place } });
  };
  const runnersUp = candidates.map(({ laureateId, organisation, country }) => ({
    value: laureateId,
    label: `${say(organisation)} (${country})`,
  }));
  return (
    <form ref={form} onSubmit={send}>
      <Stack gap="sm">
        <Select
          label={t('who')}
          data={[...runnersUp, { value: 'choice', label: t('other') }]}
          value={chosen}
          allowDeselect={false}
          onChange={(value) => setChosen(value ?? 'choice')}
        />
        {chosen === 'choice' && (
          <>
            <TextInput
              label={t('organisation')}
              required
              maxLength={300}
              value={said.en}
              error={rules['organisation.en'] ?? rules.organisation}
              onChange={(event) => setSaid({ ...said, en: event.currentTarget.value })}
            />
            {countries.some(({ value }) => value === host) ? (
              <Select
                label={t('country')}
                data={countries}
                value={said.country}
                allowDeselect={false}
                error={rules.country}
                onChange={(country) => setSaid({ ...said, country: country ?? said.country })}
              />
            ) : (
              <TextInput
                label={t('country')}
                description={t('countryHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                required
                maxLength={2}
                value={said.country}
                error={rules.country}
                onChange={(event) => setSaid({ ...said, country: event.currentTarget.value })}
              />
            )}
            {categories.length > 1 && (
              <Select
                label={t('category')}
                data={categories}
                value={said.category}
                allowDeselect={false}
                onChange={(category) => setSaid({ ...said, category: category ?? said.category })}
              />
            )}
          </>
        )}
        <NumberInput label={t('order')} min={1} max={1000} value={order} onChange={setOrder} />
        <ProblemAlert problem={name.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={name.isPending}>
            {t('act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
