// Fetches the page anew whenever the server says that something changed. Without scripts the link below reloads it.
const stream = document.getElementById("live")?.dataset.stream;
if (stream) {
  const events = new EventSource(stream);

  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      events.close();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("live").replaceChildren(...page.getElementById("live").children);
  };

  events.addEventListener("changed", refresh);
  for (const last of ["closed", "replaced"]) {
    events.addEventListener(last, () => {
      events.close();
      refresh();
    });
  }
}
