// The desk page: hands in copy, shows what was understood while it is written, and follows what became of it.
// Everything goes through the same interface that any desk's own software uses; see /openapi.yaml.

const $ = id => document.getElementById(id);
const FIELDS = [
  ['headline', 'Headline', 'text'], ['subheadline', 'Standfirst', 'text'], ['byline', 'Byline', 'text'],
  ['located', 'Place of the dateline', 'text'], ['section', 'Section', 'text'], ['language', 'Language (BCP 47)', 'text'],
  ['slugline', 'Slugline', 'text'], ['urgency', 'Urgency (1 flash to 9)', 'number'],
  ['embargoedUntil', 'Embargoed until (ISO 8601, such as 2030-03-01T06:00:00Z)', 'text'],
  ['keywords', 'Keywords, parted by commas', 'text'], ['edNote', 'Note to editors, never published', 'area'],
  ['body', 'Body', 'area'],
];
const LOOK_AFTER_MS = 250;
const FOLLOW_EVERY_MS = 2000;

let key = sessionStorage.getItem('desk-key') || '';
let copyFile = null;       // a file of copy in place of the text
let pictures = [];         // {file, caption, credit}
let target = null;         // {uri, headline} of the story that is corrected
let understood = {};       // as the service read it
let looking = 0, looked = 0, lookTimer = 0;
let sending = Promise.resolve();

// ---- talking to the service

class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || `The service answered ${status}.`);
    this.status = status;
    this.remedy = problem.remedy || '';
  }
  get text() { return this.message + (this.remedy ? '\n' + this.remedy : ''); }
}

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { Authorization: 'Bearer ' + key, ...options.headers } });
  } catch {
    throw new Refused(0, { detail: 'The service cannot be reached.', remedy: 'Check the connection. What you wrote is still here.' });
  }
  const type = answer.headers.get('Content-Type') || '';
  if (!answer.ok) {
    if (answer.status === 401 && key) signOut('This key is no desk\'s. Sign in again.');
    throw new Refused(answer.status, type.includes('json') ? await answer.json() : {});
  }
  return type.includes('json') ? answer.json() : answer;
}

// ---- signing in

$('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  key = $('key').value.trim();
  await signIn();
});
$('sign-out').addEventListener('click', () => signOut(''));

async function signIn() {
  if (!key) return signOut('');
  try {
    const desk = await call('desk/me');
    sessionStorage.setItem('desk-key', key);
    $('who').textContent = desk.name + (desk.source ? ' – ' + desk.source : '');
    $('signed-out').hidden = true;
    $('signed-in').hidden = $('sign-out').hidden = false;
    $('copy').focus();
    follow();
  } catch (refused) {
    if (refused.status !== 401) $('sign-in-problem').textContent = refused.text;
  }
}

function signOut(why) {
  key = '';
  sessionStorage.removeItem('desk-key');
  $('who').textContent = '';
  $('signed-out').hidden = false;
  $('signed-in').hidden = $('sign-out').hidden = true;
  $('sign-in-problem').textContent = why;
  $('key').value = '';
  $('key').focus();
}

// ---- what is handed in

const edits = () => {
  const changed = {};
  for (const [name] of FIELDS) {
    const field = $('field-' + name);
    if (field.dataset.edited) changed[name] = value(name, field.value);
  }
  return changed;
};

const value = (name, text) =>
  name === 'keywords' ? text.split(',').map(word => word.trim()).filter(Boolean)
    : name === 'urgency' ? Number(text) || null : text;

function body(withPictures) {
  const changed = edits();
  if (target) changed.notice = 'correction';
  const copy = copyFile || new Blob([$('copy').value], { type: 'text/plain;charset=utf-8' });
  const form = new FormData();
  form.append('copy', copy, copyFile ? copyFile.name : 'copy.txt');
  if (withPictures) {
    for (const picture of pictures) {
      form.append('picture', picture.file, picture.file.name);
      form.append('caption', picture.caption);
      form.append('credit', picture.credit);
    }
  }
  if (Object.keys(changed).length) {
    form.append('edits', new Blob([JSON.stringify(changed)], { type: 'application/json' }), 'edits.json');
  }
  return form;
}

const query = () => '?door=desk' + (target ? '&uri=' + encodeURIComponent(target.uri) : '');
const isEmpty = () => !copyFile && !$('copy').value.trim() && !pictures.length;

// ---- looking before sending

function lookSoon() {
  clearTimeout(lookTimer);
  lookTimer = setTimeout(look, LOOK_AFTER_MS);
}

