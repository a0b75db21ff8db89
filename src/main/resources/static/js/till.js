// The till's keys, its focus, change and PIN pad. Everything also works as plain forms.
//
// A cashier types faster than the till is drawn anew. Keys and clicks in between wait their turn and are played on the
// new screen, so none is lost; but what was pressed before a question was on the screen never answers it, and what was
// pressed after a step that was refused is not carried out.
(() => {
  'use strict';
  const RETRY_MS = 2000;
  const BLIND_MS = 300;
  const LEFT_ALONE = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Process', 'Dead', 'Unidentified'];

  const till = () => document.getElementById('till');
  const help = () => document.getElementById('till-help');
  const board = () => document.getElementById('till-say');
  const pin = () => document.getElementById('till-pin');
  const inField = (element) => element?.closest('input:not([type="hidden"]), textarea, select');
  const choice = () => till().querySelector('[data-choice]');

  let waiting = [];
  let held = [];
  let busy = false;
  let lost = null;
  let missed = null;
  let blindUntil = 0;
  let dropped = 0;
  let strayed = false;
  let sent = null;
  let kept = new Map();
  let bill = null;

  function say(name, what) {
    board().textContent = name ? board().dataset[name].replace('{0}', String(what ?? '')) : '';
    board().hidden = !name;
  }

  function nameOf(event) {
    // Some keyboards write another sign with Alt, so the digit is read from the key itself.
    if (event.altKey) {
      return /^Digit[1-4]$/.test(event.code) ? `Alt+${event.code.slice(5)}` : '';
    }
    if (event.ctrlKey || event.metaKey || LEFT_ALONE.includes(event.key)) {
      return '';
    }
    return event.key === 'Tab' && event.shiftKey ? 'Shift+Tab' : event.key;
  }

  // ---- What is typed and not yet sent

  /** A field whose text the till has not taken yet. */
  const isOpen = (box) => box.value.trim() !== (box.dataset.kept ?? '') && !box.disabled
    && !(box.closest('details') && !box.closest('details').open);
  const openBox = () => [...till().querySelectorAll('[data-box]')].find(isOpen);

  const enterButton = (form) => form.querySelector('[data-enter]') ?? undefined;
  const send = (box) => box.form.requestSubmit(enterButton(box.form));

  /**
   * F9: first what still stands in a field, then the PIN, then the bill. `again` is the F9 that comes back after a field
   * was sent: when there is still something in one, that was refused and the bill waits.
   */
  function settle(again) {
    const go = till().querySelector('.till-go[data-key="F9"]');
    const box = openBox();
    if (!go) {
      return false;
    }
    if (box) {
      sendBeforeSettling(box, again);
    } else if (missed && !again) {
      say('missed', missed);
      missed = null;
      drop(false);
    } else if (pin() && pin().value === '') {
      pin().focus();
      say('pin');
    } else if (!go.disabled) {
      go.click();
    }
    return true;
  }

  function sendBeforeSettling(box, again) {
    box.focus();
    if (again) {
      return;
    }
    waiting.unshift({ key: 'F9', again: true });
    send(box);
    if (!busy) {
      waiting.shift();
    }
  }

  // ---- Keys

  /** Presses the till's own key of that name; false when it has none. */
  function press(name) {
    const target = [...till().querySelectorAll('[data-key]')].find((element) => element.dataset.key === name);
    if (!target || target.disabled) {
      return false;
    }
    if (target.matches('input')) {
      target.focus();
      target.select();
    } else {
      target.click();
    }
    return true;
  }

  /** What a key means on this screen, whoever pressed it when; false leaves it to the field it was typed into. */
  function act(name, again) {
    if (name === 'F9') {
      return settle(again);
    }
    if (name === 'Escape' && choice()) {
      leaveChoice();
      return true;
    }
    if (name === '?' && !inField(document.activeElement)) {
      help().showModal();
      return true;
    }
    return press(name);
  }

  document.addEventListener('keydown', (event) => {
    const name = nameOf(event);
    if (help()?.open || event.isComposing || !name || !event.target.closest('#till, body')) {
      return;
    }
    if (event.repeat && (name === 'Enter' || name === 'Escape' || /^(F\d+|Alt)/.test(name))) {
      event.preventDefault();
    } else if (isBlind()) {
      event.preventDefault();
      dropped += 1;
      if (board().hidden) {
        say('dropped', dropped);
      }
    } else if (lost) {
      event.preventDefault();
      whileLost(name);
    } else if (busy) {
      event.preventDefault();
      waiting.push({ key: name });
    } else if (choice() && !isSearchedAgain()) {
      onChoice(event, name);
    } else if (act(name)) {
      event.preventDefault();
    } else {
      typeHere(event, name);
    }
  });

  function typeHere(event, name) {
    const active = document.activeElement;
    if (name === 'Enter' && active.matches('[data-quantity]')) {
      event.preventDefault();
      send(active);
    } else if (strays(name, active)) {
      event.preventDefault();
    }
  }

  /** A letter with no field to go to is said, not dropped; the Enter behind it presses nothing. */
  function strays(name, active) {
    const nowhere = !inField(active) && !choice();
    if (nowhere && name.length === 1 && name !== ' ') {
      strayed = true;
      if (till().dataset.paid !== 'true') {
        say('nowhere');
      }
      return true;
    }
    const swallowed = nowhere && strayed && name === 'Enter';
    if (name === 'Enter') {
      strayed = false;
    }
    return swallowed;
  }

  function play(entry) {
    if (entry.press) {
      till().querySelector(`[data-act="${CSS.escape(entry.press)}"]`)?.click();
      return;
    }
    const name = entry.key;
    const active = document.activeElement;
    if (act(name, entry.again)) {
      return;
    }
    if (strays(name, active)) {
      return;
    }
    if (name === 'Enter') {
      enter(active);
    } else if (name === 'Tab' || name === 'Shift+Tab') {
      step(active, name === 'Tab' ? 1 : -1);
    } else if (active.matches('input')) {
      edit(active, name);
    }
  }

  function enter(active) {
    if (active.matches('button, a, summary')) {
      active.click();
    } else {
      active.form?.requestSubmit(enterButton(active.form));
    }
  }

  function step(active, by) {
    const stops = [...document.querySelectorAll('#till a[href], #till button, #till input, #till summary, #till [tabindex="0"]')]
      .filter((element) => !element.disabled && element.tabIndex >= 0 && element.offsetParent);
    const next = stops[(stops.indexOf(active) + by + stops.length) % stops.length];
    next?.focus();
    if (next?.matches('input')) {
      next.select();
    }
  }

  /** Types a key into a field the way the browser would: over what is selected, no longer than the field takes. */
  function edit(input, name) {
    const start = input.selectionStart;
    const end = input.selectionEnd;
    if (name === 'Backspace') {
      input.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
    } else if (name === 'Delete') {
      input.setRangeText('', start, start === end ? end + 1 : end, 'end');
    } else if (name === 'ArrowLeft' || name === 'ArrowRight' || name === 'Home' || name === 'End') {
      const at = { ArrowLeft: Math.max(0, start - 1), ArrowRight: end + 1, Home: 0, End: input.value.length }[name];
      input.setSelectionRange(at, at);
    } else if (name.length === 1 && (input.maxLength < 0 || input.value.length - (end - start) < input.maxLength)) {
      input.setRangeText(name, start, end, 'end');
    }
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // ---- Questions: several guests or dishes fit

  const hits = () => [...till().querySelectorAll('[data-choice] [data-hit]')];

  /** Arrows choose, Enter takes what is chosen, Esc leaves; every other key is kept for what comes after the choice. */
  function onChoice(event, name) {
    const at = hits().indexOf(document.activeElement);
    if (name === 'Tab' || name === 'Shift+Tab' || (at >= 0 && (name === 'Enter' || name === ' '))) {
      return;
    }
    event.preventDefault();
    if (name === 'Escape') {
      leaveChoice();
    } else if (name === 'ArrowDown' || name === 'ArrowUp') {
      const to = at < 0 ? 0 : at + (name === 'ArrowDown' ? 1 : -1);
      hits()[(to + hits().length) % hits().length].focus();
    } else if (name === 'Enter' && held.length === 0) {
      hits()[0].focus();
    } else {
      held.push({ key: name });
      say('later', held.length);
    }
  }

  /** Nobody was found and nothing was typed ahead: the search is simply typed again. */
  const isSearchedAgain = () => till().dataset.lost === 'true' && held.length === 0
    && document.activeElement.id === 'till-search';

  function leaveChoice() {
    const box = document.getElementById(choice().dataset.choice);
    choice().remove();
    held = [];
    say(null);
    box?.focus();
    box?.select();
  }

  // ---- Clicks and forms

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-help]')) {
      help().showModal();
    }
    const digit = event.target.closest('[data-digit]');
    if (digit) {
      pin().value = digit.dataset.digit === '' ? '' : (pin().value + digit.dataset.digit).slice(0, 6);
      pin().focus();
    }
  });

  /** While the till is being drawn anew a pressed button waits like a key; before settling goes what is still typed. */
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.closest('#till') || form.closest('[hx-boost="false"]')) {
      return;
    }
    const button = event.submitter;
    if (lost?.form === form) {
      lost = null;
    }
    if (busy || lost) {
      event.preventDefault();
      event.stopPropagation();
      if (button?.dataset.act || button?.dataset.key) {
        waiting.push(button.dataset.act ? { press: button.dataset.act } : { key: button.dataset.key });
      }
    } else if (button?.matches('.till-go[data-key="F9"]') && openBox()) {
      event.preventDefault();
      event.stopPropagation();
      sendBeforeSettling(openBox(), false);
    } else {
      sent = { form, button };
    }
  }, true);

  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-quantity]') && isOpen(event.target)) {
      send(event.target);
    }
  });

  document.addEventListener('input', (event) => {
    if (event.target.id === 'till-cash') {
      showChange(event.target);
    }
  });

  /** Minor units of an amount as people type it; null for what is none. The server reads it the same way. */
  function amount(text, digits) {
    const plain = text.normalize('NFKC').replaceAll('。', '.').replace(/\s/g, '').replace(/^(?:[¥$€£]|CNY|RMB)|元$/g, '');
    return /^(\d{1,13}|\d{1,3}(,\d{3}){1,4})(\.\d{1,4})?$/.test(plain)
      ? Math.round(Number(plain.replaceAll(',', '')) * 10 ** digits)
      : null;
  }

  function showChange(cash) {
    const digits = Number(till().dataset.minorDigits);
    const due = Number(cash.form.dataset.other);
    const typed = cash.value.trim() === '' ? due : amount(cash.value, digits);
    const label = till().querySelector('[data-change-label]');
    const short = typed !== null && typed < due;
    label.textContent = short ? label.dataset.shortWord : label.dataset.changeWord;
    till().querySelector('[data-change]').textContent = typed === null ? '–'
      : (Math.abs(typed - due) / 10 ** digits).toLocaleString('en-US', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
  }

  // ---- Drawn anew

  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.detail.elt.closest('#till')) {
      busy = true;
    }
  });

  /** What was typed into other fields than the one that was sent outlives the new drawing; a PIN does not. */
  document.addEventListener('htmx:beforeSwap', () => {
    kept = new Map();
    till().querySelectorAll('[data-box], #till-cash').forEach((box) => {
      const typed = box.matches('#till-cash') ? box.value !== '' : isOpen(box);
      if (typed && box.form !== sent?.form && box.id) {
        kept.set(box.id, box.value);
      }
    });
    kept.bill = till().dataset.bill;
    kept.scroll = till().querySelector('.till-lines')?.scrollTop ?? 0;
  });

  function restoreTyped(root) {
    if (kept.bill === root.dataset.bill && root.dataset.paid !== 'true') {
      kept.forEach((value, id) => {
        const box = document.getElementById(id);
        if (box && !box.matches('[data-quantity]')) {
          box.value = value;
          box.closest('details')?.setAttribute('open', '');
        }
      });
    }
    kept = new Map();
  }

  function showLine(root) {
    const lines = root.querySelector('.till-lines');
    if (lines) {
      lines.scrollTop = kept.scroll ?? 0;
      lines.querySelector('.is-changed')?.scrollIntoView({ block: 'nearest' });
    }
  }

  function placeFocus(root) {
    const wanted = document.getElementById(root.dataset.focus);
    const settling = root.dataset.focus === 'till-go' || (root.dataset.focus === 'till-cash' && !wanted);
    const place = (settling && pin()) || (wanted && !wanted.disabled ? wanted : null)
      || document.getElementById('till-next') || (settling && document.getElementById('till-go'))
      || document.getElementById('till-dish') || document.getElementById('till-search');
    place.focus();
    if (place.matches('input')) {
      place.select();
    }
    document.getElementById('till-cash')?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function settleDown() {
    const root = till();
    if (root.settled) {
      return;
    }
    root.settled = true;
    root.querySelectorAll('[data-pad]').forEach((pad) => {
      pad.hidden = false;
    });
    busy = false;
    lost = null;
    strayed = false;
    if (!dropped || Date.now() > blindUntil) {
      say(null);
      dropped = 0;
    }
    showLine(root);
    restoreTyped(root);
    placeFocus(root);
    playWaiting(root);
  }

  function playWaiting(root) {
    if (root.dataset.paid === 'true' || root.dataset.bill !== bill) {
      missed = null;
      bill = root.dataset.bill;
    }
    if (root.dataset.refused === 'true') {
      drop(true);
    } else if (choice() && (root.dataset.lost !== 'true' || waiting.length > 0)) {
      ask();
    } else {
      waiting = held.concat(waiting);
      held = [];
      noteMissed(root);
      drain();
    }
  }

  /** Several fit: what was pressed before this was on the screen waits until one is chosen. */
  function ask() {
    held = held.concat(waiting.filter((entry) => !entry.again));
    waiting = [];
    choice().tabIndex = -1;
    choice().focus();
    if (held.length > 0) {
      say('later', held.length);
    }
  }

  function drain() {
    while (waiting.length > 0 && !busy && !choice() && !help().open) {
      play(waiting.shift());
    }
  }

  /** A dish that the menu has not, or a card that cannot be used: said again before the bill is settled. */
  function noteMissed(root) {
    const text = root.querySelector('[data-missed]')?.textContent.trim();
    if (!text) {
      return;
    }
    if (waiting[0]?.key === 'F9') {
      missed = null;
      drop(true);
    } else {
      missed = text;
    }
  }

  /** What was pressed after a refused step is not carried out, nor what still comes without a look at the screen. */
  function drop(aloud) {
    const keys = waiting.filter((entry) => !entry.again).length + held.length;
    waiting = [];
    held = [];
    if (keys > 0) {
      dropped = keys;
      blindUntil = Date.now() + BLIND_MS;
      if (aloud) {
        say('dropped', dropped);
      }
    }
  }

  function isBlind() {
    const blind = dropped > 0 && Date.now() < blindUntil;
    if (blind) {
      blindUntil = Date.now() + BLIND_MS;
    }
    return blind;
  }

  // ---- No connection

  function whileLost(name) {
    if (name === 'Escape') {
      lost = null;
      waiting = [];
      say(null);
    } else if (name === 'F9' && lost.settles) {
      retry();
    } else {
      waiting.push({ key: name });
      sayLost();
    }
  }

  const sayLost = () => say(lost.settles ? 'unsure' : 'offline', waiting.filter((entry) => !entry.again).length);

  function retry() {
    const { form, button } = lost;
    lost = null;
    form.requestSubmit(button?.isConnected ? button : undefined);
  }

  /** Typing goes on by itself once there is a connection: the server takes no step twice. Settling waits for the cashier. */
  function retrySoon() {
    const mine = lost;
    setTimeout(() => {
      if (lost === mine && mine && !mine.settles) {
        retry();
      }
    }, RETRY_MS);
  }

  function notDelivered() {
    busy = false;
    if (!sent) {
      return;
    }
    lost = { ...sent, settles: sent.form.matches('.till-settle') };
    sayLost();
    retrySoon();
  }

  document.addEventListener('htmx:afterRequest', (event) => {
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
    const status = event.detail.xhr?.status ?? 0;
    if (event.detail.successful || !event.detail.elt.closest('#till')) {
      return;
    }
    if (status === 0 || (status >= 502 && status <= 504)) {
      notDelivered();
    } else {
      busy = false;
      drop(true);
    }
  });
  window.addEventListener('online', () => {
    if (lost && !lost.settles) {
      retry();
    }
  });
  document.addEventListener('htmx:afterSettle', settleDown);
  document.addEventListener('close', drain, true);
  settleDown();
})();
