// What is typed and not yet sent: the fields that still hold something, and what of it outlives a new drawing.
((till) => {
  'use strict';
  let kept = new Map();

  /** A field whose text the till has not taken yet. */
  till.isOpen = (box) => box.value.trim() !== (box.dataset.kept ?? '') && !box.disabled
    && !(box.closest('details') && !box.closest('details').open);
  till.openBox = () => [...till.root().querySelectorAll('[data-box]')].find(till.isOpen);

  till.submit = (form) => form.requestSubmit(form.querySelector('[data-enter]') ?? undefined);
  till.send = (box) => till.submit(box.form);

  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-quantity]') && till.isOpen(event.target)) {
      till.send(event.target);
    }
  });

  /** What was typed into other fields than the one that was sent outlives the new drawing; a PIN does not. */
  till.keepTyped = () => {
    kept = new Map();
    till.root().querySelectorAll('[data-box], #till-cash').forEach((box) => {
      const typed = box.matches('#till-cash') ? box.value !== '' : till.isOpen(box);
      if (typed && box.form !== till.sent?.form && box.id) {
        kept.set(box.id, box.value);
      }
    });
    kept.bill = till.root().dataset.bill;
    kept.scroll = till.root().querySelector('.till-lines')?.scrollTop ?? 0;
  };

  till.restoreTyped = (root) => {
    if (kept.bill === root.dataset.bill && root.dataset.paid !== 'true') {
      kept.forEach((value, id) => {
        const box = document.getElementById(id);
        if (box && !box.matches('[data-quantity]')) {
          box.value = value;
          box.closest('details')?.setAttribute('open', '');
        }
      });
    }
    kept = new Map();
  };

  till.keptScroll = () => kept.scroll ?? 0;
})(window.regularsTill ??= {});
