// The till as it stands on the page: where its parts are, and the board on which it says what became of a key.
//
// The scripts of this folder share one object, `till`; each gives it what the others need. They are loaded in the order
// in which the page names them. Everything also works as plain forms.
((till) => {
  'use strict';
  till.root = () => document.getElementById('till');
  till.help = () => document.getElementById('till-help');
  till.pin = () => document.getElementById('till-pin');
  till.choice = () => till.root().querySelector('[data-choice]');
  till.inField = (element) => element?.closest('input:not([type="hidden"]), textarea, select');

  const board = () => document.getElementById('till-say');

  till.isSaying = () => !board().hidden;

  till.say = (name, what) => {
    board().textContent = name ? board().dataset[name].replace('{0}', String(what ?? '')) : '';
    board().hidden = !name;
  };
})(window.regularsTill ??= {});
