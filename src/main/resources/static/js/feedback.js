// The print button of the form QR855-01.
document.querySelectorAll('[data-print]').forEach((button) => button.addEventListener('click', () => window.print()));
