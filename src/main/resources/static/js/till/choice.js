// Questions: several guests or dishes fit, and one of them has to be chosen.
((till) => {
  'use strict';
  const hits = () => [...till.root().querySelectorAll('[data-choice] [data-hit]')];

  /** Nobody was found and nothing was typed ahead: the search is simply typed again. */
  const isSearchedAgain = () => till.root().dataset.lost === 'true' && !till.isHolding()
    && document.activeElement.id === 'till-search';

  till.mustChoose = () => till.choice() && !isSearchedAgain();

  /** Arrows choose, Enter takes what is chosen, Esc leaves; every other key is kept for what comes after the choice. */
  till.onChoice = (event, name) => {
    const at = hits().indexOf(document.activeElement);
    if (name === 'Tab' || name === 'Shift+Tab' || (at >= 0 && (name === 'Enter' || name === ' '))) {
      return;
    }
    event.preventDefault();
    if (name === 'Escape') {
      till.leaveChoice();
    } else if (name === 'ArrowDown' || name === 'ArrowUp') {
      const to = at < 0 ? 0 : at + (name === 'ArrowDown' ? 1 : -1);
      hits()[(to + hits().length) % hits().length].focus();
    } else if (name === 'Enter' && !till.isHolding()) {
      hits()[0].focus();
    } else {
      till.hold({ key: name });
    }
  };

  till.leaveChoice = () => {
    const box = document.getElementById(till.choice().dataset.choice);
    till.choice().remove();
    till.forgetHeld();
    till.say(null);
    box?.focus();
    box?.select();
  };

  till.ask = () => {
    till.holdAll();
    till.choice().tabIndex = -1;
    till.choice().focus();
  };
})(window.regularsTill ??= {});
