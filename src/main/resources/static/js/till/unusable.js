// A card that pays nothing was shown: the bill is not booked to anything else until somebody says how it is paid, by a
// key that names a way or by the cash that was handed over.
((till) => {
  'use strict';
  let unusable = null;
  let guest = null;

  till.noteUnusable = (root) => {
    if (guest !== root.dataset.guest) {
      guest = root.dataset.guest;
      unusable = root.querySelector('[data-unusable]')?.textContent.trim() ?? null;
    }
    unusable = root.querySelector('[data-missed="card"]')?.textContent.trim() ?? unusable;
  };

  till.needsWord = () => unusable !== null && !document.getElementById('till-cash')?.value.trim();

  till.sayUnusable = () => {
    till.say('unusable', unusable);
    till.drop(false);
    (document.getElementById('till-cash') ?? till.root().querySelector('.till-key.is-chosen'))?.focus();
  };

  document.addEventListener('submit', (event) => {
    if (event.target.matches('[data-tender]')) {
      unusable = null;
    }
  });
})(window.regularsTill ??= {});
