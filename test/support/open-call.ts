// An award whose form has two sections, a field of one category and a paper: for open calls and shared drafts.
import { sampleDefinition } from './samples.ts';

export const callDefinition = sampleDefinition('national', {
  form: {
    sections: [
      {
        key: 'nominee',
        title: { en: 'Nominee', th: 'ผู้ได้รับการเสนอชื่อ', vi: 'Người được đề cử' },
        fields: [
          { key: 'name', label: { en: 'Name', th: 'ชื่อ' }, kind: 'localized-text', required: true },
          { key: 'title', label: { en: 'Title', th: 'ชื่อโครงการ' }, kind: 'localized-text', required: true },
        ],
      },
      {
        key: 'work',
        title: { en: 'Work' },
        fields: [
          {
            key: 'summary',
            label: { en: 'Summary' },
            kind: 'long-text',
            required: true,
            limit: { words: 9, characters: 90 },
          },
          { key: 'shop', label: { en: 'Shop' }, kind: 'text', categories: ['private'] },
        ],
      },
    ],
    attachments: [
      { key: 'certificate', label: { en: 'Certificate' }, types: ['application/pdf'], maxBytes: 1e6, required: true },
    ],
    organisationField: 'name',
    titleField: 'title',
  },
});
