"""What a finger must hit on a phone is at least 24 px high and wide."""

# A box or a circle counts with the words that belong to it; a link that breaks, with its pieces.
SMALL = """() => Array.from(document.querySelectorAll('main a, main button, main select,'
  + ' main summary, main input, footer a'))
  .filter((one) => one.getAttribute('aria-hidden') !== 'true')
  .map((one) => {
    const held = one.labels && one.labels.length ? [one, ...one.labels] : [one];
    const boxes = held.flatMap((part) => Array.from(part.getClientRects()));
    const high = Math.max(0, ...boxes.map((box) => box.height));
    const wide = boxes.reduce((sum, box) => sum + box.width, 0);
    return [one.outerHTML.slice(0, 120), high, wide];
  })
  .filter(([, high, wide]) => wide > 0 && (high < 23.9 || wide < 23.9))"""
