// The box that takes the money: F9 and the change.
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
      return sayUnpriced();
    }
    if (box) {
      till.sendBeforeSettling(box, again);
    } else if (till.needsWord()) {
      till.sayUnusable();
    } else if (missed && !again) {
      till.say('missed', missed);
      missed = null;
      till.drop(false);
    } else if (!go.disabled) {
      go.click();
    }
    return true;
  };

  /** The bill has no price: what is wrong is read, and the hands are on what mends it. */
  function sayUnpriced() {
    const unpriced = till.root().querySelector('[data-unpriced]');
    if (unpriced) {
      till.say('unpriced', unpriced.textContent.trim());
      till.root().querySelector('[data-without-card]')?.focus();
    }
    return unpriced !== null;
  }

  /** Pressing the big button without the PIN asks for it. */
  document.addEventListener('click', (event) => {
    const go = event.target.closest('.till-go[data-key="F9"]');
    if (go && till.needsWord()) {
      event.preventDefault();
      till.sayUnusable();
    } else if (go && till.pinIsMissing()) {
      event.preventDefault();
      if (till.openBox()) {
        till.sendBeforeSettling(till.openBox(), false);
      } else {
        till.openPin();
      }
    }
  });

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

  /** A dish that the menu has not: said again before the bill is settled. */
  till.noteMissed = (root) => {
    const text = root.querySelector('[data-missed="dish"]')?.textContent.trim();
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
