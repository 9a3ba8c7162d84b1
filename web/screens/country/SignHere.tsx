// Below the sheet: sign it with a code of the second factor, or record the letter on which it was signed.
import { Button, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { CodeForm } from '../../parts/CodeForm.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { emptyLetter, LetterFields, type LetterSaid } from '../../parts/LetterFields.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { useDesk } from './here.ts';
import type { Sheet } from './Signing.tsx';

type Props = { here: ReturnType<typeof useDesk>; sheet: Sheet };

export function SignHere({ here, sheet }: Props) {
  const { t } = useTranslation('country');
  const isApprover = here.roles.has('approver');
  const [way, setWay] = useState(isApprover ? 'in-person' : 'letter');
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="sign-here" className="no-print">
      <Title order={2} size="h4" id="sign-here" mb="sm">
        {t('signing.here')}
      </Title>
      {isApprover && (
        <SegmentedControl
          mb="md"
          fullWidth
          value={way}
          onChange={setWay}
          data={[
            { value: 'in-person', label: t('signing.inPerson.way') },
            { value: 'letter', label: t('signing.letter.way') },
          ]}
        />
      )}
      {way === 'in-person' ? <InPerson here={here} sheet={sheet} /> : <ByLetter here={here} sheet={sheet} />}
    </Paper>
  );
}

function InPerson({ here, sheet }: Props) {
  const { t } = useTranslation('country');
  const { cycleId, iso2 } = here;
  const sign = useAct('post', '/cycles/:cycleId/countries/:iso2/sign-forwarding');
  const send = (code: string) => {
    const signature = { kind: 'in-person' as const };
    sign.mutate({ params: { cycleId, iso2 }, body: { signature, sheet: sheet.sheet ?? undefined, code } });
  };
  return <CodeForm sign={sign} onSign={send} means={t('signing.inPerson.means')} submit={t('signing.inPerson.sign')} />;
}

function ByLetter({ here, sheet }: Props) {
  const { t } = useTranslation('country');
  const { cycleId, iso2 } = here;
  const [said, setSaid] = useState<LetterSaid>(emptyLetter);
  const sign = useAct('post', '/cycles/:cycleId/countries/:iso2/sign-forwarding');
  const form = useFocusOnProblem(sign.error);
  const send = (letter: string) => {
    const signature = { kind: 'on-behalf' as const, ...said, letter };
    sign.mutate({ params: { cycleId, iso2 }, body: { signature, sheet: sheet.sheet ?? undefined } });
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (said.letter !== null) send(said.letter);
      }}
    >
      <Stack gap="sm" maw={520}>
        <Text>{t('signing.letter.means')}</Text>
        <LetterFields
          cycleId={cycleId}
          country={iso2}
          said={said}
          onChange={setSaid}
          rules={rulesOf(sign.error)}
          at="signature."
        />
        <ProblemAlert problem={sign.error} />
        <div>
          <Button type="submit" loading={sign.isPending} disabled={said.letter === null}>
            {t('signing.letter.record')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
