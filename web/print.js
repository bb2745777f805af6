/**
 * Paper takes no canvas: while the page is printed its elements lay themselves out.
 * @param {import('./portal.js').Portal} portal
 */
export function printPlainly(portal) {
  addEventListener('beforeprint', () => {
    if (!portal.painter) return;
    portal.becomePlain();
    addEventListener('afterprint', () => portal.becomeFull(), { once: true });
  });
}
