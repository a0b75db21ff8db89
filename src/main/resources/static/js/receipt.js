// A receipt that was asked to print opens the printer by itself.
(() => {
  'use strict';
  if (document.body.dataset.print === 'true') {
    window.addEventListener('load', () => window.print());
  }
})();
