// From a form that is sent to the new drawing: what waits meanwhile, where the hands are afterwards.
((till) => {
  'use strict';

  /** While the till is being drawn anew a pressed button waits like a key; before settling goes what is still typed. */
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.closest('#till') || form.closest('[hx-boost="false"]')) {
      return;
    }
    const button = event.submitter;
    till.foundIn(form);
    if (till.busy || till.isLost()) {
      stop(event);
      if (button?.dataset.act || button?.dataset.key) {
        till.wait(button.dataset.act ? { press: button.dataset.act } : { key: button.dataset.key });
      }
    } else if (button?.matches('.till-go[data-key="F9"]') && till.openBox()) {
      stop(event);
      till.sendBeforeSettling(till.openBox(), false);
    } else {
      till.sent = { form, button };
    }
  }, true);

  function stop(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.detail.elt.closest('#till')) {
      till.busy = true;
    }
  });

  document.addEventListener('htmx:beforeSwap', till.keepTyped);

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
      till.notDelivered();
    } else {
      till.busy = false;
      till.drop(true);
    }
  });

  function placeFocus(root) {
    const wanted = document.getElementById(root.dataset.focus);
    const settling = root.dataset.focus === 'till-go' || (root.dataset.focus === 'till-cash' && !wanted);
    if (till.pin() && wanted === till.pin()) {
      till.openPin();
      return;
    }
    const place = (wanted && !wanted.disabled ? wanted : null)
      || document.getElementById('till-next') || (settling && document.getElementById('till-go'))
      || document.getElementById('till-dish') || document.getElementById('till-search');
    place.focus();
    if (place.matches('input')) {
      place.select();
    }
    document.getElementById('till-cash')?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function settleDown() {
    const root = till.root();
    if (root.settled) {
      return;
    }
    root.settled = true;
    till.busy = false;
    till.found();
    till.forgetStrayed();
    till.clearBoard();
    till.endPaying();
    till.showLine();
    till.offerUndo(root);
    till.restoreTyped(root);
    placeFocus(root);
    playWaiting(root);
  }

  function playWaiting(root) {
    till.forgetMissed(root);
    till.noteUnusable(root);
    if (root.dataset.refused === 'true') {
      till.drop(true);
    } else if (till.choice() && (root.dataset.lost !== 'true' || till.isWaiting())) {
      till.ask();
    } else {
      till.releaseHeld();
      till.noteMissed(root);
      till.drain();
    }
  }

  document.addEventListener('htmx:afterSettle', settleDown);
  settleDown();
})(window.regularsTill ??= {});
