/* Asks the browser for a passkey before the form is sent. Where it knows none, the form stays hidden. */
document.addEventListener('DOMContentLoaded', () => {
  const keys = window.PublicKeyCredential;
  if (!keys || !keys.parseRequestOptionsFromJSON) {
    document.querySelectorAll('[data-passkey-without]').forEach(words => { words.hidden = false; });
    return;
  }
  document.querySelectorAll('[data-passkey]').forEach(place => {
    const form = place.querySelector('form');
    const answer = form.querySelector('input[name$=":answer"]');
    const words = form.querySelector('.ui-message[role=alert]');
    const made = () => {
      const options = JSON.parse(place.dataset.options).publicKey;
      return place.dataset.passkey === 'create'
        ? navigator.credentials.create({ publicKey: keys.parseCreationOptionsFromJSON(options) })
        : navigator.credentials.get({ publicKey: keys.parseRequestOptionsFromJSON(options) });
    };
    answer.value = '';
    place.hidden = false;
    form.addEventListener('submit', event => {
      if (answer.value) return;
      event.preventDefault();
      const button = event.submitter;
      words.textContent = '';
      made().then(key => {
        answer.value = JSON.stringify(key);
        form.requestSubmit(button);
      }).catch(() => { words.textContent = place.dataset.failed; });
    });
  });
});
