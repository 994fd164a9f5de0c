// A menu closes as menus do: by Escape, and by a click or the focus anywhere else. It opens without this script too.
const open = () => document.querySelector('.menu[open]');

function leave(event) {
  const menu = open();
  if (menu && !menu.contains(event.target)) {
    menu.open = false;
  }
}

document.addEventListener('click', leave);
document.addEventListener('focusin', leave);
document.addEventListener('keydown', (event) => {
  const menu = open();
  if (menu && event.key === 'Escape') {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
