// One nomination: where it stands and what comes next, its receipts, papers, consent, letters, editors, and leaving.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useMaybeView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { HistoryLink } from '../../parts/HistoryButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useParam, useSearchText } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { Checkable } from './Checkable.tsx';
import { Consent } from './Consent.tsx';
import { Documents } from './Documents.tsx';
import { languagesOf, useCategoryNames, useDefinition, useLabels } from './definition.ts';
import { Editors, useEditors } from './Editors.tsx';
import type { Draft } from './form/draft-store.ts';
import { Deadline } from './form/Sending.tsx';
import { draftParams } from './form/use-draft.ts';
import { Leaving } from './Leaving.tsx';
import { Letters } from './Letters.tsx';
import { Matches } from './Matches.tsx';
import { StageBadge } from './NominationCards.tsx';
import { Receipts } from './Receipts.tsx';

export type Submitted = Contract<'get', '/nominations/:nominationId'>['answer'];

export function Nomination() {
  const nominationId = useParam('nominationId');
  const asked = { params: { nominationId } };
  // An applicant begins with the draft: what is one has not been sent in. Whoever else asks for no draft that is not theirs to write.
  const [begins, isFocal] = [holds(useMe(), 'applicant'), holds(useMe(), 'focal-point')];
  const first = useMaybeView('/nominations/:nominationId', asked, { enabled: !begins });
  const enabled = begins || (isFocal && (first.data?.writes === true || first.error?.status === 404));
  const drafted = useMaybeView('/drafts/:form/:subjectId', { params: draftParams(nominationId) }, { enabled });
  const maySent = { enabled: !begins || (!drafted.isLoading && drafted.data?.standing.stage !== 'draft') };
  const submitted = useMaybeView('/nominations/:nominationId', asked, maySent);
  if (submitted.isLoading || drafted.isLoading) return <Loading />;
  if (submitted.data) return <Sent nomination={submitted.data} draft={drafted.data} />;
  if (drafted.data) return <Written draft={drafted.data} />;
  return <ProblemAlert problem={submitted.error} />;
}

/** Not sent in yet: there is its form. */
function Written({ draft }: { draft: Draft }) {
  const { t } = useTranslation('nominations');
  const definition = useDefinition(draft.cycleId);
  const languages = languagesOf(definition, draft.country);
  const categoryOf = useCategoryNames(definition);
  return (
    <Page
      title={t('one.draft')}
      over={categoryOf(draft.category)}
      lead={<Deadline standing={draft.standing} />}
      width={860}
      actions={
        <Button component={Link} to={`/nominations/${draft.subjectId}/form`}>
          {t('one.toForm')}
        </Button>
      }
    >
      <Text>{t('form.percent', { percent: draft.percentComplete })}</Text>
      <Editors nominationId={draft.subjectId} languages={languages} mayChange />
    </Page>
  );
}

/** Who judges does not read what the desks did. */
const historians = ['secretariat', 'auditor', 'focal-point', 'screener', 'approver', 'applicant'];

type Props = { nomination: Submitted; draft: Draft | undefined };

function Sent({ nomination, draft }: Props) {
  const { t } = useTranslation('nominations');
  const say = useText();
  const me = useMe();
  const isJustSent = useSearchText('sent') !== undefined;
  const { nominationId, cycleId, country, category, organisation, title, status } = nomination;
  const definition = useDefinition(cycleId);
  const categoryOf = useCategoryNames(definition);
  const isEditor =
    useEditors(nominationId, draft !== undefined)?.editors.some(({ personId }) => personId === me?.personId) ?? false;
  // Nothing is asked of anybody for what has ended.
  const goesOn = !ended.includes(status);
  const isNominator = isEditor || holds(me, 'focal-point');
  const languages = languagesOf(definition, country);
  const home = definition.countries.find(({ iso2 }) => iso2 === country);
  return (
    <Page
      title={say(organisation)}
      over={`${say(definition.names)} · ${say(home?.names)} · ${categoryOf(category)}`}
      lead={<LocalText of={title} />}
      width={860}
      actions={
        <>
          {isEditor && <ToForm nominationId={nominationId} stage={draft?.standing.stage ?? status} />}
          {holds(me, 'screener', 'approver') && (
            <Button
              component={Link}
              to={`/nominations/${nominationId}/screening`}
              variant={isEditor ? 'default' : 'filled'}
            >
              {t('one.toScreening')}
            </Button>
          )}
          {holds(me, ...historians) && <HistoryLink to={`/nominations/${nominationId}/history`} />}
        </>
      }
    >
      {isJustSent && (
        <Alert color="green" variant="light" role="status" title={t('one.received')}>
          {t('one.receivedText')}
        </Alert>
      )}
      <Standing nomination={nomination} draft={draft} />
      <Receipts nominationId={nominationId} asks={draft !== undefined} />
      {isEditor && nomination?.status === 'forwarded' && <Checkable nominationId={nominationId} />}
      {isNominator && <Matches nominationId={nominationId} />}
      <Documents nominationId={nominationId} labelled={definition} />
      {isNominator && <Consent nominationId={nominationId} languages={languages} mayAsk={goesOn} />}
      {isEditor && <Letters nominationId={nominationId} definition={definition} category={category} mayAsk={goesOn} />}
      {isEditor && <Editors nominationId={nominationId} languages={languages} mayChange={goesOn} />}
      {isNominator && <Leaving nomination={nomination} />}
    </Page>
  );
}

const ended = ['withdrawn', 'rejected', 'disqualified'];
const formActs = ['submitted', 'returned', 'with-country', 'forwarded'];

function ToForm({ nominationId, stage }: { nominationId: string; stage: string }) {
  const { t } = useTranslation('nominations');
  return (
    <Button component={Link} to={`/nominations/${nominationId}/form`}>
      {t(formActs.includes(stage) ? `one.form.${stage}` : 'one.toForm')}
    </Button>
  );
}

function Standing({ nomination, draft }: Props) {
  const { t } = useTranslation('nominations');
  const definition = useDefinition(nomination.cycleId);
  const labelOf = useLabels(definition);
  const { status, correction, objectionEnds, amendment, objection } = nomination;
  const messages = draft?.standing.messages ?? nomination.returned ?? [];
  const isRejected = status === 'rejected';
  return (
    <Stack gap="xs">
      <div>
        <StageBadge stage={draft?.standing.stage === 'with-country' ? 'with-country' : status} />
      </div>
      <Text>{t(`one.next.${status}`)}</Text>
      {correction !== null && status === 'returned' && (
        <Text component="div">
          {t('list.correctBy')} <When at={correction.at} zone={correction.zone} relative />
        </Text>
      )}
      {messages.map(({ field, message }) => (
        <Alert key={`${field} ${message}`} color="orange" variant="light" title={labelOf(field)}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {message}
          </Text>
        </Alert>
      ))}
      {isRejected && objectionEnds !== null && objection === null && (
        <Text component="div">
          {t('one.objectUntil')} <When at={objectionEnds.at} zone={objectionEnds.zone} relative />
        </Text>
      )}
      {objection !== null && <Text>{t(`one.objection.${objection}`)}</Text>}
      {amendment !== null && <Alert variant="light">{t('one.amendment', { reason: amendment.reason })}</Alert>}
    </Stack>
  );
}
