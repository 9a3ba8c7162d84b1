// Checks a bundle without any line: `node verify.mjs bundle.json`. Built into one file that needs nothing else, in a browser too.

import { type Known, type Report, verify } from '../domain/verify/verify.ts';
import { sayStep, sayVerdict, titleOf } from '../domain/verify/words.ts';

export { sayStep, sayVerdict, titleOf, verify };

const marks = { passed: '✓', failed: '✗', unchecked: '–' } as const;
const help = `node verify.mjs BUNDLE.json [--key KEY] [--root ROOT] [--cycle CYCLE] [--language en|th]

  --key       a public key as it was published; several with commas between them
  --root      a root as it is printed in the signed minutes
  --cycle     the id of the cycle that you mean`;

type Asked = { file: string | undefined; language: string; known: Known };

function read(words: string[]): Asked {
  const option = (name: string) => {
    const at = words.indexOf(`--${name}`);
    return at < 0 ? undefined : words[at + 1];
  };
  const [keys, root, cycle] = [option('key')?.split(','), option('root'), option('cycle')];
  const file = words.find((word, index) => !word.startsWith('--') && words[index - 1]?.startsWith('--') !== true);
  const known = { ...(keys && { keys }), ...(root && { root }), ...(cycle && { cycle }) };
  return { file, language: option('language') ?? 'en', known };
}

export function reportLines({ ok, steps }: Report, language: string): string[] {
  const lines = steps.map(
    (step) => `${marks[step.outcome]} ${titleOf(step.step, language)}\n    ${sayStep(step, language)}`,
  );
  return [...lines, '', sayVerdict(ok, language)];
}

async function run(words: string[]): Promise<number> {
  const { file, language, known } = read(words);
  if (file === undefined) {
    console.error(help);
    return 2;
  }
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    console.error(`There is no file ${file} that could be read.`);
    return 2;
  }
  const report = verify(text, known);
  console.log(reportLines(report, language).join('\n'));
  return report.ok ? 0 : 1;
}

/** Started as a program, and not taken along by a page. */
const program = typeof process === 'undefined' ? undefined : process.argv[1];
if (program !== undefined && /verify(-cli)?\.m?[jt]s$/.test(program))
  process.exitCode = await run(process.argv.slice(2));
