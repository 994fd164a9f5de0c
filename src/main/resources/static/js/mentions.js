// Offers people where "@" is typed in a text field that names a list with data-mentions. The list is in the page; typing
// "@" and a whole name does the same without scripts.
const MOST = 8;
// Not within a mail address; a Chinese sentence needs no space before it.
const MENTION = /(?:^|[^A-Za-z0-9._-])[@＠]([^@＠\n]{0,40})$/u;

function offer(field, list, status) {
  const options = [...list.querySelectorAll("[role=option]")];
  let shown = [];
  let active = -1;
  let typed = "";

  const close = () => {
    list.hidden = true;
    shown = [];
    active = -1;
    field.removeAttribute("aria-activedescendant");
  };

  const activate = (index) => {
    active = index;
    options.forEach((option) => option.setAttribute("aria-selected", String(option === shown[active])));
    field.setAttribute("aria-activedescendant", shown[active].id);
    shown[active].scrollIntoView({ block: "nearest" });
  };

  const fits = (option, asked) => {
    const name = option.dataset.name.toLowerCase();
    return name.includes(asked) || option.dataset.id.toLowerCase().startsWith(asked);
  };

  const look = () => {
    const found = field.selectionStart === field.selectionEnd
      ? MENTION.exec(field.value.slice(0, field.selectionStart))
      : null;
    typed = found ? found[1] : "";
    const asked = typed.toLowerCase();
    shown = found && asked === asked.trimStart() ? options.filter((option) => fits(option, asked)).slice(0, MOST) : [];
    if (shown.length === 0) {
      close();
      status.textContent = "";
      return;
    }
    options.forEach((option) => { option.hidden = !shown.includes(option); });
    list.hidden = false;
    status.textContent = status.dataset.said.replace("#", String(shown.length));
    activate(0);
  };

  const choose = (option) => {
    const end = field.selectionStart;
    field.setRangeText(option.dataset.handle + " ", end - typed.length, end, "end");
    status.textContent = "";
    close();
    field.focus();
  };

  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.addEventListener("input", look);
  field.addEventListener("click", look);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (key) => {
    if (list.hidden || key.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key.key];
    if (step) {
      activate((active + step + shown.length) % shown.length);
    } else if (key.key === "Enter" || key.key === "Tab") {
      choose(shown[active]);
    } else if (key.key === "Escape") {
      close();
    } else {
      return;
    }
    key.preventDefault();
  });
  // Before the field loses the focus, and the list with it.
  list.addEventListener("mousedown", (press) => {
    press.preventDefault();
    const option = press.target.closest("[role=option]");
    if (option) choose(option);
  });
}

document.querySelectorAll("[data-mentions]").forEach((field) => {
  const list = document.getElementById(field.dataset.mentions);
  const status = document.getElementById(`${field.dataset.mentions}-said`);
  if (list && status) offer(field, list, status);
});
document.querySelectorAll("[data-with-script]").forEach((part) => { part.hidden = false; });
