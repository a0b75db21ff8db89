// The count of a drawer: sums while typing, Enter and the arrows go from row to row, F9 is done.
(() => {
  'use strict';
  const form = document.getElementById('count');
  if (!form) return;
  const digits = Number(form.dataset.minorDigits);
  const inputs = [...form.querySelectorAll('[data-pieces]')];
  const total = document.getElementById('count-total');
  const money = (minor) => {
    const text = String(minor).padStart(digits + 1, '0');
    const major = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
    return digits === 0 ? major : `${major}.${text.slice(-digits)}`;
  };
  const subtotal = (input) => {
    const pieces = input.value.trim();
    return /^\d{1,7}$/.test(pieces) ? BigInt(pieces) * BigInt(input.dataset.value) : 0n;
  };
  const sum = () => {
    let all = 0n;
    inputs.forEach((input) => {
      const minor = subtotal(input);
      input.closest('tr').querySelector('[data-sub]').textContent = money(minor);
      all += minor;
    });
    total.textContent = money(all);
  };
  const go = (to) => {
    if (to >= inputs.length) {
      form.querySelector('[type=submit]').focus();
    } else if (to >= 0) {
      inputs[to].focus();
      inputs[to].select();
    }
  };
  inputs.forEach((input, at) => {
    input.addEventListener('input', sum);
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        go(event.key === 'ArrowUp' ? at - 1 : at + 1);
      }
    });
  });
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'F9' && !event.repeat) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  sum();
})();
