// What would come of a filled form, place by place: what is taken, and what somebody has to look at first.
import { Alert, Badge, Button, Checkbox, Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../parts/LocalText.tsx';
import { sayRule } from '../../parts/rules.ts';
import { When } from '../../parts/When.tsx';
import type { Report } from './FormPapers.tsx';

type Line = Report['lines'][number];
type Props = {
  name: string;
  report: Report;
  isBusy: boolean;
  onTake: (places: string[]) => void;
  onStop: () => void;
};

const colours: { [outcome: string]: string } = {
  taken: 'green',
  conflict: 'orange',
  emptied: 'yellow',
  refused: 'red',
};

export function FormReport({ name, report, isBusy, onTake, onStop }: Props) {
  const { t } = useTranslation('country');
  const [chosen, setChosen] = useState<string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const of = (...outcomes: string[]) => report.lines.filter(({ outcome }) => outcomes.includes(outcome));
  const taken = of('taken');
  const doubtful = of('conflict', 'emptied', 'refused');
  const lost = of('unknown', 'missing');
  const count = taken.length + chosen.length;
  const toggle = (ref: string) =>
    setChosen(chosen.includes(ref) ? chosen.filter((one) => one !== ref) : [...chosen, ref]);
  return (
    <Stack gap="sm">
      <Title order={3} size="h5" ref={heading} tabIndex={-1}>
        {t('formPapers.report', { name })}
      </Title>
      <Group gap="xs">
        {(['taken', 'conflict', 'emptied', 'refused', 'unknown', 'missing', 'unchanged'] as const).map((outcome) => {
          const lines = of(outcome).length;
          return lines === 0 ? null : (
            <Badge key={outcome} color={colours[outcome] ?? 'gray'}>
              {t(`formPapers.count.${outcome}`, { count: lines })}
            </Badge>
          );
        })}
      </Group>
      {taken.length + doubtful.length + lost.length === 0 && <Text>{t('formPapers.same')}</Text>}
      {doubtful.map((line) => (
        <Doubtful key={line.ref} line={line} isChosen={chosen.includes(line.ref)} onChoose={() => toggle(line.ref)} />
      ))}
      {taken.map((line) => (
        <Both key={line.ref} line={line} />
      ))}
      {lost.length > 0 && (
        <Alert color="gray" variant="light" title={t('formPapers.lost')}>
          <List size="sm">
            {lost.map((line) => (
              <List.Item key={line.ref}>
                <Named line={line} />: {line.text === '' ? t('formPapers.missing') : line.text}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Group>
        {taken.length + doubtful.length > 0 && (
          <Button loading={isBusy} disabled={count === 0} onClick={() => onTake(chosen)}>
            {t('formPapers.take', { count })}
          </Button>
        )}
        <Button variant="default" onClick={onStop}>
          {t('formPapers.stop')}
        </Button>
      </Group>
    </Stack>
  );
}

function Doubtful({ line, isChosen, onChoose }: { line: Line; isChosen: boolean; onChoose: () => void }) {
  const { t, i18n } = useTranslation('country');
  const { outcome, faults, mayBeTaken, savedAt, savedByName } = line;
  return (
    <Both line={line}>
      {outcome === 'conflict' && savedAt !== null && (
        <Text size="sm" component="div">
          {t('formPapers.savedBy', { name: savedByName ?? '–' })} <When at={savedAt} />
        </Text>
      )}
      {faults.map(({ rule, message }) => (
        <Text key={message} size="sm" c="red.9" fw={600}>
          {/* English has the server's own words, which are the most exact. */}
          {i18n.language.startsWith('en') ? message : sayRule({ rule: message, code: rule })}
        </Text>
      ))}
      {mayBeTaken ? (
        <Checkbox mt="xs" label={t(`formPapers.choose.${outcome}`)} checked={isChosen} onChange={onChoose} />
      ) : (
        <Text size="sm">{t('formPapers.notTaken')}</Text>
      )}
    </Both>
  );
}

function Both({ line, children }: { line: Line; children?: React.ReactNode }) {
  const { t } = useTranslation('country');
  const { outcome, text, saved, questions } = line;
  return (
    <Paper withBorder p="sm">
      <Group gap="xs" mb={4}>
        <Badge color={colours[outcome] ?? 'gray'}>{t(`formPapers.outcome.${outcome}`)}</Badge>
        <Text fw={600} size="sm">
          <Named line={line} />
        </Text>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Side title={t('formPapers.inDraft')} text={saved} language={line.language} />
        <Side title={t('formPapers.inFile')} text={text} language={line.language} />
      </SimpleGrid>
      {questions.map((question) => (
        <Text key={question} size="sm">
          {question}
        </Text>
      ))}
      {children}
    </Paper>
  );
}

/** Texts of more than a few lines are shown whole when asked. */
const long = 300;

function Side({ title, text, language }: { title: string; text: string; language: string | null }) {
  const { t } = useTranslation('country');
  const [isWhole, setWhole] = useState(false);
  return (
    <div>
      <Text size="xs" fw={600}>
        {title}
      </Text>
      <Text
        size="sm"
        style={{ whiteSpace: 'pre-wrap' }}
        {...(language !== null && { lang: language })}
        {...(text.length > long && !isWhole && { lineClamp: 5 })}
      >
        {text === '' ? '–' : text}
      </Text>
      {text.length > long && (
        <Button size="compact-sm" mih={28} variant="subtle" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'formPapers.less' : 'formPapers.more')}
        </Button>
      )}
    </div>
  );
}

const Named = ({ line: { label, language, ref } }: { line: Line }) => (
  <>
    {Object.keys(label).length === 0 ? ref : <LocalText of={label} />}
    {language !== null && ` (${language.toUpperCase()})`}
  </>
);
