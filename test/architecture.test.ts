// The shape of the tree as data: who may import whom, what stays pure, how long a file is, which versions go together.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');

type Allowed = {
  /** Folders whose files it may import. */
  folders: string[];
  /** Folders of which it may import types alone. */
  types?: string[];
  /** Packages and node modules it may import; all where nothing is said. */
  packages?: RegExp;
  never?: RegExp;
};
const temporal = /^@temporalio\//;
const web = /^(express|helmet|better-auth|react|pino-http)(\/|$)/;
const server = ['domain', 'db', 'files', 'documents'];
const table: { [folder: string]: Allowed } = {
  domain: { folders: ['domain'], packages: /^(zod|temporal-polyfill|canonicalize|knayi-myscript|@noble\/.*)$/ },
  db: { folders: ['domain', 'db'], never: /^(@temporalio\/.*|express|helmet|better-auth.*)$/ },
  files: { folders: ['domain', 'db', 'files'], never: temporal },
  documents: { folders: ['domain', 'db', 'documents'], never: temporal },
  workflows: { folders: ['domain', 'workflows'], types: ['activities'], packages: /^@temporalio\/(workflow|common)$/ },
  activities: { folders: [...server, 'activities'], never: web },
  api: { folders: [...server, 'api'], never: temporal },
  worker: { folders: [...server, 'activities', 'workflows', 'worker'] },
  local: { folders: [...server, 'activities', 'workflows', 'worker', 'api', 'local'] },
  web: { folders: ['web'], types: ['domain'], never: /^(node:|@temporalio|pg$|express)/ },
  types: { folders: [] },
  deploy: { folders: [] },
  bench: { folders: [...server, 'activities', 'workflows', 'worker', 'api', 'local', 'bench'] },
  test: { folders: [...server, 'activities', 'workflows', 'worker', 'api', 'local', 'bench', 'web', 'test'] },
};
/** Schemas and types of the domain are the browser's too, and what both sides must see alike. */
const sharedWithWeb = /^domain\/.*(messages|award-definition|text-limits|localized-text|photo-notes|clashes)\.ts$/;
/** The types of the routes, and nothing that runs. */
const contract = 'api/contract.ts';
/** Where in the domain the libraries may run; elsewhere their types are enough. */
const withLibraries = /^domain\/(.*\/)?(messages|award-definition|deadlines|zawgyi)\.ts$|^domain\/verify\//;
const aggregates = [
  ...['cycle', 'country', 'nomination', 'judge', 'scorecard', 'panel'],
  ...['forum', 'talk', 'delegation', 'ceremony', 'organisation', 'edition', 'member'],
];

const lines = { source: 250, test: 600 };
/** Longer, for a reason. */
const longer: { [file: string]: string } = {
  'api/access.ts': 'who may do what, in one table',
  'api/targets.ts': 'one finder for each kind of thing that a route is about',
  'api/views/views.ts': 'the shapes that the answers of several routes share',
  'domain/forum/messages.ts': 'every command and every event of a forum',
  'domain/panel/messages.ts': 'every command and every event of a panel',
  'domain/panel/state.ts': 'one switch over every event of a panel',
  'domain/verify/words.ts': 'what each step of a check says, in two languages',
  'test/browser/panel.test.ts': 'one stack of servers for all that is done at a panel in the browser',
  'test/support/access-expectations.ts': 'whom each route lets in, a row a route',
  'worker/reactions.ts': 'what follows from each event, in one table',
};

type Import = { from: string; to: string; typeOnly: boolean };
type Source = { file: string; folder: string; text: string; imports: Import[] };

const statements = [
  /^import\s+(type\s)?(?:[\w*{}$\s,]+?\sfrom\s+)?'([^']+)'/gm,
  /^export\s+(type\s)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'([^']+)'/gm,
  /\bimport(\s)?\('([^']+)'\)/g,
];

function importsOf(file: string, text: string): Import[] {
  return statements.flatMap((statement) =>
    [...text.matchAll(statement)].map(([, type, path = '']) => ({
      from: file,
      to: path.startsWith('.') ? posix.join(dirname(file), path) : path,
      typeOnly: type?.trim() === 'type',
    })),
  );
}

function read(file: string): Source {
  const text = readFileSync(join(root, file), 'utf8');
  return { file, folder: file.split('/')[0] ?? '', text, imports: importsOf(file, text) };
}

const sources = Object.keys(table)
  .flatMap((folder) => filesIn(folder).map((file) => `${folder}/${file}`))
  .map(read);
const byFile = new Map(sources.map((source) => [source.file, source]));
const sourcesOf = (...folders: string[]) => sources.filter(({ folder }) => folders.includes(folder));
const isOurs = ({ to }: Import) => table[to.split('/')[0] ?? ''] !== undefined && /\.(ts|tsx|json|css)$/.test(to);

function filesIn(folder: string): string[] {
  const isThere = readdirSync(root).includes(folder);
  const all = isThere ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }) : [];
  return all.map((file) => file.replaceAll('\\', '/')).filter((file) => /\.tsx?$/.test(file));
}

function isAllowed(from: Source, imported: Import): boolean {
  const { folders, types = [], packages, never } = table[from.folder] ?? { folders: [] };
  // How the pages are built is no part of them.
  if (from.file === 'web/vite.config.ts') return true;
  if (!isOurs(imported)) return packages?.test(imported.to) !== false && never?.test(imported.to) !== true;
  const to = imported.to.split('/')[0] ?? '';
  if (from.folder === 'web' && (sharedWithWeb.test(imported.to) || (imported.to === contract && imported.typeOnly)))
    return true;
  return folders.includes(to) || (imported.typeOnly && types.includes(to));
}

