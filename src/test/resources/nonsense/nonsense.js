// What the walk of nonsense does inside a page: finds its forms, fills them, sends them past everything the browser
// itself would hold, and judges the answer.
window.nonsense ??= (() => {
  'use strict';
  const LONGEST_IN_AN_ADDRESS = 600;
  const csrf = () => document.querySelector('meta[name="_csrf"]')?.content;
  const TYPED = ['text', 'search', 'tel', 'email', 'date', 'datetime-local', 'time', 'number', 'password', 'textarea'];
  const typeOf = (control) => (control.tagName === 'TEXTAREA' ? 'textarea'
    : control.tagName === 'SELECT' ? 'select' : control.tagName === 'BUTTON' ? 'button' : control.type);
  const pathOf = (form) => new URL(form.getAttribute('action') || location.href, location.href).pathname;
  const base = (name) => name.replace(/\[\d*]/g, '');
  const controls = (form) => [...form.elements]
    .filter((one) => one.name && one.name !== '_csrf' && one.tagName !== 'FIELDSET' && one.tagName !== 'OUTPUT');
  const names = (form) => [...new Set(controls(form).map((one) => base(one.name)))].sort();
  const kindOf = (form) => `${form.getAttribute('method') || 'get'} ${pathOf(form).replace(/\d+/g, '0')} ${names(form)}`;

  function fields(form) {
    const seen = new Map();
    controls(form).forEach((one) => {
      if (!seen.has(base(one.name))) {
        seen.set(base(one.name), { name: one.name, type: typeOf(one), typed: TYPED.includes(typeOf(one)) });
      }
    });
    return [...seen.values()];
  }

  const forms = () => [...document.forms]
    .filter((form) => (form.getAttribute('method') || 'get').toLowerCase() !== 'dialog')
    .map((form) => ({ kind: kindOf(form), method: (form.getAttribute('method') || 'get').toUpperCase(),
      path: pathOf(form), names: String(names(form)), fields: fields(form) }))
    .filter((form) => form.fields.length > 0);

  const find = (doc, kind) => [...doc.forms].find((form) => kindOf(form) === kind);

  /** Something a person might have written there, different each time. */
  function plausible(control) {
    const random = Math.random().toString(36).slice(2, 8);
    const name = control.name;
    switch (typeOf(control)) {
      case 'tel': return `139${String(Math.random()).slice(2, 10)}`;
      case 'email': return `${random}@example.com`;
      case 'date': return '2026-01-05';
      case 'datetime-local': return '2026-01-05T10:00';
      case 'time': return '10:00';
      case 'number': return control.min || '1';
      case 'password': return /pin|again$/i.test(name) && control.maxLength === 6 ? '739150' : 'lotus pond at noon';
      default:
    }
    if (/phone/i.test(name)) {
      return `139${String(Math.random()).slice(2, 10)}`;
    }
    if (/code|loginName|username|approver/i.test(name)) {
      return `n${random}`;
    }
    if (control.inputMode === 'numeric') {
      return '1';
    }
    return control.inputMode === 'decimal' ? '12.00' : `寻常${random}`;
  }

  const isBlank = (control) => TYPED.includes(typeOf(control)) && control.value === ''
    && (!['decimal', 'numeric'].includes(control.inputMode) || control.required) && typeOf(control) !== 'search';

  function fill(form) {
    const boxes = controls(form).filter((one) => one.type === 'checkbox' && !/remove|confirmed|open|mine/.test(one.name));
    boxes.filter((one) => !boxes.some((each) => each.name === one.name && each.checked)).forEach((one) => {
      one.checked = true;
    });
    controls(form).filter(isBlank).forEach((one) => {
      one.value = plausible(one);
    });
  }

  function button(form) {
    return [...form.elements].find((one) => one.type === 'submit');
  }

  function entries(form) {
    fill(form);
    const all = [...new FormData(form).entries()];
    const pressed = button(form);
    if (pressed?.name) {
      all.push([pressed.name, pressed.value]);
    }
    return all;
  }

  /** The entries with one field's replaced; a value of null leaves it out. */
  function bent(all, field, value) {
    const others = all.filter(([name]) => name !== field.name);
    const own = value === null ? [] : [[field.name, field.type === 'file' ? new File([value], '表.csv') : value]];
    return [...others, ...own];
  }

  async function send(form, all) {
    const method = (form.getAttribute('method') || 'get').toLowerCase();
    const url = new URL(form.getAttribute('action') || location.href, location.href);
    const files = form.enctype === 'multipart/form-data';
    const body = files ? new FormData() : new URLSearchParams();
    all.forEach(([name, value]) => body.append(name, value));
    const headers = { Accept: 'text/html' };
    let answer;
    if (method === 'get') {
      url.search = body;
      answer = await fetch(url, { headers });
    } else {
      answer = await fetch(url, { method: 'POST', body, headers });
    }
    const html = (answer.headers.get('Content-Type') ?? '').includes('html');
    const text = await answer.text();
    return { status: answer.status, url: answer.url, redirected: answer.redirected, html,
      doc: new DOMParser().parseFromString(html ? text : '', 'text/html') };
  }

  const textOf = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const messages = (doc) => [...doc.querySelectorAll('.invalid-feedback, .error-summary li, [role="alert"]:not([hidden]), .error-page p:not(.error-code)')]
    .map(textOf);
  const wrongNames = (form) => controls(form)
    .filter((one) => one.getAttribute('aria-invalid') === 'true' || one.classList.contains('is-invalid'))
    .map((one) => base(one.name));
  const shown = (control) => (control.tagName === 'TEXTAREA' ? control.defaultValue
    : control.tagName === 'INPUT' ? control.getAttribute('value') ?? '' : control.value);
  const plain = (text) => text.normalize('NFKC').replaceAll('\0', '').replaceAll('\uFFFD', '').replace(/\s+/g, ' ').trim();
  const same = (one, other) => plain(one) === plain(other);

  /** What was sent and does not stand in the form that came back. */
  function lost(form, all, field, quoted) {
    const gone = [];
    controls(form).forEach((one) => {
      const type = typeOf(one);
      const sent = all.filter(([name]) => name === one.name).map(([, text]) => text);
      if (['password', 'file', 'hidden', 'button', 'submit'].includes(type)) {
        return;
      }
      if (type === 'checkbox' || type === 'radio') {
        if (one.name !== field.name && one.checked !== sent.includes(one.value)) {
          gone.push(`${one.name}=${one.value}`);
        }
      } else if (type === 'select') {
        if (one.name !== field.name && sent.length > 0 && !sent.includes(one.value)) {
          gone.push(one.name);
        }
      } else if (sent.length === 1 && !(one.name === field.name && (quoted || plain(String(sent[0])) === ''))
        && controls(form).filter((each) => each.name === one.name).every((each) => !same(shown(each), String(sent[0])))) {
        gone.push(`${one.name} („${shown(one).slice(0, 20)}“)`);
      }
    });
    return [...new Set(gone)];
  }

  function judge(answer, form, all, field, value, maxLength, foreign, isGone) {
    const { doc, status } = answer;
    const found = [];
    if (status >= 500) {
      return [`answers ${status}`];
    }
    if (!answer.html) {
      return status < 400 ? [] : [`answers ${status} that is no page`];
    }
    const text = textOf(doc.body ?? doc.documentElement);
    if (text.length < 20 || !doc.querySelector('h1, main')) {
      return ['shows a blank page'];
    }
    if (text.includes('??')) {
      found.push('shows a message that is not there');
    }
    const said = messages(doc);
    said.filter((one) => one === '' || /^[\w.]+$/.test(one) || /\{\d}/.test(one))
      .forEach((one) => found.push(`says „${one}“`));
    if (doc.querySelector('.error-page')) {
      const person = (field.typed || field.type === 'file') && value !== null;
      return person ? [...found, `loses the form: ${status} „${said.join(' ')}“`] : found;
    }
    const back = find(doc, kindOf(form)) ?? [...doc.forms].find((one) => pathOf(one) === pathOf(form));
    const quoted = value && plain(textOf(doc.body)).includes(plain(value).slice(0, 20));
    const refused = status === 422 || status === 429 || doc.querySelector('.alert-danger, [aria-invalid="true"]') !== null;
    if (refused) {
      if (said.length === 0) {
        found.push(`refuses without a word (${status})`);
      }
      if (!back && !quoted && !isGone && field.type !== 'file') {
        found.push(`refuses without the form (${status} ${answer.url})`);
      } else if (back) {
        lost(back, all, field, quoted).forEach((one) => found.push(`lost ${one}`));
        const wrong = wrongNames(back);
        const whole = doc.querySelector('.alert-danger:not(.error-summary), .error-summary li > span') !== null;
        if (field.typed && !whole && wrong.length > 0 && !wrong.includes(base(field.name)) && !/^(again|pin|password)/.test(wrong[0]) && !/^[0-9]+$/.test(plain(value ?? ''))) {
          found.push(`names ${wrong} instead`);
        }
        if (field.typed && !whole && wrong.length === 0) {
          found.push(`marks no field (${said})`);
        }
      }
    } else if (isGone) {
      // The form was taken away by an earlier one that was accepted; what it is for is done.
    } else if (foreign && /venue/i.test(field.name) && !pathOf(form).startsWith('/preferences/')) {
      found.push('takes the venue of others');
    } else if (field.required && form.method === 'post' && field.type !== 'file' && value !== null && value.trim() === '') {
      found.push('takes nothing where something is required');
    } else if (back && field.typed && value && controls(back).some((one) => one.name === field.name && same(shown(one), value))) {
      // Nothing was taken: it still stands in its field, and the page says what it found.
    } else if (maxLength > 0 && value !== null && value.length > maxLength && form.method === 'post') {
      found.push(`takes ${value.length} characters where ${maxLength} are allowed`);
    } else if (field.type === 'date' && form.method === 'post' && /^(0000|9999)-/.test(value ?? '')) {
      found.push('takes a date that nobody can mean');
    } else if (field.type === 'number' && form.method === 'post' && /[^0-9０-９\s]/.test(value ?? '')) {
      found.push('takes what is no number');
    }
    return found;
  }

  const parse = async (url) => new DOMParser().parseFromString(await (await fetch(url, { headers: { Accept: 'text/html' } })).text(), 'text/html');

  /** What is sent first; a step without parameters is a look, and {at} is where the last step ended. */
  async function renewed(renew) {
    let at = location.pathname;
    for (const [path, params] of renew) {
      const body = params && new URLSearchParams({ ...params, _csrf: csrf() });
      const answer = await fetch(path.replace('{at}', at), params ? { method: 'POST', body } : {});
      at = new URL(answer.url).pathname;
    }
    return parse(location.href);
  }

  /** Sends one form with each value in each field. Answers what was tried and what went wrong. */
  async function attempt({ kind, values, renew }) {
    let doc = document;
    let form = find(doc, kind);
    const wrong = [];
    const ended = new Set();
    const before = new Map(controls(form).map((each) => [each.name, each.value]));
    let tried = 0;
    const typedFirst = fields(form).sort((one, other) => Number(other.typed) - Number(one.typed));
    for (const one of typedFirst) {
      if (tried > 0) {
        doc = await parse(location.href);
      }
      const control = form.elements[one.name]?.length && !form.elements[one.name].tagName ? form.elements[one.name][0] : form.elements[one.name];
      const field = { ...one, required: control?.required === true };
      const maxLength = control?.maxLength ?? -1;
      for (const given of values) {
        const text = form.method === 'get' ? given.text?.slice(0, LONGEST_IN_AN_ADDRESS) : given.text;
        const value = { ...given, text: text ?? null };
        if ((value.only && value.only !== field.type) || (!field.typed && field.type !== 'file' && !value.chosen)) {
          continue;
        }
        const fresh = find(doc, kind) ?? find(doc = await renewed(renew), kind);
        form = fresh ?? form;
        const all = bent(entries(form), field, value.text);
        const answer = await send(form, all);
        tried += 1;
        ended.add(new URL(answer.url).pathname);
        judge(answer, form, all, field, value.text, maxLength, value.foreign, !fresh)
          .forEach((what) => wrong.push({ field: field.name, value: value.name, what }));
        if (answer.status !== 422 || !field.typed || !find(answer.doc, kind)) {
          doc = new URL(answer.url).pathname === location.pathname && answer.status === 200 ? answer.doc : await parse(location.href);
        } else {
          doc = answer.doc;
          controls(find(doc, kind)).filter((each) => each.name === field.name).forEach((each) => {
            each.value = before.get(each.name) ?? '';
          });
        }
      }
    }
    return { tried, wrong, ended: [...ended] };
  }

  // ---- In the window itself, with eyes and hands

  /** Fills the form with a value in each field, past what the field would take; answers whether the browser holds it. */
  function type({ kind, texts }) {
    const form = find(document, kind);
    fill(form);
    const typed = controls(form).filter((one) => TYPED.includes(typeOf(one)) && !one.disabled);
    typed.forEach((control, index) => {
      for (let up = control.parentElement; up; up = up.parentElement) {
        if (up.tagName === 'DETAILS') {
          up.open = true;
        }
      }
      const text = texts[index % texts.length];
      control.value = form.method === 'get' ? text.slice(0, LONGEST_IN_AN_ADDRESS) : text;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return !form.checkValidity();
  }

  function press({ kind, past }) {
    const form = find(document, kind);
    form.noValidate = past;
    form.removeAttribute('target');
    sessionStorage.setItem('nonsense.sent', JSON.stringify([...new FormData(form).entries()]
      .filter(([, value]) => typeof value === 'string')));
    window.nonsensePressed = true;
    document.addEventListener('htmx:afterSettle', () => {
      window.nonsensePressed = false;
    }, { once: true });
    form.requestSubmit(button(form));
  }

  /** What is wrong with the page that came back. */
  function look({ kind, status }) {
    const all = JSON.parse(sessionStorage.getItem('nonsense.sent'));
    const form = find(document, kind);
    const main = document.querySelector('main, h1');
    if (status >= 500) {
      return [`answers ${status}`];
    }
    if (!main || textOf(document.body).length < 20) {
      return ['shows a blank page'];
    }
    if (document.querySelector('.error-page')) {
      return [`loses the form: ${status} „${messages(document).join(' ')}“`];
    }
    if (textOf(document.body).includes('??')) {
      return ['shows a message that is not there'];
    }
    const refused = status === 422;
    return refused && form ? lost(form, all, {}, false).map((one) => `lost ${one}`) : [];
  }

  /** What the browser held is still all there. */
  function held({ kind }) {
    const form = find(document, kind);
    const wrong = [...form.elements].filter((one) => one.willValidate && !one.validity.valid);
    return wrong.length > 0 && wrong.every((one) => one.validationMessage !== '') ? [] : ['is held without a word'];
  }

  const links = () => [...document.links].filter((link) => link.origin === location.origin)
    .map((link) => link.pathname + link.search);

  return { forms, attempt, renew: async (renew) => { await renewed(renew); }, type, press, look, held, links };
})();
