// How it looks: one calm colour that keeps its contrast in light and dark, big enough targets, every script's font.
import {
  createTheme,
  DEFAULT_THEME,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  parseThemeColor,
  type VariantColorsResolver,
} from '@mantine/core';

const lake: MantineColorsTuple = [
  '#e6f5f6',
  '#cfe7ea',
  '#a2d0d5',
  '#71b7bf',
  '#4aa3ac',
  '#2f95a0',
  '#1b8792',
  '#0b7580',
  '#0b5d66',
  '#064a52',
];
const fonts =
  "'Noto Sans', 'Noto Sans Thai', 'Noto Sans Khmer', 'Noto Sans Lao', 'Noto Sans Myanmar', system-ui, sans-serif";

/** The library's darkest shades are too bright for words on a tint. */
const dark = { orange: '#8a3200', yellow: '#7a4a00', green: '#1d5c27', red: '#9b1c1c', gray: '#212529' } as const;
const darkened = Object.fromEntries(
  Object.entries(dark).map(([name, shade]) => [
    name,
    [...(DEFAULT_THEME.colors[name] ?? []).slice(0, 9), shade] as unknown as MantineColorsTuple,
  ]),
);

/** White words on the darkest shade in light, black ones on a bright shade in dark. */
const filled = (color: string) => ({
  background: `light-dark(var(--mantine-color-${color}-${color === 'lake' ? 8 : 9}), var(--mantine-color-${color}-3))`,
  hover: `light-dark(var(--mantine-color-${color}-9), var(--mantine-color-${color}-2))`,
  color: 'light-dark(#ffffff, #000000)',
});

/** Tinted boxes and buttons: their words as dark as AA asks in light, as light in dark. */
const readable: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  const { color = '' } = parseThemeColor({ color: input.color ?? input.theme.primaryColor, theme: input.theme });
  if (input.variant === 'filled' && color in input.theme.colors) return { ...usual, ...filled(color) };
  if (!['light', 'outline', 'subtle'].includes(input.variant) || !(color in input.theme.colors)) return usual;
  return { ...usual, color: `light-dark(var(--mantine-color-${color}-9), var(--mantine-color-${color}-2))` };
};

export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: { light: 8, dark: 3 },
  colors: { lake, ...darkened },
  autoContrast: true,
  variantColorResolver: readable,
  fontFamily: fonts,
  headings: { fontFamily: fonts, fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: {
      defaultProps: { variant: 'light', tt: 'none', size: 'lg' },
      // A state is read whole, on two lines if need be.
      styles: {
        root: { height: 'auto', minHeight: 26, maxWidth: '100%' },
        label: { whiteSpace: 'normal', overflow: 'visible' },
      },
    },
    Anchor: { defaultProps: { underline: 'always' } },
    Button: { defaultProps: { mih: 36 } },
    TextInput: { defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    Textarea: { defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    Select: { defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    NumberInput: { defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    PasswordInput: { defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
  },
});
