// npm run demo: the 6th award and the 12th forum, from the call to the released schedule with its files and Thailand's mission report.

import { join } from 'node:path';
import { sampleDomain, samplePassword } from './accounts.ts';
import { openAuthenticator } from './authenticator.ts';
import { readLocalSettings } from './config.ts';
import { castOf } from './demo/cast.ts';
import { readFacts } from './demo/facts.ts';
import { keepProgramme } from './demo/files.ts';
import { writeMissionReport } from './demo/mission-report.ts';
import { eventsByProcess } from './demo/processes.ts';
import { showRecord } from './demo/record.ts';
import { showChanges } from './demo/replanning.ts';
import { showLaureates, showMails, showSchedule } from './demo/report.ts';
import { tellStory, titleOf } from './demo/story.ts';
import { openHome } from './home.ts';
import { startLaureate } from './laureate.ts';
import { findRunning } from './lock.ts';

type Place = { url: string; temporalAddress: string; home: string; hint: string; stop(): Promise<void> };
const tell = (line: string) => console.log(line);

/** The instance that runs in this home, or one that is started for the demo and stopped after it. */
async function findPlace(env: NodeJS.ProcessEnv): Promise<Place> {
  const home = await openHome(readLocalSettings(env).LAUREATE_HOME);
  const running = await findRunning(home);
  if (running?.url != null && running.temporalAddress !== null) {
    tell(`Using the instance that runs at ${running.url}.`);
    const { url, temporalAddress } = running;
    return { home, url, temporalAddress, hint: `Look at it at ${url}`, stop: async () => {} };
  }
  const lost = (what: string) => {
    console.error(what);
    process.exit(1);
  };
  const started = await startLaureate({ env: { ...env, PORT: env.PORT || '0' }, tell, lost });
  return { ...started, hint: 'npm start shows this cycle again, at' };
}

/** @returns how many talks are without a place. */
async function play({ url, temporalAddress, home, hint }: Place): Promise<number> {
  const facts = await readFacts();
  const cast = castOf(url, sampleDomain, await samplePassword(home), openAuthenticator(home));
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1_000).toFixed(1).padStart(6)} s`;
  tell(titleOf(facts));
  const { cycleId, slug, forumId } = await tellStory({
    ...{ cast, facts, award: 'rdpe' },
    tell: (line) => tell(`${seconds()}  ${line}`),
  });
  await showLaureates(cast, cycleId, slug, facts, tell);
  await showRecord(cast, 'rdpe', tell);
  const unplaced = await showSchedule(cast, forumId, facts, tell);
  await showChanges(url, forumId, tell);
  const folder = join(home, 'demo', `forum-${facts.forum.number}`);
  await keepProgramme(url, forumId, { folder, tell });
  tell('');
  for (const line of await writeMissionReport(cast, forumId, facts, folder)) tell(line);
  await showMails(cast, cycleId, tell);
  tell('');
  tell('Temporal events by kind of process:');
  for (const { type, processes, runs, events } of await eventsByProcess(temporalAddress, cycleId))
    tell(`  ${type.padEnd(22)}${String(processes).padStart(4)} processes, ${runs} runs, ${events} events`);
  tell('');
  tell(`Done in${seconds()}: ${unplaced === 0 ? 'every talk has a place' : `${unplaced} talks have no place`}.`);
  tell(`${hint} /api/v1/public/cycles/${slug}/laureates`);
  return unplaced;
}

const place = await findPlace(process.env);
try {
  const unplaced = await play(place);
  if (unplaced > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await place.stop();
}
process.exit();
