// Shared by all tabs of a browser: holds the one event stream and passes on what it says, as long as a tab listens.
(() => {
  'use strict';
  const AGAIN_AFTER = 5000;
  const ports = new Set();
  let source = null;
  let timer = null;

  function listen(url) {
    timer = null;
    if (source || ports.size === 0) {
      return;
    }
    source = new EventSource(url);
    source.onmessage = (event) => ports.forEach((port) => port.postMessage(event.data));
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) {
        source = null;
        timer = timer ?? setTimeout(() => listen(url), AGAIN_AFTER);
      }
    };
  }

  function leave(port) {
    ports.delete(port);
    if (ports.size === 0) {
      source?.close();
      source = null;
    }
  }

  self.onconnect = (connected) => {
    const port = connected.ports[0];
    port.onmessage = (event) => {
      if (event.data === 'bye') {
        leave(port);
        return;
      }
      ports.add(port);
      if (source) {
        port.postMessage('*');
      } else {
        listen(event.data);
      }
    };
  };
})();
