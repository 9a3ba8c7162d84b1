// Thailand's mission report of the 12th forum: opened from the record, completed with what the source says, approved, as files.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ReportContent } from '../../domain/report/messages.ts';
import type { Cast } from './cast.ts';
import { Done, type Person } from './client.ts';
import type { Facts } from './facts.ts';

const Report = z.object({ latest: z.int(), content: ReportContent });
const Registered = z.object({ id: z.string() });

/** @returns what to tell of it, with the paths of the files. */
export async function writeMissionReport(cast: Cast, forumId: string, facts: Facts, folder: string): Promise<string[]> {
  const { country, members, source } = facts.delegation;
  const at = country.toLowerCase();
  const desk = await cast.as(`focal-point.${at}`);
  const path = `/forums/${forumId}/delegations/${country}`;
  await register(desk, path, facts);
  const { latest, content } = await desk.get(`${path}/report`, Report);
  const saved = Done.extend({ report: z.int() });
  const { report: version } = await desk.put(
    `${path}/report`,
    { version: latest, content: completed(content, facts) },
    saved,
  );
  await desk.tell(`${path}/report/hand-in`, { version });
  const superior = await cast.as(`approver.${at}`);
  await superior.tell(`${path}/report/approve`, { version, audience: 'public' });
  await desk.tell(`${path}/report/publish`);
  await mkdir(folder, { recursive: true });
  const files = ['pdf', 'docx'].map(async (kind) => {
    const file = join(folder, `mission-report-${country}-${facts.forum.number}.${kind}`);
    await writeFile(file, await desk.paper(`${path}/report/${kind}`));
    return `  ${file}`;
  });
  return [
    `Mission report of ${country}: ${members.length} delegates; approved and published; source: ${source}`,
    ...(await Promise.all(files)),
  ];
}

async function register(desk: Person, path: string, { delegation }: Facts): Promise<void> {
  const { members, unit, basis } = delegation;
  for (const { name, position } of members) {
    const said = { capacity: 'delegate', name, names: { th: name }, positions: position, bodies: unit };
    await desk.post(`${path}/participants`, { ...said, assignedBy: basis.th ?? '' }, Registered);
  }
}

/** What the record of the system has no place for, as the source says it. */
function completed(content: ReportContent, { forum, laureates, delegation }: Facts): ReportContent {
  const presenter = laureates.find(({ country }) => country === delegation.country)?.presenter;
  const pictures = `${forum.pictures} ภาพ`;
  const parts = content.parts.map((part) => {
    if (part.kind === 'picture') return part;
    if (part.id === 'short-name') return { ...part, text: forum.shortName.th ?? '' };
    if (part.id === 'pictures-text') return { ...part, text: pictures };
    const isPresenter = presenter !== undefined && part.text === presenter.name;
    return isPresenter ? { ...part, text: `${presenter.name}\n${presenter.position.th ?? ''}` } : part;
  });
  return { ...content, parts };
}
