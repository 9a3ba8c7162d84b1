// What is to be looked at before a release: one tick each, by what it is about.
import { Button, Checkbox, Fieldset, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../grid/words.ts';
import type { Forum } from '../places.ts';
import type { Preview } from './ReleaseForm.tsx';

type Warning = Preview['warnings'][number];
type Props = { forum: Forum; warnings: Warning[]; ticked: string[]; onTick: (keys: string[]) => void };

export function Warnings({ forum, warnings, ticked, onTick }: Props) {
  const { t } = useTranslation('schedule');
  if (warnings.length === 0) return <Text>{t('release.noWarnings')}</Text>;
  const kinds = [...Map.groupBy(warnings, ({ kind }) => kind)];
  return (
    <Stack gap="sm">
      {kinds.map(([kind, group]) => (
        <Fieldset key={kind} legend={t(`warning.${kind}.title`, { count: group.length })}>
          <Stack gap="xs">
            {group.map((warning) => (
              <One key={warning.key} {...{ forum, warning, ticked, onTick }} />
            ))}
            {group.length > 3 && (
              <div>
                <Button
                  size="compact-md"
                  variant="subtle"
                  onClick={() => onTick([...new Set([...ticked, ...group.map(({ key }) => key)])])}
                >
                  {t('release.tickAll', { count: group.length })}
                </Button>
              </div>
            )}
          </Stack>
        </Fieldset>
      ))}
    </Stack>
  );
}

function One({ forum, warning, ticked, onTick }: Omit<Props, 'warnings'> & { warning: Warning }) {
  const { key } = warning;
  const sentence = useSentence(forum, warning);
  const toggle = (isOn: boolean) => onTick(isOn ? [...ticked, key] : ticked.filter((one) => one !== key));
  return (
    <Checkbox
      label={sentence}
      checked={ticked.includes(key)}
      onChange={(event) => toggle(event.currentTarget.checked)}
    />
  );
}

function useSentence(forum: Forum, { kind, talk, rule, other, session }: Warning): string {
  const { t } = useTranslation('schedule');
  const words = useWords(forum);
  const at = forum.placements.find((placed) => placed.talk.laureateId === talk)?.place ?? null;
  const [block = '', room = ''] = (session ?? '').split('/');
  const reason = forum.overrides.find((set) => set.talk === talk && set.rules.includes(rule ?? ''))?.reason;
  const names = {
    talk: words.talk(talk ?? ''),
    person: words.person(talk ?? ''),
    place: words.place(at),
    other: other === null ? '' : words.talk(other),
    room: words.room(room),
    time: words.time({ block, room, slot: 0 }),
    rule: rule === null ? '' : t(`ruleName.${rule}`),
  };
  const said = t(`warning.${kind}.${kind === 'clash' && other !== null ? 'withOther' : 'said'}`, names);
  return reason === undefined ? said : `${said} ${t('setAside', { reason })}`;
}
