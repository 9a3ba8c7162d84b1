// The receipt of one version of a nomination, as a paper.
import type { Db } from '../../db/database.ts';
import { findReceipts, type ReceiptLine } from '../../db/read-models/receipt-views.ts';
import { findCountry } from '../../domain/definition-queries.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import { sayMoment } from '../mail.ts';
import type { Block, Cell, Paper } from './paper.ts';
import { sizeIn, type Words, wordsFor } from './words.ts';

/** Who reads a paper: in which language, and in which zone beside the governing one. */
export type Reader = { language: string; zone: string | null };
type Facts = ReceiptLine & { cycle: Texts; category: Texts; country: Texts; zone: string };

/** Undefined where there is no such version. */
export async function findReceiptPaper(
  db: Db,
  { nominationId, version }: { nominationId: string; version: number },
  reader: Reader,
): Promise<{ name: string; paper: Paper } | undefined> {
  const [receipt] = await findReceipts(db, nominationId, { after: version - 1, limit: 1 });
  if (receipt?.version !== version) return undefined;
  const row = await db.read
    .selectFrom('nominations')
    .innerJoin('cycles', 'cycles.cycle_id', 'nominations.cycle_id')
    .select(['cycles.title', 'cycles.zone', 'cycles.definition', 'nominations.country', 'nominations.category'])
    .where('nomination_id', '=', nominationId)
    .executeTakeFirstOrThrow();
  const { definition, title: cycle, zone } = row;
  const category = definition.categories.find(({ key }) => key === row.category)?.names ?? { en: row.category };
  const country = findCountry(definition, row.country)?.names ?? { en: row.country };
  const paper = receiptPaper({ ...receipt, cycle, category, country, zone }, reader);
  return { name: `receipt-${receipt.number}-v${version}.pdf`, paper };
}

export function receiptPaper(facts: Facts, reader: Reader): Paper {
  const { language, words } = wordsFor(reader.language);
  const { number, version, fingerprint, organisation, title, cycle } = facts;
  const say = (texts: Texts) => textOf(texts, reader.language);
  return {
    title: words.receipt.title,
    subtitle: say(cycle),
    language,
    foot: `${number} · ${words.version} ${version}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: words.number, value: number },
          { label: words.version, value: String(version) },
          ...times(facts, reader, words),
          { label: words.organisation, value: say(organisation) },
          { label: words.title, value: say(title) },
          { label: words.category, value: say(facts.category) },
          { label: words.country, value: say(facts.country) },
        ],
      },
      { kind: 'heading', level: 1, text: words.receipt.form },
      { kind: 'facts', rows: [{ label: words.fingerprint, value: fingerprint }] },
      { kind: 'heading', level: 1, text: words.receipt.files },
      filesOf(facts, reader.language, words),
      { kind: 'small', text: words.receipt.meaning },
    ],
  };
}

function times({ receivedAt, zone }: Facts, reader: Reader, words: Words) {
  const inZone = (where: string) => sayMoment({ at: receivedAt, zone: where }, reader.language, null);
  const own =
    reader.zone === null || reader.zone === zone
      ? []
      : [{ label: words.receipt.inYourZone, value: inZone(reader.zone) }];
  return [{ label: words.receipt.received, value: inZone(zone) }, ...own];
}

function filesOf({ files }: Facts, language: string, words: Words): Block {
  if (files.length === 0) return { kind: 'text', text: words.receipt.noFiles };
  const rows = files.map(({ name, size, sha256 }): Cell[] => [
    { text: name ?? words.receipt.unknownFile, small: sha256 },
    size === null ? '–' : sizeIn(language, size),
  ]);
  return { kind: 'table', columns: [`${words.file} / ${words.fingerprint}`, words.size], shares: [5, 1], rows };
}
