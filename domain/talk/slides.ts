// The slides of a talk: which files are taken, and whether a presentation has its copy as PDF, which rooms show.

export const pdfType = 'application/pdf';
/** By type, with the end of a file's name. */
export const slideTypes = {
  [pdfType]: 'pdf',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.apple.keynote': 'key',
} as const;
export const largestSlides = 100_000_000;

/** `copy-asked`: there is a presentation, and no PDF beside it. */
export const slidesStates = ['none', 'copy-asked', 'there'] as const;
export type SlidesState = (typeof slidesStates)[number];

/** Of the types of the files that have arrived. */
export function slidesState(types: readonly string[]): SlidesState {
  if (types.length === 0) return 'none';
  return types.includes(pdfType) ? 'there' : 'copy-asked';
}
