// What a key means on the screen that stands there.
((till) => {
  'use strict';
  const LEFT_ALONE = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Process', 'Dead', 'Unidentified'];
  let strayed = false;

  till.forgetStrayed = () => {
    strayed = false;
  };

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

  /** Presses the till's own key of that name; false when it has none. */
  function press(name) {
    const target = [...till.root().querySelectorAll('[data-key]')].find((element) => element.dataset.key === name);
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
  till.act = (name, again) => {
    if (till.pinIsOpen()) {
      return till.actOnPin(name);
    }
    if (name === 'F9') {
      return till.settle(again);
    }
    if (name === 'Escape' && till.choice()) {
      till.leaveChoice();
      return true;
    }
    if (name === '?' && !till.inField(document.activeElement)) {
      till.help().showModal();
      return true;
    }
    return press(name);
  };

  document.addEventListener('keydown', (event) => {
    const name = nameOf(event);
    if (till.help()?.open || event.isComposing || !name || !event.target.closest('#till, body')) {
      return;
    }
    if (event.repeat && (name === 'Enter' || name === 'Escape' || /^(F\d+|Alt)/.test(name))) {
      event.preventDefault();
    } else if (till.isHabit(name)) {
      event.preventDefault();
    } else if (till.isBlind()) {
      event.preventDefault();
      till.dropBlindKey();
    } else if (till.isLost()) {
      event.preventDefault();
      till.whileLost(name);
    } else if (till.busy) {
      event.preventDefault();
      till.wait({ key: name });
    } else if (till.mustChoose()) {
      till.onChoice(event, name);
    } else if (till.act(name)) {
      event.preventDefault();
    } else {
      typeHere(event, name);
    }
  });

  function typeHere(event, name) {
    const active = document.activeElement;
    if (name === 'Enter' && active.matches('[data-quantity]')) {
      event.preventDefault();
      till.send(active);
    } else if (till.strays(name, active)) {
      event.preventDefault();
    }
  }

  /** A letter with no field to go to is said, not dropped; the Enter behind it presses nothing. */
  till.strays = (name, active) => {
    const nowhere = !till.inField(active) && !till.choice();
    if (nowhere && name.length === 1 && name !== ' ') {
      strayed = true;
      if (till.root().dataset.paid !== 'true') {
        till.say('nowhere');
      }
      return true;
    }
    const swallowed = nowhere && strayed && name === 'Enter';
    if (name === 'Enter') {
      strayed = false;
    }
    return swallowed;
  };

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-help]')) {
      till.help().showModal();
    }
  });
})(window.regularsTill ??= {});
