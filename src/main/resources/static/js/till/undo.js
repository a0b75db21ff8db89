// A bill that was cleared comes back for ten seconds; then the strip that offers it goes.
((till) => {
  'use strict';
  const OFFERED_MS = 10_000;

  till.offerUndo = (root) => {
    const strip = root.querySelector('[data-undo]');
    if (strip) {
      setTimeout(() => strip.remove(), OFFERED_MS);
    }
  };
})(window.regularsTill ??= {});
