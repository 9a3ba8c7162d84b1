// npm start: everything on one machine, until Ctrl-C.
import { rosterOf, sampleDomain, samplePassword } from './accounts.ts';
import { type Laureate, startLaureate } from './laureate.ts';

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
  await showAccounts(laureate);
  tell(`Mails, processes and metrics for the operator: ${laureate.opsUrl}`);
  tell(`Laureate is ready at ${laureate.url}`);
}

async function showAccounts({ home, definitions }: Laureate): Promise<void> {
  const accounts = rosterOf(definitions).map(({ account }) => account);
  const parts = accounts.map((account) => account.split('.'));
  const [roles, countries] = [0, 1].map(
    (index) => new Set(parts.filter((all) => all.length === 2).map((all) => all[index])),
  );
  tell(`Sample accounts, all @${sampleDomain} and with the password ${await samplePassword(home)}:`);
  tell(`  ${accounts.filter((account) => !account.includes('.')).join(', ')}`);
  tell(`  ${[...(roles ?? [])].map((role) => `${role}.<country>`).join(', ')}`);
  tell(`  where <country> is ${[...(countries ?? [])].sort().join(', ')}`);
  tell('  Who signs sets up a second factor first. For those who signed in the demo: npm run code -- approver.th');
}

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
