// A server with one route, parse, execute, answer, in a process of its own; it prints its port.
import express, { type ErrorRequestHandler } from 'express';
import { openDatabase } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import { entry, entryStream, meta, projectEntries, Submit } from './entries.ts';

const db = openDatabase({ url: process.argv[2] ?? '', max: 8, inline: [projectEntries] });
const app = express();
app.use(express.json({ limit: '1mb' }));
app.post('/entries', async (req, res) => {
  const data = Submit.parse(req.body);
  const done = await execute(db, entry, entryStream(data.entry), { type: 'Submit', data }, meta());
  res.set('ETag', `"${done.version}"`).set('Laureate-Position', `${done.place.tx}.${done.place.position}`).json(done);
});
const problems: ErrorRequestHandler = (error, _req, res, _next) => {
  res.status(500).json({ detail: String(error) });
};
app.use(problems);
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.on('disconnect', () => process.exit());
