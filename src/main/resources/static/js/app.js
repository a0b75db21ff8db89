// The little every page needs: keys, the request token, errors of partial requests, hits below the search box, menus that close.
(() => {
  'use strict';
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
  const inField = (element) => element.closest('input, textarea, select, [contenteditable]');

  document.addEventListener('htmx:configRequest', (event) => {
    const header = meta('_csrf_header');
    if (header && event.detail.verb !== 'get') {
      event.detail.headers[header] = meta('_csrf');
    }
  });

  // An error answer is said in the live region; an expired session asks for the sign-in page.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const { xhr } = event.detail;
    if (xhr.status === 401) {
      window.location.reload();
    } else if (xhr.status >= 400 && xhr.status !== 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
      event.detail.swapOverride = 'innerHTML';
      event.detail.target = document.getElementById('live');
    }
  });
  // Without a connection nothing is sent into the void: what was filled in stays, and the page says so.
  const offline = (shown) => {
    const banner = document.querySelector('[data-offline-banner]');
    if (banner && !document.getElementById('till')) {
      banner.hidden = !shown;
    }
  };
  document.addEventListener('htmx:sendError', () => offline(true));
  document.addEventListener('htmx:afterOnLoad', () => offline(false));
  window.addEventListener('online', () => offline(false));

  // A link to hand over is written as a path: the browser knows best under which address the place is reached.
  document.querySelectorAll('[data-path]').forEach((link) => {
    link.textContent = new URL(link.textContent, window.location.origin).href;
  });

  // A form that is being sent cannot be sent twice.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || form.hasAttribute('hx-post')) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (!navigator.onLine && !form.closest('[hx-boost="true"]')) {
      event.preventDefault();
      offline(true);
      return;
    }
    form.dataset.sent = 'true';
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
  });

  const searchInput = () => document.querySelector('[data-search] input');
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !inField(event.target);
    const ctrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if ((slash || ctrlK) && searchInput()) {
      event.preventDefault();
      searchInput().focus();
      searchInput().select();
    }
    if (event.key === 'Escape') {
      closePops();
      if (window.location.hash === '#menu') {
        window.location.hash = '#content';
      }
    }
  });

  function closePops(except) {
    document.querySelectorAll('details.pop[open]').forEach((pop) => {
      if (pop !== except) {
        const hadFocus = pop.contains(document.activeElement);
        pop.open = false;
        if (hadFocus) {
          pop.querySelector('summary').focus();
        }
      }
    });
  }
  document.addEventListener('click', (event) => {
    closePops(event.target.closest('details.pop'));
    if (!event.target.closest('[data-search]')) {
      document.querySelectorAll('[data-search]').forEach(closeHits);
    }
  });

  function closeHits(search) {
    search.querySelector('.search-hits').replaceChildren();
    const input = search.querySelector('input');
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function chooseHit(search, step) {
    const hits = [...search.querySelectorAll('[role="option"]')];
    if (hits.length === 0) {
      return;
    }
    const now = hits.findIndex((hit) => hit.getAttribute('aria-selected') === 'true');
    const next = now < 0 && step < 0 ? hits.length - 1 : (now + step + hits.length) % hits.length;
    hits.forEach((hit, index) => hit.setAttribute('aria-selected', String(index === next)));
    hits[next].scrollIntoView({ block: 'nearest' });
    search.querySelector('input').setAttribute('aria-activedescendant', hits[next].id);
  }

  document.querySelectorAll('[data-search]').forEach((search) => {
    const input = search.querySelector('input');
    input.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        chooseHit(search, event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Enter') {
        const chosen = search.querySelector('[aria-selected="true"]');
        if (chosen) {
          event.preventDefault();
          window.location.assign(chosen.href);
        }
      } else if (event.key === 'Escape') {
        closeHits(search);
      }
    });
    search.addEventListener('htmx:afterSwap', () => {
      input.setAttribute('aria-expanded', String(search.querySelector(".search-hits [role=\"option\"]") !== null));
      input.removeAttribute('aria-activedescendant');
    });
  });

  // What scrolls sideways can be scrolled by keyboard.
  document.querySelectorAll('.table-responsive').forEach((region) => {
    if (region.scrollWidth > region.clientWidth) {
      region.tabIndex = 0;
    }
  });

  // After a refusal the hands are on the field that is wrong; what is wrong as a whole is read first.
  (document.querySelector('main form [aria-invalid="true"]') ?? document.querySelector('.error-summary'))?.focus();
})();
