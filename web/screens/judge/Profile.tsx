// What a judge reads and how much at most: the assignment goes by it.
import { Button, Checkbox, Group, NumberInput, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { ScreenBoundary } from '../../app/ScreenBoundary.tsx';
import { useFocusOnProblem } from '../../parts/fields.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import type { Judging } from './judging.ts';

export function Profile({ judging }: { judging: Judging }) {
  const { t } = useTranslation('judge');
  const [isOpen, setOpen] = useState(false);
  const { languages, capacity } = judging.profile;
  const said =
    capacity === null
      ? t('profile.none')
      : t('profile.said', { languages: languages.map(nameOf).join(', '), count: capacity });
  return (
    <details className="judge-profile" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{said}</summary>
      {isOpen && (
        <ScreenBoundary of={judging.cycleId}>
          <ProfileForm judging={judging} />
        </ScreenBoundary>
      )}
    </details>
  );
}

const nameOf = (tag: string) => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
const usual = 20;
const linesOf = (text: string) => text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

function ProfileForm({ judging }: { judging: Judging }) {
  const { t } = useTranslation(['judge', 'app']);
  const { cycleId, profile } = judging;
  const { definition } = useView('/cycles/:cycleId/definition', { params: { cycleId } });
  const known = [...new Set(['en', ...definition.countries.flatMap((country) => country.languages)])];
  const [languages, setLanguages] = useState(profile.languages);
  const choices = themesOf(definition);
  const [themes, setThemes] = useState(profile.themes);
  const [wishes, setWishes] = useState(profile.wishes);
  const [capacity, setCapacity] = useState<number | string>(profile.capacity ?? usual);
  const [bodies, setBodies] = useState(profile.bodies.join('\n'));
  const [country, setCountry] = useState<string | null>(profile.country);
  const say = useText();
  const save = useAct('post', '/cycles/:cycleId/judges/:judgeId/profile');
  const form = useFocusOnProblem(save.error);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        const about = { languages, themes, wishes, capacity: Number(capacity), bodies: linesOf(bodies) };
        const body = country === null ? about : { ...about, country };
        save.mutate({ params: { cycleId, judgeId: 'me' }, body });
      }}
    >
      <Stack gap="sm" mt="sm">
        <Checkbox.Group label={t('profile.languages')} value={languages} onChange={setLanguages}>
          <Group gap="md" mt={6}>
            {known.map((tag) => (
              <Checkbox key={tag} value={tag} label={<span lang={tag}>{nameOf(tag)}</span>} />
            ))}
          </Group>
        </Checkbox.Group>
        {choices.length > 0 && (
          <>
            <Themes label={t('profile.themes')} choices={choices} value={themes} onChange={setThemes} />
            <Themes label={t('profile.wishes')} choices={choices} value={wishes} onChange={setWishes} />
          </>
        )}
        <NumberInput
          label={t('profile.capacity')}
          min={1}
          max={500}
          allowDecimal={false}
          value={capacity}
          onChange={setCapacity}
          maw={220}
          required
        />
        <Textarea
          label={t('profile.bodies')}
          description={t('profile.bodiesHelp')}
          value={bodies}
          onChange={(event) => setBodies(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        {profile.country === null && (
          <Select
            label={t('profile.country')}
            description={t('profile.countryHelp')}
            data={definition.countries.map((one) => ({ value: one.iso2, label: say(one.names) }))}
            value={country}
            onChange={setCountry}
            clearable
            clearButtonProps={{ 'aria-label': t('profile.noCountry') }}
            maw={420}
          />
        )}
        <ProblemAlert problem={save.error} />
        <Group>
          <Button type="submit" variant="light" loading={save.isPending}>
            {t('app:save')}
          </Button>
          {save.isSuccess && <span role="status">{t('profile.saved')}</span>}
        </Group>
      </Stack>
    </form>
  );
}

type Definition = Contract<'get', '/cycles/:cycleId/definition'>['answer']['definition'];
type Choices = NonNullable<Definition['form']['sections'][number]['fields'][number]['choices']>;

/** What the form lets an entry choose as its theme, where it asks for one. */
function themesOf({ form }: Definition): Choices {
  const fields = form.sections.flatMap((section) => section.fields);
  return fields.find(({ key }) => key === form.themeField)?.choices ?? [];
}

type Picking = { label: string; choices: Choices; value: string[]; onChange: (keys: string[]) => void };

function Themes({ label, choices, value, onChange }: Picking) {
  return (
    <Checkbox.Group label={label} value={value} onChange={onChange}>
      <Group gap="md" mt={6}>
        {choices.map(({ key, label: name }) => (
          <Checkbox key={key} value={key} label={<LocalText of={name} />} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
