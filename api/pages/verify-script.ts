// What the page that checks bundles does in the browser: the same program as on the command line, shown step by step.
export const checking = `const language = document.documentElement.lang;
const form = document.querySelector('form[data-verify]');
const { sayStep, sayVerdict, titleOf, verify } = await import(form.dataset.verify);
const place = document.querySelector('[data-report]');
const field = (name) => form.elements.namedItem(name);
const marks = { passed: '✓', failed: '✗', unchecked: '–' };
form.hidden = false;
const element = (name, text, kind) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
};
const show = (text) => {
  const value = (name) => field(name).value.trim();
  const known = {};
  if (value('key')) known.keys = value('key').split(/[\\s,]+/);
  if (value('root')) known.root = value('root');
  if (value('cycle')) known.cycle = value('cycle');
  const { ok, steps } = verify(text, known);
  const list = element('ol', '', 'steps');
  for (const step of steps) {
    const item = element('li', '', step.outcome);
    const title = element('strong', marks[step.outcome] + ' ' + titleOf(step.step, language));
    const word = element('span', ' (' + form.dataset[step.outcome] + ')');
    item.append(title, word, element('p', sayStep(step, language)));
    list.append(item);
  }
  const heading = element('h2', form.dataset.heading);
  heading.tabIndex = -1;
  place.replaceChildren(heading, element('p', sayVerdict(ok, language), ok ? 'verdict' : 'verdict revoked'), list);
  heading.focus();
};
let last = null;
const take = async (file) => { if (file) { last = await file.text(); show(last); } };
field('bundle').addEventListener('change', (event) => void take(event.target.files[0]));
form.addEventListener('submit', (event) => { event.preventDefault(); if (last !== null) show(last); else field('bundle').focus(); });
const drop = form.querySelector('[data-drop]');
for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => event.preventDefault());
drop.addEventListener('dragover', () => drop.classList.add('over'));
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => { drop.classList.remove('over'); void take(event.dataTransfer.files[0]); });
`;
