// The till's keys, its focus, change and PIN pad. Everything also works as plain forms.
(() => {
  'use strict';
  const till = () => document.getElementById('till');
  const help = () => document.getElementById('till-help');
  const inField = (element) => element.closest('input, textarea, select');

  function keyOf(event) {
    return (event.altKey && !event.ctrlKey && !event.metaKey ? 'Alt+' : '') + event.key;
  }

  document.addEventListener('keydown', (event) => {
    if (help()?.open || event.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === '?' && !inField(event.target)) {
      event.preventDefault();
      help().showModal();
      return;
    }
    // Some keyboards write another sign with Alt, so the digit is read from the key itself.
    const digit = event.altKey && /^Digit[1-4]$/.test(event.code) ? `Alt+${event.code.slice(5)}` : keyOf(event);
    const target = [...till().querySelectorAll('[data-key]')].find((element) => element.dataset.key === digit);
    if (!target || target.disabled) {
      return;
    }
    event.preventDefault();
    if (target.matches('input')) {
      target.focus();
      target.select();
    } else {
      target.click();
    }
  });

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

  // Enter in the quantity field means the number typed, not the first button beside it.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('[data-quantity]')) {
      event.preventDefault();
      event.target.blur();
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
  }

  document.addEventListener('htmx:afterSettle', settleDown);
  document.addEventListener('htmx:afterRequest', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
  });
  settleDown();
})();
