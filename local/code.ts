// npm run code -- approver.th: a code of a sample account's second factor, as its authenticator app would show it.
import { openAuthenticator } from './authenticator.ts';
import { readLocalSettings } from './config.ts';
import { openHome } from './home.ts';

const [account = ''] = process.argv.slice(2);
const authenticator = openAuthenticator(await openHome(readLocalSettings(process.env).LAUREATE_HOME));
if (await authenticator.has(account)) console.log(await authenticator.nextCode(account));
else {
  console.error(
    account === ''
      ? 'Name a sample account: npm run code -- approver.th'
      : `${account} has no second factor here. Those who sign in the demo have one; others set one up under /me/second-factor.`,
  );
  process.exitCode = 1;
}
