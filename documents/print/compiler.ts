// Sets papers as PDF with typst: one compiler with our fonts. The same paper always gives the same bytes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PDFDocument } from 'pdf-lib';
import { appendable } from './appending.ts';
import { isShowable } from './images.ts';
import { type Block, type Enclosure, fontFamilies, fontsOf, type Paper, type Printed } from './paper.ts';
import { mendReading } from './reading.ts';

const { resolve } = createRequire(import.meta.url);
const template = readFileSync(new URL('paper.typ', import.meta.url), 'utf8');
const weights = ['400Regular', '700Bold'];
const sarabun = weights.map((weight) => resolve(`@expo-google-fonts/sarabun/${weight}/Sarabun_${weight}.ttf`));
const fontFiles = fontFamilies.flatMap((family) =>
  weights.map((weight) => {
    const name = `noto-sans${family.slice('Noto Sans'.length).toLowerCase().replace(' ', '-')}`;
    return resolve(`@expo-google-fonts/${name}/${weight}/${family.replaceAll(' ', '')}_${weight}.ttf`);
  }),
);
/** Pictures are decoded to be set; the cache of earlier papers must not grow without end. */
const keptCompilations = 4;

const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [{ fontBlobs: [...fontFiles, ...sarabun].map((file) => readFileSync(file)) }],
});

/** @throws Error where the template itself fails: a bug. */
export async function print(paper: Paper, enclosed: Enclosure[]): Promise<Printed> {
  const inserted = await openInserted(enclosed);
  const images = enclosed.filter(({ type, bytes }) => type.startsWith('image/') && isShowable(bytes));
  const shown = new Set([...inserted.keys(), ...images.filter(canBeSet).map(({ key }) => key)]);
  const blocks = paper.blocks.map(
    (block): Block => ('key' in block && !shown.has(block.key) ? { kind: 'notice', text: block.otherwise } : block),
  );
  const leftOut = paper.blocks.flatMap((block) => ('key' in block && !shown.has(block.key) ? block.key : []));
  try {
    for (const { key, bytes } of images) compiler.mapShadow(shadowPath(key), Buffer.from(bytes));
    const { bytes, places } = set(
      { ...paper, blocks: blocks.map((block) => withPages(block, inserted)) },
      fontsOf(paper),
    );
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    mendReading(document);
    await insert(document, places, inserted);
    return { bytes: await document.save({ addDefaultPage: false }), pages: document.getPageCount(), leftOut };
  } finally {
    compiler.resetShadow();
    compiler.evictCache(keptCompilations);
  }
}

const shadowPath = (key: string) => `${import.meta.dirname}/${key}`;
const withPages = (block: Block, inserted: Map<string, PDFDocument>) =>
  block.kind === 'insert' ? { ...block, pages: inserted.get(block.key)?.getPageCount() ?? 0 } : block;

type Place = { key: string; page: number };

function set(paper: object, fonts: string[]): { bytes: Uint8Array; places: Place[] } {
  const inputs = { paper: JSON.stringify(paper), fonts: JSON.stringify(fonts) };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  const { result } = compiled;
  if (result === null) throw new Error(`The paper cannot be set: ${said(compiled)}`);
  const found: { value: Place }[] = compiler.query(result, { selector: '<insert>' });
  return { bytes: compiler.pdf(result), places: found.map(({ value }) => value) };
}

/** Without the words of the paper, which may be personal. */
const said = (compiled: ReturnType<typeof compiler.compile>) =>
  (compiled.takeDiagnostics()?.shortDiagnostics ?? [])
    .map((one: { message?: string }) => one.message ?? '?')
    .join('; ');

/** A picture that cannot be read must not keep the rest from being printed. */
function canBeSet({ key, bytes }: Enclosure): boolean {
  compiler.mapShadow(shadowPath(key), Buffer.from(bytes));
  const { result } = compiler.compile({ mainFileContent: '#image("/" + sys.inputs.key)', inputs: { key } });
  return result !== null;
}

async function openInserted(enclosed: Enclosure[]): Promise<Map<string, PDFDocument>> {
  const opened = new Map<string, PDFDocument>();
  for (const { key, type, bytes } of enclosed) {
    const found = type === 'application/pdf' ? await appendable(bytes) : null;
    if (found !== null) opened.set(key, found);
  }
  return opened;
}

/** Behind the pages that name them, the last first, so that the places of the others stay. */
async function insert(paper: PDFDocument, places: Place[], inserted: Map<string, PDFDocument>): Promise<void> {
  for (const { key, page } of places.toReversed()) {
    const source = inserted.get(key);
    if (source === undefined) continue;
    const pages = await paper.copyPages(source, source.getPageIndices());
    pages.forEach((one, index) => void paper.insertPage(page + index, one));
  }
}
