// A key that had to wait, played on the new screen as the browser would have taken it.
((till) => {
  'use strict';
  /** Plays a key or a click that had to wait, on the screen that stands there now. */
  till.play = (entry) => {
    if (entry.press) {
      till.root().querySelector(`[data-act="${CSS.escape(entry.press)}"]`)?.click();
      return;
    }
    const name = entry.key;
    const active = document.activeElement;
    if (till.act(name, entry.again) || till.strays(name, active)) {
      return;
    }
    if (name === 'Enter') {
      enter(active);
    } else if (name === 'Tab' || name === 'Shift+Tab') {
      step(active, name === 'Tab' ? 1 : -1);
    } else if (active.matches('input')) {
      edit(active, name);
    }
  };

  function enter(active) {
    if (active.matches('button, a, summary')) {
      active.click();
    } else if (active.form) {
      till.submit(active.form);
    }
  }

  function step(active, by) {
    const stops = [...document.querySelectorAll('#till a[href], #till button, #till input, #till summary, #till [tabindex="0"]')]
      .filter((element) => !element.disabled && element.tabIndex >= 0 && element.offsetParent);
    const next = stops[(stops.indexOf(active) + by + stops.length) % stops.length];
    next?.focus();
    if (next?.matches('input')) {
      next.select();
    }
  }

  /** Types a key into a field the way the browser would: over what is selected, no longer than the field takes. */
  function edit(input, name) {
    const start = input.selectionStart;
    const end = input.selectionEnd;
    if (name === 'Backspace') {
      input.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
    } else if (name === 'Delete') {
      input.setRangeText('', start, start === end ? end + 1 : end, 'end');
    } else if (name === 'ArrowLeft' || name === 'ArrowRight' || name === 'Home' || name === 'End') {
      const at = { ArrowLeft: Math.max(0, start - 1), ArrowRight: end + 1, Home: 0, End: input.value.length }[name];
      input.setSelectionRange(at, at);
    } else if (name.length === 1 && (input.maxLength < 0 || input.value.length - (end - start) < input.maxLength)) {
      input.setRangeText(name, start, end, 'end');
    }
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
})(window.regularsTill ??= {});
