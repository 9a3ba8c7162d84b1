// Handing a role over: the successor has it at once, with the open tasks and forms.
import { Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { languages } from '../../i18n/languages.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { rulesOf } from '../../parts/fields.ts';
import { DateField } from './DateField.tsx';
import type { useDesk } from './here.ts';
import type { Member } from './People.tsx';
import { instantOf } from './zoned.ts';

export function HandOver({ member, here }: { member: Member; here: ReturnType<typeof useDesk> }) {
  const { t } = useTranslation('country');
  const { personId, grantId, name, role } = member;
  const zone = here.desk.ownZone;
  const hand = useAct('post', '/members/:personId/grants/:grantId/hand-over');
  const [said, setSaid] = useState({ name: '', email: '', language: 'en', endsOn: '', reason: '' });
  const rules = rulesOf(hand.error);
  const set = (key: keyof typeof said) => (text: string) => setSaid({ ...said, [key]: text });
  const act = () => {
    const endsAt = instantOf(said.endsOn, zone);
    const to = { name: said.name, email: said.email, language: said.language };
    const body = { to, reason: said.reason, ...(endsAt !== undefined && { endsAt }) };
    return hand.mutateAsync({ params: { personId, grantId }, body });
  };
  return (
    <ConfirmButton
      size="compact-md"
      mih={32}
      variant="default"
      title={t('people.handTitle', { name, role: t(`role.${role}`) })}
      confirm={t('people.hand')}
      body={
        <Stack gap="sm">
          <Text>{t('people.handMeans')}</Text>
          <TextInput
            label={t('people.successor')}
            required
            error={rules['to.name']}
            value={said.name}
            onChange={(event) => set('name')(event.currentTarget.value)}
          />
          <TextInput
            label={t('people.successorEmail')}
            type="email"
            required
            error={rules['to.email']}
            value={said.email}
            onChange={(event) => set('email')(event.currentTarget.value)}
          />
          <Select
            label={t('people.language')}
            allowDeselect={false}
            value={said.language}
            onChange={(value) => set('language')(value ?? 'en')}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          />
          <DateField
            label={t('people.endsOn')}
            zone={zone}
            value={said.endsOn}
            onChange={set('endsOn')}
            error={rules.endsAt}
          />
          <Textarea
            label={t('decide.reason')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            error={rules.reason}
            value={said.reason}
            onChange={(event) => set('reason')(event.currentTarget.value)}
          />
        </Stack>
      }
      act={act}
    >
      {t('people.hand')}
    </ConfirmButton>
  );
}
