// What one request does not do at once goes on by itself, where scripts run; elsewhere there is the button.
const rest = document.querySelector('form[data-submit-itself]');
if (rest && !document.querySelector('[role=alert]')) rest.requestSubmit();
