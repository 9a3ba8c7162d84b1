// A field for files: what is taken, choosing or dropping them, and how far each has come. Broken lines go on where they stopped.
import { Button, FileButton, Group, Input, Paper, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FileItem } from './FileItem.tsx';
import { type Sender, useSending } from './sending.ts';
import { acceptOf, namesOfTypes, sizeIn } from './sizes.ts';

type Props = Sender & {
  label: string;
  /** A sentence below the label; types and size are said anyhow. */
  hint?: ReactNode;
  required?: boolean;
  multiple?: boolean;
  disabled?: boolean;
  error?: ReactNode;
  /** Those that arrived stay in the list, unless the screen shows them itself. */
  keepsDone?: boolean;
  /** Of the button that takes the focus. */
  id?: string;
  /** What is there already; a function hears which files are on their way here. */
  children?: ReactNode | ((underWay: string[]) => ReactNode);
};

export function FileField(props: Props) {
  const { label, hint, required = false, multiple = false, disabled = false, error, children } = props;
  const { accept, maxBytes, keepsDone = true } = props;
  const { t, i18n } = useTranslation('parts');
  const id = useId();
  const sending = useSending(props);
  const shown = sending.items.filter(({ state }) => keepsDone || state !== 'done');
  const underWay = shown.flatMap(({ fileId }) => fileId ?? []);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (!disabled) sending.add(multiple ? files : files.slice(0, 1));
  };
  const taken = t('file.takes', {
    types: namesOfTypes(accept, i18n.language),
    size: sizeIn(maxBytes, i18n.language),
  });
  return (
    <Paper
      withBorder
      p="sm"
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-about`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <Stack gap="xs">
        <div>
          <Text id={`${id}-label`} size="sm" fw={600}>
            {label}
            {required && (
              <Text span c="var(--mantine-color-error)" aria-hidden>
                {' *'}
              </Text>
            )}
          </Text>
          <Text id={`${id}-about`} size="sm" component="div">
            {hint}
            {hint !== undefined && ' '}
            {taken}
          </Text>
        </div>
        {error !== undefined && error !== null && <Input.Error>{error}</Input.Error>}
        {typeof children === 'function' ? children(underWay) : children}
        {shown.length > 0 && (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {shown.map((item) => (
              <FileItem key={item.key} item={item} sending={sending} maxBytes={maxBytes} taken={taken} />
            ))}
          </Stack>
        )}
        {!disabled && (
          <Group>
            <FileButton
              accept={acceptOf(accept)}
              {...(multiple && { multiple: true as const })}
              onChange={(chosen: File | File[] | null) => {
                if (chosen !== null) sending.add(Array.isArray(chosen) ? chosen : [chosen]);
              }}
              inputProps={{ 'aria-label': label, tabIndex: -1 }}
            >
              {(button) => (
                <Button
                  {...button}
                  {...(props.id !== undefined && { id: props.id })}
                  variant="light"
                  leftSection={<IconUpload size={18} aria-hidden />}
                  aria-label={t('file.chooseFor', { label })}
                  data-error={error !== undefined && error !== null ? 'true' : undefined}
                >
                  {t('file.choose')}
                </Button>
              )}
            </FileButton>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
