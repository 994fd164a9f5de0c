// A click on a name puts it where the cursor stands; typing "@" and the name does the same without scripts.
document.addEventListener("click", (click) => {
  const button = click.target.closest("[data-mention]");
  const text = document.getElementById("text");
  if (!button || !text) return;
  text.setRangeText(button.dataset.mention, text.selectionStart, text.selectionEnd, "end");
  text.focus();
});

// The same width at which the style sheet gives it a column of its own, so that nothing else moves.
if (window.matchMedia("(min-width: 62rem)").matches) {
  document.querySelectorAll("[data-open-when-wide]").forEach((details) => {
    details.open = true;
  });
}
