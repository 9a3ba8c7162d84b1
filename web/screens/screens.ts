// Every screen and every line of the menu, area by area.
import type { NavEntry, Screen } from '../app/screen.ts';
import * as account from './account/routes.ts';
import * as country from './country/routes.ts';
import * as cycles from './cycles/routes.ts';
import * as day from './day/routes.ts';
import * as delegation from './delegation/routes.ts';
import * as endorser from './endorser/routes.ts';
import * as forum from './forum/routes.ts';
import * as history from './history/routes.ts';
import * as home from './home/routes.ts';
import * as judge from './judge/routes.ts';
import * as laureate from './laureate/routes.ts';
import * as link from './link/routes.ts';
import * as nominations from './nominations/routes.ts';
import * as organisations from './organisations/routes.ts';
import * as panel from './panel/routes.ts';
import * as presenter from './presenter/routes.ts';
import * as report from './report/routes.ts';
import * as results from './results/routes.ts';

const areas: { screens: Screen[]; nav: NavEntry[] }[] = [
  home,
  nominations,
  country,
  judge,
  panel,
  endorser,
  laureate,
  presenter,
  cycles,
  results,
  forum,
  day,
  delegation,
  report,
  organisations,
  history,
  account,
  link,
];
export const screens = areas.flatMap((area) => area.screens);
export const nav = areas.flatMap((area) => area.nav);
