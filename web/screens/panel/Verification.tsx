// What can be checked of a panel: its signed heads, what each audience would get, and what was published.
import { Alert, Anchor, Code, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf } from '../../api/client.ts';
import { useAct, useView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { BundlePreview } from './BundlePreview.tsx';
import { JudgeNames } from './JudgeNames.tsx';
import { PanelTitle } from './PanelTitle.tsx';
import { ReasonAct } from './ReasonAct.tsx';
import { useStanding } from './standing.ts';

export type VerificationOf = Contract<'get', '/panels/:panel/verification'>['answer'];

export function Verification() {
  const { t } = useTranslation('panel');
  const id = useParam('panel');
  const panel = useView('/panels/:panel', { params: { panel: id } });
  const found = useView('/panels/:panel/verification', { params: { panel: id } });
  return (
    <Page
      title={t('verification.title')}
      over={
        <Anchor component={Link} to={`/panels/${id}`}>
          <PanelTitle {...panel} />
        </Anchor>
      }
      lead={t('verification.lead')}
      width={860}
    >
      {found.differs && <Alert color="red">{t('verification.differs')}</Alert>}
      <Heads found={found} />
      <Given id={id} found={found} panel={panel} />
      <Published id={id} found={found} />
      <Text>
        <Anchor href="/verify">{t('verification.howToCheck')}</Anchor>
      </Text>
    </Page>
  );
}

function Heads({ found }: { found: VerificationOf }) {
  const { t } = useTranslation('panel');
  return (
    <section>
      <Title order={2} size="h3">
        {t('verification.heads')}
      </Title>
      {found.heads.length === 0 ? (
        <Empty text={t('verification.noHeads')} />
      ) : (
        <Stack gap="xs">
          <Text size="sm">{t('verification.headsMean')}</Text>
          <List spacing="sm" listStyleType="none">
            {found.heads.map((head) => (
              <List.Item key={head.size}>
                <strong>{t(`verification.points.${head.point}`, { number: head.number ?? '' })}</strong>
                {' · '}
                {t('verification.leaves', { count: head.size })}
                <br />
                <When at={head.at} />
                <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {head.root}
                </Code>
              </List.Item>
            ))}
          </List>
          <Text size="sm">{t('verification.key')}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {found.key}
          </Code>
        </Stack>
      )}
    </section>
  );
}

type Parts = { id: string; found: VerificationOf; panel: Contract<'get', '/panels/:panel'>['answer'] };

/** What the reader may look at, publish or take along. */
function Given({ id, found, panel }: Parts) {
  const { t } = useTranslation('panel');
  const standing = useStanding(panel);
  const roles = (useMe()?.roles ?? []).map(({ role }) => role);
  const audits = roles.includes('auditor');
  const looks = standing.leads || roles.includes('secretariat') || audits;
  const ownCountry = found.published.some(({ audience }) => audience === 'country') && !looks;
  if (!found.signed) return <Text>{t('verification.notSigned')}</Text>;
  return (
    <section>
      <Title order={2} size="h3">
        {t('verification.audiences')}
      </Title>
      <Stack>
        {looks &&
          (['public', 'nominee', 'country'] as const)
            .filter((audience) => audience !== 'country' || found.country !== null)
            .map((audience) => (
              <BundlePreview
                key={audience}
                id={id}
                audience={audience}
                found={found}
                publishes={roles.includes('secretariat')}
              />
            ))}
        {(audits || ownCountry) && (
          <Group>
            {audits && (
              <Anchor
                href={addressOf('/panels/:panel/audit-bundle', { panel: id })}
                download={`audit-${panel.group}.json`}
              >
                {t('verification.audit')}
              </Anchor>
            )}
            {audits && <JudgeNames id={id} />}
            {ownCountry && (
              <Anchor href={addressOf('/panels/:panel/country-bundle', { panel: id })} download={`${panel.group}.json`}>
                {t('verification.ownCountry')}
              </Anchor>
            )}
          </Group>
        )}
      </Stack>
    </section>
  );
}

function Published({ id, found: { published } }: { id: string; found: VerificationOf }) {
  const { t } = useTranslation('panel');
  const me = useMe();
  const withdraw = useAct('post', '/panels/:panel/bundles/withdraw');
  const mayWithdraw = me?.roles.some(({ role }) => role === 'secretariat') === true;
  return (
    <section>
      <Title order={2} size="h3">
        {t('verification.published')}
      </Title>
      {published.length === 0 ? (
        <Text>{t('verification.nothingPublished')}</Text>
      ) : (
        <List spacing="xs">
          {published.map(({ audience, hash, number, publishedAt, publishedBy, withdrawn }) => (
            <List.Item key={`${audience} ${publishedAt}`}>
              <strong>{t(`verification.for.${audience}`)}</strong> · {t('verification.decision', { number })} ·{' '}
              <When at={publishedAt} /> · {publishedBy || t('nameless')}
              <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
                SHA-256 {hash}
              </Text>
              {withdrawn !== null && (
                <Text size="sm" component="div">
                  {t('verification.withdrawn', { reason: withdrawn.reason })} · <When at={withdrawn.at} />
                </Text>
              )}
              {withdrawn === null && mayWithdraw && (
                <ReasonAct
                  label={t('verification.withdraw')}
                  means={t('verification.withdrawMeans')}
                  act={(reason) => withdraw.mutateAsync({ params: { panel: id }, body: { audience, hash, reason } })}
                />
              )}
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}