async function look() {
  const turn = ++looking;
  if (isEmpty()) return show({}, []);
  try {
    const answer = await call('understanding' + query(), { method: 'POST', body: body(false) });
    if (turn < looked) return;
    looked = turn;
    const piece = answer.pieces[0];
    $('problem').textContent = piece.problem ? piece.problem.detail + '\n' + piece.problem.remedy : order(piece.answer.understood);
    show(piece.answer ? piece.answer.understood : {}, piece.answer ? piece.answer.understood.lines : []);
  } catch (refused) {
    $('problem').textContent = refused.text;
  }
}

function order(read) {
  if (read.undecided) return 'This reads as an order (' + words(read.order) + ') that fits no story for certain. Sent, it waits below for your decision.';
  return read.order && read.order !== 'NONE' ? 'This reads as an order: ' + words(read.order) + '.' : '';
}

const words = name => name.toLowerCase().replaceAll('_', '-');

function show(read, lines) {
  understood = { ...read, body: (read.paragraphs || []).join('\n\n'), keywords: (read.keywords || []).join(', ') };
  for (const [name] of FIELDS) {
    const field = $('field-' + name);
    if (!field.dataset.edited) field.value = understood[name] ?? '';
  }
  $('lines').replaceChildren(...lines.map(line => {
    const item = element('li', `${line.field}-line ${line.field}`);
    item.append(element('span', 'as', line.field === 'blank' ? '' : `${line.field} (${line.rule})`), element('span', 'text', line.text));
    item.lastChild.dir = 'auto';
    return item;
  }));
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(text, action, label) {
  const made = element('button', '', text);
  made.type = 'button';
  if (label) made.setAttribute('aria-label', label);
  made.addEventListener('click', action);
  return made;
}

// ---- fields

for (const [name, label, kind] of FIELDS) {
  const row = element('p', 'field');
  const caption = element('label', '', label);
  caption.htmlFor = 'field-' + name;
  const field = element(kind === 'area' ? 'textarea' : 'input');
  field.id = 'field-' + name;
  field.dir = 'auto';
  if (kind === 'area') field.rows = name === 'body' ? 8 : 2; else field.type = kind;
  if (kind === 'number') { field.min = 1; field.max = 9; }
  const mark = element('span', 'edited');
  field.addEventListener('input', () => {
    field.dataset.edited = 'yes';
    mark.textContent = ' – edited; empty it and leave to have the parse again';
    caption.append(mark);
  });
  field.addEventListener('change', () => {
    if (field.value.trim()) return;
    delete field.dataset.edited;
    mark.remove();
    field.value = understood[name] ?? '';
    lookSoon();
  });
  row.append(caption, field);
  $('fields').append(row);
}
$('fields').addEventListener('submit', event => event.preventDefault());

function resetFields() {
  for (const [name] of FIELDS) {
    const field = $('field-' + name);
    delete field.dataset.edited;
    field.value = '';
  }
  document.querySelectorAll('.field .edited').forEach(mark => mark.remove());
}

// ---- files and pictures

$('copy').addEventListener('input', lookSoon);
$('files').addEventListener('change', () => { take($('files').files); $('files').value = ''; });
document.addEventListener('dragover', event => { event.preventDefault(); document.body.classList.add('dropping'); });
document.addEventListener('dragleave', () => document.body.classList.remove('dropping'));
document.addEventListener('drop', event => {
  event.preventDefault();
  document.body.classList.remove('dropping');
  take(event.dataTransfer.files);
});
document.addEventListener('paste', event => { if (event.clipboardData.files.length) { event.preventDefault(); take(event.clipboardData.files); } });
$('file-clear').addEventListener('click', () => { setCopyFile(null); lookSoon(); $('copy').focus(); });

async function take(files) {
  for (const file of files) {
    if (file.type.startsWith('image/')) pictures.push({ file, caption: '', credit: '' });
    else if (file.type === 'text/plain') { setCopyFile(null); $('copy').value = await file.text(); }
    else setCopyFile(file);
  }
  showPictures();
  lookSoon();
}

function setCopyFile(file) {
  copyFile = file;
  $('file').hidden = !file;
  $('copy').disabled = Boolean(file);
  $('file-name').textContent = file ? 'Copy from the file ' + file.name : '';
}

function showPictures() {
  $('pictures').replaceChildren(...pictures.map((picture, index) => {
    const item = element('li');
    const image = element('img');
    image.src = URL.createObjectURL(picture.file);
    image.alt = 'Picture ' + (index + 1) + ', ' + picture.file.name;
    const texts = element('div');
    for (const name of ['caption', 'credit']) {
      const label = element('label', '', (name === 'caption' ? 'Caption' : 'Credit') + ' of picture ' + (index + 1));
      const field = element('input');
      label.htmlFor = field.id = name + '-' + index;
      field.dir = 'auto';
      field.value = picture[name];
      field.addEventListener('input', () => { picture[name] = field.value; });
      texts.append(label, field);
    }
    texts.append(button('Remove picture', () => { pictures.splice(index, 1); showPictures(); $('files').focus(); }, 'Remove picture ' + (index + 1)));
    item.append(image, texts);
    return item;
  }));
}

// ---- sending

$('send').addEventListener('click', sendOnce);
$('clear').addEventListener('click', () => { clear(); $('copy').focus(); });
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !$('signed-in').hidden && !$('confirm').open) {
    event.preventDefault();
    sendOnce();
  }
});

