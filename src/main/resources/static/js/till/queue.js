// A cashier types faster than the till is drawn anew. Keys and clicks in between wait their turn and are played on the
// new screen, so none is lost; but what was pressed before a question was on the screen never answers it, and what was
// pressed after a step that was refused is not carried out.
((till) => {
  'use strict';
  const BLIND_MS = 300;

  /** What waits for the new screen. */
  let waiting = [];
  /** What waits for a choice between several guests or dishes. */
  let held = [];
  let dropped = 0;
  let blindUntil = 0;

  till.busy = false;

  const pressed = () => waiting.filter((entry) => !entry.again);

  till.wait = (entry) => waiting.push(entry);
  till.waitFirst = (entry) => waiting.unshift(entry);
  till.takeFirst = () => waiting.shift();
  till.forgetWaiting = () => {
    waiting = [];
  };
  till.waitingKeys = () => pressed().length;
  till.isWaiting = () => waiting.length > 0;
  till.nextIs = (key) => waiting[0]?.key === key;

  till.hold = (entry) => {
    held.push(entry);
    till.say('later', held.length);
  };
  till.isHolding = () => held.length > 0;
  till.forgetHeld = () => {
    held = [];
  };

  /** Several fit: what was pressed before this was on the screen waits until one is chosen. */
  till.holdAll = () => {
    held = held.concat(pressed());
    waiting = [];
    if (held.length > 0) {
      till.say('later', held.length);
    }
  };
  till.releaseHeld = () => {
    waiting = held.concat(waiting);
    held = [];
  };

  till.drain = () => {
    while (waiting.length > 0 && !till.busy && !till.choice() && !till.help().open) {
      till.play(waiting.shift());
    }
  };

  /** What was pressed after a refused step is not carried out, nor what still comes without a look at the screen. */
  till.drop = (aloud) => {
    const keys = pressed().length + held.length;
    waiting = [];
    held = [];
    if (keys > 0) {
      dropped = keys;
      blindUntil = Date.now() + BLIND_MS;
      if (aloud) {
        till.say('dropped', dropped);
      }
    }
  };

  till.isBlind = () => {
    const blind = dropped > 0 && Date.now() < blindUntil;
    if (blind) {
      blindUntil = Date.now() + BLIND_MS;
    }
    return blind;
  };

  till.dropBlindKey = () => {
    dropped += 1;
    if (!till.isSaying()) {
      till.say('dropped', dropped);
    }
  };

  /** The board is cleared for the new screen, unless what it says of lost keys could not be read yet. */
  till.clearBoard = () => {
    if (!dropped || Date.now() > blindUntil) {
      till.say(null);
      dropped = 0;
    }
  };

  document.addEventListener('close', till.drain, true);
})(window.regularsTill ??= {});