const shownAs = ({ from, to }: Import) => `${from} → ${to}`;
const aggregateOf = (file: string) => aggregates.find((name) => file.startsWith(`domain/${name}/`));

/** Every file that runs when this one does, by imports that are more than types. */
function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { to, typeOnly } of byFile.get(file)?.imports ?? []) if (!typeOnly) reachedFrom(to, seen);
  return seen;
}

/** A way from a file back to itself; types vanish before anything runs, so they make no cycle. */
function cycles(): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const { to, typeOnly } of byFile.get(file)?.imports ?? []) if (!typeOnly) walk(to, [...path, file]);
    done.add(file);
  };
  for (const { file } of sources) walk(file, []);
  return found;
}

const containing = (among: Source[], words: RegExp) =>
  among.flatMap(({ file, text }) => (text.match(words) ?? []).map((word) => `${file}: ${word}`));

describe('the import table', () => {
  it('finds the files it is about', () => {
    expect(sourcesOf('domain').length).toBeGreaterThan(50);
    expect(sourcesOf('workflows').flatMap(({ imports }) => imports).length).toBeGreaterThan(20);
  });

  it('is kept by every import', () => {
    const wrong = sources.flatMap((source) => source.imports.filter((imported) => !isAllowed(source, imported)));
    expect(wrong.map(shownAs)).toEqual([]);
  });

  it('names files that are there', () => {
    const ours = sources.flatMap(({ imports }) => imports.filter((each) => isOurs(each) && /\.tsx?$/.test(each.to)));
    expect(ours.filter(({ to }) => !byFile.has(to)).map(shownAs)).toEqual([]);
  });

  it('has no cycles', () => {
    expect(cycles()).toEqual([]);
  });

  it('lets nobody import what starts programs, but tests and measurements', () => {
    const outside = sources.filter(({ folder }) => !['local', 'test', 'bench'].includes(folder));
    const wrong = outside.flatMap(({ imports }) => imports.filter(({ to }) => /^(local|test|bench)\//.test(to)));
    expect(wrong.map(shownAs)).toEqual([]);
  });
});

describe('the domain', () => {
  it('runs libraries in its schemas, deadlines, scripts and proofs alone', () => {
    const pure = sourcesOf('domain').filter(({ file }) => !withLibraries.test(file));
    const wrong = pure.flatMap(({ imports }) => imports.filter((each) => !isOurs(each) && !each.typeOnly));
    expect(wrong.map(shownAs)).toEqual([]);
  });

  it('reads no clock, no chance, no settings and no network', () => {
    const outside =
      /Date\.now\(|new Date\(\)|performance\.now|Math\.random|randomUUID|process\.(env|cwd|hrtime)|fetch\(|setTimeout|Temporal\.Now/g;
    expect(containing(sourcesOf('domain'), outside)).toEqual([]);
  });

  it('never hands one aggregate the decider of another', () => {
    const deciders = sourcesOf('domain').flatMap(({ imports }) =>
      imports.filter(({ to }) => to.endsWith('/decider.ts')),
    );
    const wrong = deciders.filter(
      ({ from, to }) => aggregateOf(from) !== aggregateOf(to) && aggregateOf(to) !== undefined,
    );
    expect(wrong.map(shownAs)).toEqual([]);
  });
});

describe('the workflows', () => {
  const reached = [...new Set(sourcesOf('workflows').flatMap(({ file }) => [...reachedFrom(file)]))];

  it('reach nothing but themselves, pure domain files and what Temporal gives them', () => {
    const known = /^(workflows|domain)\/|^@temporalio\/(workflow|common)$/;
    expect(reached.filter((each) => !known.test(each))).toEqual([]);
  });

  it('reach no file that knows zones, languages or local time', () => {
    const local = /\bIntl\b|toLocale\w+|\.get(Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)\(/g;
    const files = reached.flatMap((file) => byFile.get(file) ?? []);
    expect(containing(files, local)).toEqual([]);
  });
});

describe('a file', () => {
  it('opens with one line that says what it is for', () => {
    expect(sources.filter(({ text }) => !/^\/\/ \S.*\n(?!\/\/)/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('is short, but for those with a reason', () => {
    const limit = ({ folder }: Source) => (folder === 'test' ? lines.test : lines.source);
    const long = sources.filter((source) => source.text.split('\n').length - 1 > limit(source));
    expect(long.map(({ file }) => file).sort()).toEqual(Object.keys(longer));
  });
});

describe('the packages', () => {
  const versions = z.record(z.string(), z.string());
  const manifest = z
    .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const all = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  const locked = z
    .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
    .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

  it('are pinned to one exact version each', () => {
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('have every part of Temporal at the same version, named or brought along', () => {
    const ours = all.filter(([name]) => temporal.test(name)).map(([, version]) => version);
    const installed = Object.entries(locked.packages).flatMap(([path, { version }]) =>
      /(^|\/)node_modules\/@temporalio\/[^/]+$/.test(path) ? [version] : [],
    );
    expect(new Set([...ours, ...installed]).size).toEqual(1);
  });

  it('have one Node.js for every platform', () => {
    expect(new Set(Object.values(manifest.optionalDependencies)).size).toEqual(1);
  });

  it('are named when they are imported', () => {
    const named = new Set(all.map(([name]) => name));
    const used = sources.flatMap(({ imports }) =>
      imports.filter((each) => !isOurs(each) && !/^(node:|\.)/.test(each.to)),
    );
    const nameOf = (path: string) =>
      path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/');
    expect(used.filter(({ to }) => !named.has(nameOf(to))).map(shownAs)).toEqual([]);
  });
});
