// An old address: on to the new one, with what was asked and the place on the page.
/** @type {HTMLAnchorElement | null} */
const way = document.querySelector("a[data-moved]");
if (way) {
  const [page, anchor] = way.href.split("#");
  location.replace(page + location.search + (location.hash || (anchor ? "#" + anchor : "")));
}
