// Agenda and minutes of a meeting on paper, in the reader's language and in English.
import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';

const paths = {
  agenda: '/panels/:panel/meeting/pdf',
  minutes: '/panels/:panel/minutes/pdf',
  docx: '/panels/:panel/minutes/docx',
} as const;
type Kind = keyof typeof paths;

export function MeetingPapers({ id }: { id: string }) {
  const { t, i18n } = useTranslation('panel');
  const languages = [...new Set([i18n.language, 'en', 'th'])];
  const named = (language: string) =>
    new Intl.DisplayNames(i18n.language, { type: 'language' }).of(language) ?? language;
  const kinds: Kind[] = ['agenda', 'minutes', 'docx'];
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default">{t('meeting.papers')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.flatMap((kind) =>
          languages.map((language) => (
            <Menu.Item
              key={`${kind} ${language}`}
              component="a"
              href={addressOf(paths[kind], { panel: id }, { language })}
              download
            >
              {t(`meeting.paper.${kind}`, { language: named(language) })}
            </Menu.Item>
          )),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
