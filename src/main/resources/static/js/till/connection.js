// A step that did not reach the server: typing is sent again by itself, settling waits for the cashier.
((till) => {
  'use strict';
  const RETRY_MS = 2000;

  /** The form that was sent last, and the button that sent it. */
  till.sent = null;
  /** The same, when it did not arrive. */
  let lost = null;

  till.isLost = () => lost !== null;
  till.found = () => {
    lost = null;
  };
  till.foundIn = (form) => {
    if (lost?.form === form) {
      lost = null;
    }
  };

  till.whileLost = (name) => {
    if (name === 'Escape') {
      lost = null;
      till.forgetWaiting();
      till.say(null);
    } else if (name === 'F9' && lost.settles) {
      retry();
    } else {
      till.wait({ key: name });
      sayLost();
    }
  };

  const sayLost = () => till.say(lost.settles ? 'unsure' : 'offline', till.waitingKeys());

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

  till.notDelivered = () => {
    till.busy = false;
    if (!till.sent) {
      return;
    }
    till.endPaying();
    lost = { ...till.sent, settles: till.sent.form.matches('.till-settle') };
    sayLost();
    retrySoon();
  };

  window.addEventListener('online', () => {
    if (lost && !lost.settles) {
      retry();
    }
  });
})(window.regularsTill ??= {});
