// The till's keys, its focus, change and PIN pad. Everything also works as plain forms.
(() => {
  'use strict';
  const till = () => document.getElementById('till');
  const help = () => document.getElementById('till-help');
  const inField = (element) => element.closest('input, textarea, select');

  // A cashier types faster than the till is drawn anew: keys pressed in between are kept and played afterwards.
  const waiting = [];
  let busy = false;

  function nameOf(event) {
    // Some keyboards write another sign with Alt, so the digit is read from the key itself.
    if (event.altKey) {
      return /^Digit[1-4]$/.test(event.code) ? `Alt+${event.code.slice(5)}` : '';
    }
    return event.ctrlKey || event.metaKey ? '' : event.key;
  }

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

  document.addEventListener('keydown', (event) => {
    if (help()?.open || event.isComposing) {
      return;
    }
    const name = nameOf(event);
    if (busy && name && name !== 'Tab' && name !== 'Shift') {
      event.preventDefault();
      waiting.push(name);
    } else if (name === '?' && !inField(event.target)) {
      event.preventDefault();
      help().showModal();
    } else if (name === 'Enter' && event.target.matches('[data-quantity]')) {
      // Enter in the quantity field means the number typed, not the first button beside it.
      event.preventDefault();
      event.target.blur();
    } else if (name && press(name)) {
      event.preventDefault();
    }
  });

  function play(name) {
    const active = document.activeElement;
    if (press(name)) {
      return;
    }
    if (name === 'Enter') {
      if (active.matches('button')) {
        active.click();
      } else {
        active.form?.requestSubmit();
      }
    } else if (active.matches('input') && (name.length === 1 || name === 'Backspace')) {
      active.value = name === 'Backspace' ? active.value.slice(0, -1) : active.value + name;
      active.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  function playWaiting() {
    busy = false;
    while (waiting.length > 0 && !busy) {
      play(waiting.shift());
    }
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-help]')) {
      help().showModal();
    }
    const digit = event.target.closest('[data-digit]');
    if (digit) {
      const pin = document.getElementById('till-pin');
      pin.value = digit.dataset.digit === '' ? '' : (pin.value + digit.dataset.digit).slice(0, 6);
      pin.focus();
    }
  });

  document.addEventListener('input', (event) => {
    if (event.target.id === 'till-cash') {
      showChange(event.target);
    }
  });

  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-quantity]')) {
      event.target.form.requestSubmit();
    }
  });

  function showChange(cash) {
    const digits = Number(till().dataset.minorDigits);
    const due = Number(cash.form.dataset.other);
    const typed = /^\d{1,9}(\.\d{1,3})?$/.test(cash.value) ? Math.round(Number(cash.value) * 10 ** digits) : due;
    const change = Math.max(0, typed - due) / 10 ** digits;
    till().querySelector('[data-change]').textContent = change.toLocaleString('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  }

  function settleDown() {
    const root = till();
    root.querySelectorAll('[data-pad]').forEach((pad) => {
      pad.hidden = false;
    });
    const pin = document.getElementById('till-pin');
    const places = {
      search: '#till-search',
      dish: '#till-dish',
      cash: '#till-cash',
      settle: '.till-go',
      next: '#till-next',
    };
    const wanted = root.querySelector('[data-hit]')
      || (root.dataset.paid === 'true' && root.querySelector('#till-next'))
      || (root.dataset.focus === 'settle' && pin)
      || root.querySelector(places[root.dataset.focus] || places.search)
      || root.querySelector(places.search);
    if (wanted && !wanted.disabled) {
      wanted.focus();
      if (wanted.matches('input')) {
        wanted.select();
      }
    }
    playWaiting();
  }

  document.addEventListener('htmx:beforeRequest', () => {
    busy = true;
  });
  document.addEventListener('htmx:afterSettle', settleDown);
  document.addEventListener('htmx:afterRequest', (event) => {
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
    if (!event.detail.successful) {
      waiting.length = 0;
      busy = false;
    }
  });
  settleDown();
})();
