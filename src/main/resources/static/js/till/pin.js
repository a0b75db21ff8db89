// The guest's six digits: a dialog over the bill, with a keypad. The sixth digit pays; Esc leads back to the bill.
((till) => {
  'use strict';
  const DIGITS = 6;
  const HABIT_MS = 700;
  const KEYS_OF_THE_TILL = /^(F\d+|Insert|Alt\+\d|\?)$/;

  const box = () => document.getElementById('till-pin-box');

  /** The sixth digit has sent the bill: the Enter or F9 that follows by habit presses nothing, nor on the next screen. */
  let payingUntil = 0;
  till.isHabit = (name) => Date.now() < payingUntil && (name === 'Enter' || name === 'F9');
  till.endPaying = () => {
    payingUntil = Math.min(payingUntil, Date.now() + HABIT_MS);
  };

  till.pinIsOpen = () => box()?.matches(':modal') ?? false;
  till.pinIsMissing = () => till.pin() !== null && till.pin().value.length < DIGITS;

  till.openPin = () => {
    if (!till.pinIsOpen()) {
      box().removeAttribute('open');
      box().showModal();
    }
    till.pin().focus();
  };

  function closePin() {
    till.pin().value = '';
    showTyped();
    box().close();
    document.getElementById('till-go').focus();
  }

  /** What a key means over the bill: the till's own keys do nothing here, digits go to the field. */
  till.actOnPin = (name) => {
    if (name === 'Escape') {
      closePin();
    } else if (name === 'F4') {
      box().querySelector('[data-pin-reset]')?.click();
    } else if (name === 'F9') {
      pay();
    }
    return name === 'Escape' || KEYS_OF_THE_TILL.test(name);
  };

  function pay() {
    const form = till.pin().form;
    if (till.pinIsMissing()) {
      till.pin().focus();
      return;
    }
    payingUntil = Infinity;
    form.requestSubmit(document.getElementById('till-go'));
  }

  function showTyped() {
    box().querySelector('[data-filled]').dataset.filled = String(till.pin().value.length);
  }

  document.addEventListener('input', (event) => {
    if (event.target.id === 'till-pin' && till.pinIsOpen()) {
      showTyped();
      if (!till.pinIsMissing() && !till.busy) {
        pay();
      }
    }
  });

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-pin-close]')) {
      closePin();
      return;
    }
    const key = event.target.closest('[data-digit]')?.dataset.digit;
    if (key !== undefined) {
      const typed = till.pin().value;
      till.pin().value = { clear: '', back: typed.slice(0, -1) }[key] ?? (typed + key).slice(0, DIGITS);
      till.pin().focus();
      till.pin().dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
})(window.regularsTill ??= {});
