// The form of a nomination, built from the award's definition: saved by itself, shared by its editors, sent in at its end.
import { Alert, Anchor, Button, Divider, Group, Stack, Switch, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.ts';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { FormPapers } from '../country/FormPapers.tsx';
import {
  attachmentsFor,
  type Definition,
  languagesOf,
  sectionsFor,
  useCategoryNames,
  useDefinition,
  useLabels,
} from './definition.ts';
import { Editors, useEditors } from './Editors.tsx';
import type { Draft } from './form/draft-store.ts';
import { Papers } from './form/Papers.tsx';
import { SaveBar } from './form/SaveBar.tsx';
import { SectionPart } from './form/SectionPart.tsx';
import { Deadline, focusOn, Sending } from './form/Sending.tsx';
import { useDraft, useDraftStore, useLookAgain } from './form/use-draft.ts';
import { Letters } from './Letters.tsx';
import { Alike } from './Matches.tsx';

const finished = ['withdrawn', 'rejected', 'disqualified'];

export function NominationForm() {
  const nominationId = useParam('nominationId');
  const draft = useDraft(nominationId);
  const definition = useDefinition(draft.cycleId);
  const me = useMe();
  // A form of its own for each person and draft: nothing typed goes over to another.
  return me ? <Form key={`${nominationId} ${me.personId}`} {...{ draft, definition }} personId={me.personId} /> : null;
}

type Props = { draft: Draft; definition: Definition; personId: string };

/** Which fields may be written: those that were given back, where it was given back for fields alone; else all of them. */
function openFields(draft: Draft, keys: string[]): string[] {
  const { stage, messages } = draft.standing;
  if (finished.includes(stage)) return [];
  const named = messages.map(({ field }) => field);
  const isNarrow = named.length > 0 && named.every((field) => keys.includes(field));
  return isNarrow ? named : keys;
}

function Form({ draft, definition, personId }: Props) {
  const { t } = useTranslation('nominations');
  const say = useText();
  const labelOf = useLabels(definition);
  const categoryOf = useCategoryNames(definition);
  const { category, country, subjectId, standing } = draft;
  const sections = sectionsFor(definition, category);
  const attachments = attachmentsFor(definition, category);
  const languages = languagesOf(definition, country);
  const store = useDraftStore(draft, sections, personId);
  useLookAgain(subjectId);
  const isEditor = useEditors(subjectId)?.editors.some((editor) => editor.personId === personId) ?? true;
  const keys = [...sections.flatMap(({ fields }) => fields), ...attachments].map(({ key }) => key);
  const open = openFields(draft, keys);
  const mayNarrow = open.length > 0 && open.length < keys.length;
  const [isWhole, setWhole] = useState(false);
  const isOpen = (field: string) => isEditor && open.includes(field);
  const common = { draft, isOpen, isNarrow: mayNarrow && !isWhole, problems: draft.problems };
  const check = () => {
    const [first] = draft.problems;
    if (first === undefined) document.getElementById('section-sending')?.focus();
    else focusOn(first.field);
  };
  // Once it is sent in, its own page asks and takes the answer.
  const asksNow = isEditor && standing.submittedVersion === null;
  const country_ = definition.countries.find(({ iso2 }) => iso2 === country);
  return (
    <Page
      title={t('form.title')}
      over={`${say(definition.names)} · ${say(country_?.names)} · ${categoryOf(category)}`}
      lead={<Deadline standing={standing} />}
      width={960}
      actions={
        standing.submittedVersion !== null && (
          <Button component={Link} to={`/nominations/${subjectId}`} variant="default">
            {t('form.toNomination')}
          </Button>
        )
      }
    >
      <Notes draft={draft} isEditor={isEditor} labelOf={labelOf} keys={keys} />
      {mayNarrow && (
        <Switch
          label={t('returned.whole')}
          checked={isWhole}
          onChange={(event) => setWhole(event.currentTarget.checked)}
        />
      )}
      {!common.isNarrow && <Jumps sections={sections.map(({ key, title }) => ({ key, title: say(title) }))} />}
      {sections.map((section) => (
        <Fragment key={section.key}>
          <SectionPart {...{ ...common, section, store, languages, labelOf }} />
          {asksNow && section.fields.some(({ key }) => key === definition.form.organisationField) && (
            <Alike nominationId={subjectId} version={draft.version} />
          )}
        </Fragment>
      ))}
      <Papers {...common} attachments={attachments} graceHours={graceOf(definition)} />
      {asksNow && <Letters nominationId={subjectId} definition={definition} category={category} mayAsk />}
      <FormPapers nominationId={subjectId} mayUpload={isEditor && !finished.includes(standing.stage)} />
      <Sending {...{ draft, store, labelOf, isEditor }} />
      <Divider />
      <Editors nominationId={subjectId} languages={languages} mayChange={isEditor} />
      <SaveBar draft={draft} store={store} onCheck={check} />
    </Page>
  );
}

/** Hours that a file may go on arriving after the cut-off: a duration such as PT24H or P1D. */
function graceOf({ timetable }: Definition): number {
  const [, days = 0, hours = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?)?/.exec(timetable.filesGrace)?.map(Number) ?? [];
  return (days || 0) * 24 + (hours || 0);
}

function Jumps({ sections }: { sections: { key: string; title: string }[] }) {
  const { t } = useTranslation('nominations');
  const all = [...sections, { key: 'papers', title: t('papers.title') }, { key: 'sending', title: t('sending.title') }];
  return (
    <nav aria-label={t('form.parts')}>
      <Group component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {all.map(({ key, title }) => (
          <li key={key}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              mih={24}
              onClick={() => {
                const heading = document.getElementById(`section-${key}`);
                heading?.scrollIntoView();
                heading?.focus({ preventScroll: true });
              }}
            >
              {title}
            </Anchor>
          </li>
        ))}
      </Group>
    </nav>
  );
}

type Said = { draft: Draft; isEditor: boolean; labelOf: (place: string) => string; keys: string[] };

/** What is to be known before writing: that it was given back and for what, that it is sent already, or not yours to write. */
function Notes({ draft, isEditor, labelOf, keys }: Said) {
  const { t } = useTranslation('nominations');
  const { stage, messages } = draft.standing;
  const general = messages.filter(({ field }) => !keys.includes(field));
  return (
    <Stack gap="xs">
      {!isEditor && <Alert variant="light">{t('form.readOnly')}</Alert>}
      {messages.length > 0 && (
        <Alert color="orange" variant="light" title={t(`returned.title.${stage}`)}>
          <Text size="sm">{t(general.length === messages.length ? 'returned.general' : 'returned.text')}</Text>
          {general.map(({ field, message }) => (
            <Text key={`${field} ${message}`} size="sm" mt={4}>
              <strong>{labelOf(field)}</strong>: {message}
            </Text>
          ))}
        </Alert>
      )}
      {stage === 'submitted' && (
        <Alert variant="light">{t(draft.standing.open ? 'form.sent' : 'form.sentClosed')}</Alert>
      )}
      {stage === 'forwarded' && <Alert variant="light">{t('form.forwarded')}</Alert>}
      {finished.includes(stage) && <Alert variant="light">{t('form.finished')}</Alert>}
    </Stack>
  );
}
