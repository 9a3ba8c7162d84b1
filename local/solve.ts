// npm run solve -- assignment|schedule FILE: the model, solver and checker of the product on a problem that stands in a file, answered as JSON.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { solveAssignmentFile } from './solving/assignment.ts';
import { solveScheduleFile } from './solving/schedule.ts';

/** One for each kind of problem: it takes what the file holds, and gives what is printed. */
const solvers: { [kind: string]: (problem: unknown) => Promise<object> } = {
  assignment: solveAssignmentFile,
  schedule: solveScheduleFile,
};

const [kind = '', file = ''] = process.argv.slice(2);
const solver = solvers[kind];
if (solver === undefined || file === '') fail(`Say npm run solve -- ${Object.keys(solvers).join('|')} FILE.json`);
try {
  const answer = await solver(JSON.parse(readFileSync(file, 'utf8')));
  console.log(JSON.stringify(answer, null, 2));
  process.exitCode = 'problem' in answer ? 1 : 0;
} catch (error) {
  if (error instanceof z.ZodError) fail(`${file} is no problem of the kind ${kind}:\n${z.prettifyError(error)}`);
  fail(error instanceof Error ? error.message : String(error));
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
