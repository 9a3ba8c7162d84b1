// npm start: everything on one machine, until Ctrl-C.
import { sampleDomain, samplePassword } from './accounts.ts';
import { readLocalSettings } from './config.ts';
import { type Laureate, startLaureate } from './laureate.ts';
import { lookAround } from './look-around.ts';

const tell = (line: string) => console.log(line);

async function run(): Promise<void> {
  let laureate: Laureate | undefined;
  const end = async (code: number) => {
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    tell('Stopping.');
    await laureate?.stop();
    process.exit(code);
  };
  // Asked a second time it ends at once; so it does while it starts. The supervisor stops the programs in either case.
  process.once('SIGINT', () => void end(0)).once('SIGTERM', () => void end(0));
  const lost = (what: string) => {
    console.error(what);
    void end(1);
  };
  laureate = await startLaureate({ env: process.env, tell, lost });
  if (readLocalSettings(process.env).LAUREATE_SAMPLES === 'cycles') await lookAround(laureate, tell);
  await showAccounts(laureate);
  tell(`Mails, processes and metrics for the operator: ${laureate.opsUrl}`);
  tell(`Laureate is ready at ${laureate.url}`);
}

/** Who to sign in as, and what waits for each. */
async function showAccounts({ home, url }: Laureate): Promise<void> {
  tell(`Sign in at ${url}/app with one of these, @${sampleDomain}, and the password ${await samplePassword(home)}:`);
  for (const [account, work] of samples) tell(`  ${account.padEnd(22)}${work}`);
  tell(
    '  There is one of each role in every country: approver.th, endorser.my and so on; roles are given on the people page.',
  );
  tell('  Who signs sets up a second factor first. For those who have one: npm run code -- approver.sg');
}

const samples = [
  ['secretariat', 'plans cycles, sees who is late, runs endorsement, announcement and forum'],
  ['focal-point.vn', "leads a country's desk: people, nominations, timetable, panel"],
  ['applicant.th', 'answers an open call'],
  ['screener.vn', 'screens nominations'],
  ['approver.vn', 'forwards what is screened, and signs'],
  ['judge-4', 'scores entries; judge-1 leads a panel'],
  ['endorser.sg', 'endorses the results, or objects'],
  ['laureate-contact.sg', 'accepts an award, proofs the name'],
  ['presenter.my', 'answers the invitation to present'],
  ['administrator', 'installs awards, names the secretariat'],
] as const;

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
