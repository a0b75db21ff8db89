// Parts of a page that say data-live="<topic>" or "<topic>:<id>" ask for themselves again when that changed. One event
// stream serves all tabs of the browser; where there are no shared workers a tab listens while it is looked at.
(() => {
  'use strict';
  const { worker: workerUrl, stream: streamUrl } = document.currentScript.dataset;
  const PAUSE = 400;
  const REST_AFTER = 2 * 60 * 60 * 1000; // a page nobody touches does not keep its session alive for good
  const due = new Map();
  let close = null;
  let rest = null;

  const parts = () => [...document.querySelectorAll('[data-live]')];
  const concerns = (part, what) => {
    const wanted = part.dataset.live;
    return what === '*' || what === wanted || what.startsWith(`${wanted}:`);
  };

  function hear(what) {
    parts().filter((part) => concerns(part, what)).forEach(refresh);
  }

  // Several changes in a row are one question.
  function refresh(part) {
    const key = part.id || part;
    if (!due.has(key)) {
      due.set(key, window.setTimeout(() => {
        due.delete(key);
        const now = part.id ? document.getElementById(part.id) : part;
        if (now?.dataset.live) {
          window.htmx.trigger(now, 'live');
        } else if (parts().length === 0) {
          stop();
        }
      }, PAUSE));
    }
  }

  function listenShared() {
    const shared = new SharedWorker(workerUrl);
    shared.port.onmessage = (event) => hear(event.data);
    shared.port.postMessage(streamUrl);
    return () => {
      shared.port.postMessage('bye');
      shared.port.close();
    };
  }

  function listenAlone() {
    const source = new EventSource(streamUrl);
    source.onmessage = (event) => hear(event.data);
    return () => source.close();
  }

  function start() {
    if (close || parts().length === 0) {
      return;
    }
    rest = rest ?? window.setTimeout(stop, REST_AFTER);
    if (window.SharedWorker) {
      close = listenShared();
    } else if (document.visibilityState === 'visible') {
      close = listenAlone();
    }
  }

  function stop() {
    window.clearTimeout(rest);
    rest = null;
    close?.();
    close = null;
  }

  function touched() {
    window.clearTimeout(rest);
    rest = null;
    if (close) {
      rest = window.setTimeout(stop, REST_AFTER);
    } else {
      start();
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (!window.SharedWorker) {
      document.visibilityState === 'visible' ? start() : stop();
    }
  });
  document.addEventListener('pointerdown', touched);
  document.addEventListener('keydown', touched);
  window.addEventListener('pagehide', stop);
  window.addEventListener('pageshow', start);
  document.addEventListener('htmx:afterSettle', start);
})();