// A second press while a piece is on its way sends nothing; what waits for `sending` finds the page as that left it.
function sendOnce() {
  if (!$('send').disabled) sending = send();
}

async function send() {
  if (isEmpty()) { $('problem').textContent = 'There is nothing to send yet.'; $('copy').focus(); return; }
  $('send').disabled = true;
  clearTimeout(lookTimer);
  looked = ++looking;
  const text = $('copy').value, file = copyFile, focused = document.activeElement;
  try {
    const answer = await call('copy' + query(), {
      method: 'POST', body: body(true), headers: { 'Idempotency-Key': crypto.randomUUID() },
    });
    const headline = answer.pieces ? answer.accepted + ' pieces' : answer.understood.headline;
    if ($('copy').value === text && copyFile === file) clear();
    say('Received: ' + headline);
  } catch (refused) {
    $('problem').textContent = refused.text;
  } finally {
    $('send').disabled = false;
    if ([focused, document.body].includes(document.activeElement)) $('copy').focus();
  }
  followOnce();
}

function clear() {
  $('copy').value = '';
  setCopyFile(null);
  pictures = [];
  showPictures();
  setTarget(null);
  resetFields();
  show({}, []);
  $('problem').textContent = '';
}

const say = text => { $('status').textContent = text; };

// ---- correcting and killing

function setTarget(story) {
  target = story;
  $('target').hidden = !story;
  $('target-text').textContent = story ? 'Correcting: ' + story.headline : '';
}
$('target-clear').addEventListener('click', () => { setTarget(null); lookSoon(); $('copy').focus(); });

async function correct(receipt) {
  try {
    await sending;
    const answer = await fetch('articles/copy?uri=' + encodeURIComponent(receipt.uri), { headers: { Authorization: 'Bearer ' + key } });
    if (!answer.ok) throw new Refused(answer.status, { detail: 'Its copy is no longer kept.', remedy: 'Paste the whole text again.' });
    clear();
    await restore(answer);
    setTarget({ uri: receipt.uri, headline: receipt.headline || receipt.uri });
    // before the answer is waited for: nobody who types already is to be led away
    (copyFile ? $('field-headline') : $('copy')).focus();
    await look();
  } catch (refused) {
    say(refused instanceof Refused ? refused.text : 'Its copy cannot be shown here.');
  }
}

// Puts copy back as it was handed in: text, pictures with their captions, and the fields that were edited.
async function restore(answer) {
  const type = answer.headers.get('Content-Type') || '';
  if (!type.startsWith('multipart/form-data')) return restoreCopy(await answer.blob());
  const form = await answer.formData();
  for (const [name, part] of form) {
    if (name === 'copy') await restoreCopy(typeof part === 'string' ? new Blob([part], { type: 'text/plain' }) : part);
    else if (name === 'picture') pictures.push({ file: part, caption: '', credit: '' });
    else if ((name === 'caption' || name === 'credit') && pictures.length) pictures.at(-1)[name] = part;
    else if (name === 'edits') {
      const changed = JSON.parse(await new Response(part).text());
      for (const [field] of FIELDS) {
        if (changed[field] === undefined) continue;
        $('field-' + field).value = field === 'keywords' ? changed[field].join(', ') : changed[field];
        $('field-' + field).dispatchEvent(new Event('input'));
      }
    }
  }
  showPictures();
}

async function restoreCopy(blob) {
  if (blob.type.startsWith('text/plain')) $('copy').value = await blob.text();
  else if (blob.size) setCopyFile(new File([blob], blob.name || 'copy', { type: blob.type }));
}

function kill(receipt) {
  $('confirm-headline').textContent = receipt.headline || receipt.uri;
  $('confirm').showModal();
  $('confirm-no').focus();
  $('confirm-yes').onclick = async () => {
    $('confirm').close();
    try {
      await call('copy?door=desk&uri=' + encodeURIComponent(receipt.uri), {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ pubstatus: 'canceled' }),
      });
      say('The kill was received: ' + (receipt.headline || receipt.uri));
      await followOnce();
    } catch (refused) {
      say(refused.text);
    }
  };
}
$('confirm-no').addEventListener('click', () => $('confirm').close());

