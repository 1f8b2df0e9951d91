/* Buttons that copy what stands beside them; without a script they stay hidden and the text can be marked. */
document.addEventListener('DOMContentLoaded', () => {
  if (!navigator.clipboard) return;
  document.querySelectorAll('[data-copy]').forEach(button => {
    const source = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(source.dataset.value || source.textContent).then(() => {
        const label = button.innerHTML;
        button.textContent = button.dataset.done;
        setTimeout(() => { button.innerHTML = label; }, 2000);
      });
    });
  });
});
