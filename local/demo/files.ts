// What the demo leaves to be looked at: the released programme as calendar, conference files and paper.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const kept = [
  { file: 'programme.ics', path: 'schedule.ics' },
  { file: 'programme-th.ics', path: 'schedule.ics?language=th' },
  { file: 'schedule.json', path: 'schedule.json' },
  { file: 'schedule.xml', path: 'schedule.xml' },
  { file: 'programme.xlsx', path: 'schedule.xlsx' },
  { file: 'programme-en.pdf', path: 'schedule.pdf' },
  { file: 'programme-th.pdf', path: 'schedule.pdf?language=th' },
  { file: 'changes.json', path: 'changes' },
];

/** As everybody gets them, over HTTP. @throws Error for a file that does not come. */
export async function keepProgramme(
  url: string,
  forumId: string,
  { folder, tell }: { folder: string; tell: (line: string) => void },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  tell('');
  tell(`The released programme as files, in ${folder}:`);
  for (const { file, path } of kept) {
    const response = await fetch(`${url}/api/v1/public/forums/${forumId}/${path}`);
    if (!response.ok) throw new Error(`${path} answers ${response.status}.`);
    const bytes = Buffer.from(await response.arrayBuffer());
    await writeFile(join(folder, file), bytes);
    tell(`  ${file.padEnd(18)} ${String(bytes.length).padStart(7)} bytes`);
  }
}
