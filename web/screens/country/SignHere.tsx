// Below the sheet: sign it with a code of the second factor, or record the letter on which it was signed.
import { Button, FileInput, Paper, Progress, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { hashOf, sendFile } from '../../api/upload.ts';
import { CodeForm } from '../../parts/CodeForm.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
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

const types = ['application/pdf', 'image/jpeg', 'image/png'] as const;

function ByLetter({ here, sheet }: Props) {
  const { t } = useTranslation('country');
  const { cycleId, iso2 } = here;
  const [file, setFile] = useState<File | null>(null);
  const [said, setSaid] = useState({ reference: '', date: '', office: '', name: '' });
  const [part, setPart] = useState<number | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const register = useAct('post', '/cycles/:cycleId/letters');
  const sign = useAct('post', '/cycles/:cycleId/countries/:iso2/sign-forwarding');
  const form = useFocusOnProblem(problem);
  const rules = rulesOf(problem);
  const send = async (letter: File) => {
    setPart(0);
    setProblem(null);
    try {
      const type = types.find((one) => one === letter.type);
      if (type === undefined) throw new Problem(400, 'letter-type', t('signing.letter.types'));
      const sha256 = await hashOf(letter);
      const { name, size } = letter;
      const stored = await register.mutateAsync({
        params: { cycleId },
        body: { name, size, type, sha256, language: null, country: iso2 },
      });
      if (stored.state !== 'arrived') await sendFile(letter, stored.fileId, setPart).done;
      const { reference, date, office, name: signatory } = said;
      const signature = {
        kind: 'on-behalf' as const,
        letter: sha256,
        reference,
        date,
        signatory: { office, name: signatory },
      };
      await sign.mutateAsync({ params: { cycleId, iso2 }, body: { signature, sheet: sheet.sheet ?? undefined } });
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
    setPart(null);
  };
  const field = (name: keyof typeof said, path: string, type = 'text') => (
    <TextInput
      label={t(`signing.letter.${name === 'name' ? 'signatory' : name}`)}
      type={type}
      required
      error={rules[path]}
      value={said[name]}
      onChange={(event) => setSaid({ ...said, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) void send(file);
      }}
    >
      <Stack gap="sm" maw={520}>
        <Text>{t('signing.letter.means')}</Text>
        <FileInput
          label={t('signing.letter.scan')}
          description={t('signing.letter.types')}
          accept={types.join(',')}
          required
          clearable
          clearButtonProps={{ 'aria-label': t('signing.letter.clear') }}
          placeholder={t('signing.letter.choose')}
          value={file}
          onChange={setFile}
        />
        {field('reference', 'signature.reference')}
        {field('date', 'signature.date', 'date')}
        {field('name', 'signature.signatory.name')}
        {field('office', 'signature.signatory.office')}
        {part !== null && <Progress value={100 * part} aria-label={t('signing.letter.sending')} />}
        <ProblemAlert problem={problem} />
        <div>
          <Button type="submit" loading={part !== null} disabled={file === null}>
            {t('signing.letter.record')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
