// The box that takes the money: F9, the change, the PIN pad.
((till) => {
  'use strict';
  /** What the cashier has to know before the bill is paid; F9 says it once. */
  let missed = null;
  let bill = null;

  /**
   * F9: first what still stands in a field, then the PIN, then the bill. `again` is the F9 that comes back after a field
   * was sent: when there is still something in one, that was refused and the bill waits.
   */
  till.settle = (again) => {
    const go = till.root().querySelector('.till-go[data-key="F9"]');
    const box = till.openBox();
    if (!go) {
      return false;
    }
    if (box) {
      till.sendBeforeSettling(box, again);
    } else if (missed && !again) {
      till.say('missed', missed);
      missed = null;
      till.drop(false);
    } else if (till.pin() && till.pin().value === '') {
      till.pin().focus();
      till.say('pin');
    } else if (!go.disabled) {
      go.click();
    }
    return true;
  };

  till.sendBeforeSettling = (box, again) => {
    box.focus();
    if (again) {
      return;
    }
    till.waitFirst({ key: 'F9', again: true });
    till.send(box);
    if (!till.busy) {
      till.takeFirst();
    }
  };

  /** What was to be known of another bill is not said of this one. */
  till.forgetMissed = (root) => {
    if (root.dataset.paid === 'true' || root.dataset.bill !== bill) {
      missed = null;
      bill = root.dataset.bill;
    }
  };

  /** A dish that the menu has not, or a card that cannot be used: said again before the bill is settled. */
  till.noteMissed = (root) => {
    const text = root.querySelector('[data-missed]')?.textContent.trim();
    if (!text) {
      return;
    }
    if (till.nextIs('F9')) {
      missed = null;
      till.drop(true);
    } else {
      missed = text;
    }
  };

  document.addEventListener('click', (event) => {
    const digit = event.target.closest('[data-digit]');
    if (digit) {
      till.pin().value = digit.dataset.digit === '' ? '' : (till.pin().value + digit.dataset.digit).slice(0, 6);
      till.pin().focus();
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
    const digits = Number(till.root().dataset.minorDigits);
    const due = Number(cash.form.dataset.other);
    const typed = cash.value.trim() === '' ? due : amount(cash.value, digits);
    const label = till.root().querySelector('[data-change-label]');
    const short = typed !== null && typed < due;
    label.textContent = short ? label.dataset.shortWord : label.dataset.changeWord;
    till.root().querySelector('[data-change]').textContent = typed === null ? '–'
      : (Math.abs(typed - due) / 10 ** digits).toLocaleString('en-US', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
  }
})(window.regularsTill ??= {});