// ---- today

let following = 0;
async function follow() {
  const mine = ++following;
  while (key && mine === following) {
    if (!document.hidden) await followOnce();
    await new Promise(done => setTimeout(done, FOLLOW_EVERY_MS));
  }
}

async function followOnce() {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  try {
    const [receipts, notices] = await Promise.all([call('receipts?since=' + midnight.toISOString()), call('notices')]);
    $('none').hidden = receipts.length > 0;
    place($('receipts'), receipts, receipt => receipt.receiptId, receiptItem);
    $('waiting').hidden = notices.length === 0;
    place($('notices'), notices, notice => notice.receiptId, noticeItem);
  } catch (refused) {
    if (refused.status !== 401) say(refused.text);
  }
}

// Puts one element an item into the list, and leaves those alone that have not changed: focus stays where it is.
function place(list, items, id, make) {
  const there = new Map([...list.children].map(child => [child.dataset.id, child]));
  let before = list.firstElementChild;
  for (const item of items) {
    const state = JSON.stringify(item);
    let child = there.get(id(item));
    if (!child || child.dataset.state !== state) {
      const made = make(item);
      made.dataset.id = id(item);
      made.dataset.state = state;
      if (child) {
        const focused = child.contains(document.activeElement) ? document.activeElement.textContent : null;
        if (child === before) before = made;
        child.replaceWith(made);
        if (focused) [...made.querySelectorAll('button')].find(button => button.textContent === focused)?.focus();
      }
      child = made;
    }
    there.delete(id(item));
    if (child !== before) list.insertBefore(child, before); else before = before.nextElementSibling;
  }
  there.forEach(child => child.remove());
}

function receiptItem(receipt) {
  const item = element('li');
  const time = element('time', '', new Date(receipt.receivedAt).toLocaleTimeString());
  time.dateTime = receipt.receivedAt;
  const middle = element('div');
  const headline = element('p', 'headline');
  headline.dir = 'auto';
  if (receipt.url) {
    const link = element('a', '', receipt.headline || receipt.url);
    link.href = receipt.url;
    headline.append(link);
  } else {
    headline.textContent = receipt.headline || receipt.uri || 'Not understood';
  }
  const state = element('p');
  state.append(element('span', 'state ' + receipt.status, receipt.status));
  if (receipt.reason) state.append(' – ' + receipt.reason);
  middle.append(headline, state);
  if (receipt.remedy) middle.append(element('p', 'hint', receipt.remedy));
  const actions = element('p', 'actions');
  if (receipt.uri && !receipt.uri.includes(':notice:') && receipt.status !== 'killed') {
    const name = receipt.headline || receipt.uri;
    const killing = button('Kill', () => kill(receipt), 'Kill: ' + name);
    killing.classList.add('danger');
    actions.append(button('Correct', () => correct(receipt), 'Correct: ' + name), killing);
  }
  item.append(time, middle, actions);
  return item;
}

function noticeItem(notice) {
  const box = element('div', 'notice');
  box.append(element('p', 'headline', words(notice.order) + ': ' + (notice.headline || 'without a headline')));
  if (notice.text) box.append(element('p', 'hint', notice.text.slice(0, 400)));
  const choices = element('fieldset');
  choices.append(element('legend', '', notice.choices.length ? 'Which story does it mean?' : 'No story of yours goes by its names.'));
  for (const choice of notice.choices) {
    const label = element('label', 'choice');
    const radio = element('input');
    radio.type = 'radio';
    radio.name = 'notice-' + notice.receiptId;
    radio.value = choice.uri;
    label.append(radio, choice.headline + ' (' + new Date(choice.receivedAt).toLocaleString() + ')');
    choices.append(label);
  }
  const other = element('input');
  other.id = 'notice-uri-' + notice.receiptId;
  const label = element('label', '', 'Or its uri');
  label.htmlFor = other.id;
  choices.append(label, other);
  const problem = element('p', 'problem');
  problem.setAttribute('role', 'alert');
  const decide = async uri => {
    try {
      await call('notices/' + notice.receiptId, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ uri }),
      });
      say(uri ? 'The order is being carried out.' : 'The notice was set aside.');
      await followOnce();
    } catch (refused) {
      problem.textContent = refused.text;
    }
  };
  const actions = element('p', 'actions');
  actions.append(
    button('Carry it out', () => {
      const chosen = other.value.trim() || choices.querySelector('input[type=radio]:checked')?.value;
      if (chosen) decide(chosen); else problem.textContent = 'Choose a story first, or enter its uri.';
    }),
    button('Set aside', () => decide(null)));
  box.append(choices, problem, actions);
  return box;
}

await signIn();
