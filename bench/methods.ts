// npm run bench:methods: what the methods of judging cost, part by part, as ratios to a floor measured in the same run.
import { benchAssignment } from './support/assignment.ts';
import { benchBoard } from './support/board.ts';
import { benchTally } from './support/tally.ts';

/** Each part prints its own lines and says how many of its limits were missed; a word after the command runs that part alone. */
const parts: { [name: string]: () => Promise<number> } = {
  assignment: benchAssignment,
  tally: benchTally,
  board: benchBoard,
};

const wanted = process.argv.slice(2);
let missed = 0;
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  missed += await part();
}
process.exitCode = missed > 0 ? 1 : 0;
