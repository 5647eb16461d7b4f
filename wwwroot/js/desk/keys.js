// @ts-check
// Enter in a line of text goes on to the next field, as Tab does; it never sends the form.

/** @param {HTMLElement} form */
export function onEnter(form) {
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || event.isComposing) return;
    if (!(event.target instanceof HTMLInputElement) || event.target.type === 'checkbox') return;
    event.preventDefault();
    const fields = [...form.querySelectorAll('input, select, textarea, button.add')].filter((field) => field.checkVisibility({ contentVisibilityAuto: true }));
    /** @type {HTMLElement|undefined} */ (fields[fields.indexOf(event.target) + 1])?.focus();
  });
}
