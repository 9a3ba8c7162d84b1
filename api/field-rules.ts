// What a field breaks, by a stable code with its values beside the English words: pages say it in their reader's language.
import type { ZodError } from 'zod';

type Issue = ZodError['issues'][number];
export type Values = { [name: string]: string | number };
export type FieldRule = { field: string; rule: string; code?: string; values?: Values };

/** Rules in words, with the values that stand in them: the first that fits. */
const spoken: [code: string, words: RegExp][] = [
  ['missing', /^is missing$|^must be given$|^must not be empty$|received undefined$/],
  ['unknown-field', /^is (not a field here|no field of this section)$|has no such field/],
  ['unknown-column', /^is no column here; there are (?<options>.+)$/],
  ['no-header', /^stands under no header$/],
  ['own-id', /^must each have an id of its own$/],
  ['not-registered', /^is no longer registered: leave the row out$/],
  ['twice', /^stands there twice$|^is on the agenda twice$|stands in the file twice/i],
  ['choice', /^must be one of (?<options>.+?)\.?$/i],
  ['email', /^must be an e-mail address/i],
  ['country-code', /^must be an ISO 3166-1/],
  ['not-yours', /^is not your country$/],
  ['key', /^must be lower-case words joined by hyphens$/],
  ['language', /language tag such as/],
  ['fingerprint', /^must be a SHA-256/],
  ['instant', /^must be an instant with offset|^has no instant in its row$/],
  ['zone', /^must be an IANA time zone|^is no time zone/],
  ['some-language', /^must be given in at least one language$/],
  ['zone-or-language', /^must name a zone or a language$/],
  ['buddhist-era', /Buddhist Era/],
  ['group', /^must be a (panel )?group such as/],
  ['confirm', /^must be (true|accepted): /],
  ['meeting-date', /^must be given with the meeting's reference$/],
  ['some-phase', /^must name at least one phase$/],
  ['media-type', /^must be a media type such as/],
  ['day-and-time', /^must be a time such as/],
  ['after-arrival', /^must be after the arrival$/],
  ['time-of-day', /^must be a time of day such as/],
  ['share', /^must be a share such as/],
  ['date', /^must be a date(,| such as)/i],
  ['code', /^must be the six digits of your app/],
  ['letter', /^must be a letter that was registered/],
  ['too-many', /^(takes at most (?<most>\d+)|is one too many; at most (?<least>\d+))/],
  ['organisation', /^names .+, which is no organisation/],
  ['entry', /^is no entry that you are to score$/],
  ['panel-entry', /^is no entry of this panel$/],
  ['panel-member', /^is no member of this panel$/],
  ['no-line', /^is on no line of the list$/],
  ['entry-code', /^must be the code of an entry such as/],
  ['pseudonym', /^must be the pseudonym of a judge such as/],
  ['suggestion', /^is no entry of which this is suggested$/],
  ['document', /^is no document of this nomination$/],
  ['original', /^is the original itself$/],
  ['forum', /^must be the number of a forum$/],
  ['public-key', /^must be an Ed25519 public key/],
  ['signature', /^must be an Ed25519 signature/],
  ['judge', /^is no judge who is invited to (?<group>.+)$/],
  ['question', /has no open question$/],
  ['nominee-address', /^must be the nominee's address/],
  ['applicant-address', /^must be the mail address of an applicant or focal point/],
  ['event', /^must be the id of an event of this stream$/],
  ['not-installed', /is not installed here/],
  ['characters', /NUL or broken characters$/],
  ['nested', /^must not be nested deeper than (?<most>\d+)/],
  ['long', /^has more than (?<most>\d+) characters$/],
  ['limit', /has (?<has>\d+) (?<unit>words|characters); at most (?<most>\d+)/i],
  ['no-attachment', /^answers no attachment of this category$/],
  ['other-file', /(was|were) registered$|^must be \d+, as the file was registered$/],
  ['place', /^says where it was taken/],
  ['no-slides', /^is no PDF, PPTX, ODP or Keynote file/],
  ['large-slides', /^is larger than 100 MB: make its pictures/],
  ['telling-properties', /^says title or author in its properties/],
  ['telling-bookmarks', /^has bookmarks/],
  ['telling-files', /^has other files within it/],
  ['telling-notes', /^has comments, links or form fields/],
  ['telling-earlier', /^still holds what was there before/],
  ['telling-unknown', /^cannot be looked into for names/],
  ['table', /^has (no header, or no row|more than .+: divide it)|^is no workbook|^is not written in UTF-8/],
  [
    'request',
    /^must be (1\.0\.0|pairs of|application|<tx>|the ETag|percent-encoded|valid JSON)|^must (say how many|name a registered)|^must have 1 to 200|^is not offered|^is not a cursor/,
  ],
];

/** The code of words that stand for a rule, with what they say in numbers and names; undefined for words of another kind. */
export function codeOfWords(rule: string): Named | undefined {
  for (const [code, words] of spoken) {
    const found = words.exec(rule);
    if (found === null) continue;
    const said = Object.entries(found.groups ?? {}).filter(([, value]) => value !== undefined);
    return said.length === 0 ? { code } : { code, values: Object.fromEntries(said) };
  }
  return undefined;
}

/** What already has a code keeps it: the form of a nomination names its own. */
export function withCode<Rule extends { rule: string; code?: string }>(rule: Rule): Rule & Pick<FieldRule, 'values'> {
  const found = codeOfWords(rule.rule);
  return found === undefined ? rule : { ...found, ...rule };
}

/** An issue of a schema: by its words where it has some of its own, else by its kind. */
export function ruleOfIssue(issue: Issue): Omit<FieldRule, 'field'> {
  const rule = issue.message;
  return { rule, ...(codeOfWords(rule) ?? ofKind(issue)) };
}

type Named = { code: string; values?: Values };
const named = (code: string, values?: Values): Named => (values === undefined ? { code } : { code, values });

function ofKind(issue: Issue): Named {
  switch (issue.code) {
    case 'invalid_type':
      return named('kind', { wanted: issue.expected });
    case 'too_small':
      return bound(issue.origin, issue.minimum, { string: 'short', array: 'few', number: 'small' });
    case 'too_big':
      return bound(issue.origin, issue.maximum, { string: 'long', array: 'many', number: 'large' });
    case 'invalid_format':
      return named(formats[issue.format] ?? 'form');
    case 'invalid_value':
      return named('choice', { options: issue.values.map(String).join(', ') });
    default:
      return named('form');
  }
}

/** An empty text where some is wanted is one that is missing. */
function bound(origin: string, most: number | bigint, codes: { string: string; array: string; number: string }) {
  const kind = origin === 'string' || origin === 'array' ? origin : 'number';
  return codes[kind] === 'short' && most === 1 ? named('missing') : named(codes[kind], { most: Number(most) });
}

const formats: { [format: string]: string } = {
  email: 'email',
  url: 'url',
  date: 'date',
  datetime: 'instant',
  uuid: 'id',
  guid: 'id',
};

/** Every code that an answer can carry, beside those of the form of a nomination. */
export const ruleCodes = [
  ...new Set([
    ...spoken.map(([code]) => code),
    ...['kind', 'short', 'few', 'small', 'long', 'many', 'large', 'form'],
    ...Object.values(formats),
  ]),
];
