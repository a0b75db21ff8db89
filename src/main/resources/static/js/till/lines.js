// The lines of a long bill: the newest is always in sight, and a strip says what stands above.
((till) => {
  'use strict';
  const NAMED = 3;
  const list = () => till.root().querySelector('.till-lines');

  function hidden() {
    const top = list().scrollTop + list().querySelector('thead').offsetHeight;
    return [...list().querySelectorAll('tbody tr')].filter((row) => row.offsetTop + row.offsetHeight / 2 < top);
  }

  function showAbove() {
    const strip = till.root().querySelector('[data-above]');
    const rows = strip && list().querySelector('thead') ? hidden() : [];
    if (strip) {
      strip.hidden = rows.length === 0;
      const names = rows.slice(0, NAMED).map((row) => row.querySelector('[data-dish]').textContent).join(strip.dataset.comma);
      strip.querySelector('span').textContent = strip.dataset.above.replace('{0}', rows.length).replace('{1}', names)
        + (rows.length > NAMED ? '…' : '');
    }
  }

  till.showLine = () => {
    if (list()) {
      list().scrollTop = till.keptScroll();
      list().querySelector('.is-changed')?.scrollIntoView({ block: 'nearest' });
      list().addEventListener('scroll', showAbove, { passive: true });
      showAbove();
      // The strip takes its place from the list: the newest line may have gone out of sight behind it.
      list().querySelector('.is-changed')?.scrollIntoView({ block: 'nearest' });
    }
  };

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-above]')) {
      list().scrollTo({ top: 0 });
      list().focus();
    }
  });
  window.addEventListener('resize', showAbove);
})(window.regularsTill ??= {});
