// What a finger can hit.

/** Controls that a finger would miss (WCAG 2.5.5): the words beside a choice belong to it, and no link of the portal
 * stands inside running text. Runs in the page. */
export function small_targets() {
    const least = 43.5;
    /** @param {Element} control */
    const box_of = (control) => {
        const own = control.getBoundingClientRect();
        const label = control.matches('[type=radio], [type=checkbox]') ? document.querySelector(`label[for="${CSS.escape(control.id)}"]`) : null;
        if (!label) return { width: own.width, height: own.height };
        const words = label.getBoundingClientRect();
        const width = Math.max(own.right, words.right) - Math.min(own.left, words.left);
        return { width, height: Math.max(own.height, words.height) };
    };
    return [...document.querySelectorAll('#mirror :is(a, button, input, select, textarea, summary, [role=option])')]
        .filter((control) => control.checkVisibility() && !control.classList.contains('skip'))
        .filter((control) => box_of(control).height < least || box_of(control).width < least)
        .map((control) => `${control.tagName}#${control.id} ${JSON.stringify(box_of(control))}`);
}
