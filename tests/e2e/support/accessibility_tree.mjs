// What a screen reader is given, one line a thing: once as the core means it, once as the browser has it.

/** @typedef {import('./mirror_pages.mjs').CoreNode} CoreNode */
/** @typedef {import('./mirror_pages.mjs').MirrorPage} MirrorPage */

/** @typedef {object} Thing
 * @property {string} role
 * @property {string} [name]
 * @property {string} [value]
 * @property {string} [description]
 * @property {string[]} [states]
 * @property {Thing[]} parts
 */

/** What each role of the core is to a screen reader; nothing for what only places its parts.
 * @type {Record<string, string>} */
const roles = {
    banner: 'banner',
    main: 'main',
    navigation: 'navigation',
    footer: 'contentinfo',
    form: 'form',
    section: 'region',
    fieldset: 'group',
    list: 'list',
    'ordered list': 'list',
    item: 'listitem',
    summary: 'DescriptionList',
    row: '',
    term: 'term',
    definition: 'definition',
    group: 'group',
    heading: 'heading',
    legend: 'Legend',
    paragraph: 'paragraph',
    span: '',
    label: 'LabelText',
    hint: '',
    error: 'paragraph',
    alert: 'group',
    link: 'link',
    button: 'button',
    'text field': 'textbox',
    'text area': 'textbox',
    select: 'combobox',
    radio: 'radio',
    checkbox: 'checkbox',
    dialog: 'dialog',
    separator: 'splitter',
    progress: 'progressbar',
    'combo box': 'combobox',
    'list box': 'listbox',
    option: 'option',
    'file field': 'button',
    'tab list': 'tablist',
    tab: 'tab',
    'tab panel': 'tabpanel',
    details: 'group',
    disclosure: 'DisclosureTriangle',
    table: 'table',
    caption: 'caption',
    'table row': 'row',
    'column head': 'columnheader',
    'row head': 'rowheader',
    cell: 'cell',
    figure: 'figure',
    time: 'time',
    'QR code': 'image',
};

/** Their label is their text, too, and their text is their name. */
const named_by_text = ['heading', 'link', 'button', 'term', 'tab', 'option', 'disclosure', 'column head', 'row head', 'cell'];
/** By the place in ui::InputKind.
 * @type {Record<number, string>} */
const date_fields = { 5: 'Date', 6: 'DateTime' };
/** Inside, the browser has parts of its own. */
const whole_fields = ['textbox', ...Object.values(date_fields)];

/** Their label is their text, and they have no name. */
const text_roles = ['legend', 'paragraph', 'span', 'label', 'hint', 'error', 'definition', 'item', 'caption', 'time'];
const fields = ['text field', 'text area', 'select', 'combo box'];
/** Without a name they are no part of the page to a screen reader. */
const only_named = ['section', 'group'];

/** @param {string} text */
const tidy = (text) => text.replace(/\s+/g, ' ').trim();

/** @param {Record<string, boolean>} states those that hold */
const held = (states) => Object.keys(states).filter((name) => states[name]);

/** @param {Thing} thing @param {string} indent @returns {string[]} */
function lines_of({ role, name, value, description, states = [], parts }, indent) {
    const said = name ? ` "${tidy(name)}"` : '';
    const holds = value ? ` = "${tidy(value)}"` : '';
    const about = description ? ` (${tidy(description)})` : '';
    const line = `${indent}${role}${said}${holds}${about}${states.map((state) => ` ${state}`).join('')}`;
    return [line, ...parts.flatMap((part) => lines_of(part, `${indent}  `))];
}

/** @param {Thing} thing */
export const tree_text = (thing) => lines_of(thing, '').join('\n');

/** @param {string} words @returns {Thing[]} */
const text = (words) => (tidy(words) === '' ? [] : [{ role: 'text', name: words, parts: [] }]);

// ── as the core means it ─────────────────────────────────────────────────────────────────────────────────

/** @param {CoreNode} node */
function states_of(node) {
    const { disabled, checked, invalid, required, busy, selected, expanded } = node;
    const is_folding = node.role !== 'details';
    const folding = { expanded: is_folding && expanded === true, folded: is_folding && expanded === false };
    return held({ disabled, checked, invalid, required, busy, selected, ...folding });
}

/** @param {CoreNode} node @returns {Thing[]} */
function options_of({ options, value }) {
    /** @type {Thing[]} */
    const parts = [];
    /** @type {Map<string, Thing>} */
    const groups = new Map();
    for (const option of options) {
        const states = held({ selected: option.value === value });
        const part = { role: 'option', name: option.label, states, parts: [] };
        const group = groups.get(option.group) ?? { role: 'group', name: option.group, parts: [] };
        if (option.group !== '' && !groups.has(option.group)) parts.push(group);
        groups.set(option.group, group);
        (option.group === '' ? parts : group.parts).push(part);
    }
    return parts;
}

/** What a field shows: of a list the chosen line. @param {CoreNode} node */
function value_of({ role, value, options, amount, is_painted }) {
    if (role === 'progress' && !is_painted) return String(Math.round(amount * 100));
    if (role === 'select') return options.find((option) => option.value === value)?.label ?? '';
    return fields.includes(role) ? value : '';
}

/** The label of a choice says again what the choice is called.
 * @param {CoreNode} node @param {CoreNode[]} nodes */
function is_said_already(node, nodes) {
    const field = nodes.find(({ id }) => node.role === 'label' && id === node.for_id);
    return field?.role === 'radio' || field?.role === 'checkbox';
}

/** @param {CoreNode} node */
function role_of(node) {
    if (node.role === 'progress' && node.is_painted) return 'paragraph';
    return (node.role === 'text field' && date_fields[node.input]) || roles[node.role];
}

/** @param {CoreNode} node @param {MirrorPage} page @param {Thing[]} parts @returns {Thing[]} */
function things_of(node, { nodes }, parts) {
    if (!(node.role in roles)) throw new Error(`accessibility_tree.mjs does not know the role "${node.role}"`);
    if (is_said_already(node, nodes)) return [];
    const shows_text = node.is_painted ? !fields.includes(node.role) : parts.length === 0;
    const may_show_text = [...named_by_text, ...text_roles, 'group', ...(node.is_painted ? ['progress'] : [])];
    const has_text = shows_text && may_show_text.includes(node.role);
    const own = has_text ? text(node.label) : [];
    const is_silent = only_named.includes(node.role) && (node.label === '' || (node.role === 'group' && has_text));
    const role = role_of(node);
    const all = node.role === 'select' ? options_of(node) : [...own, ...parts];
    if (role === '' || is_silent) return all;
    if (node.role === 'legend' && node.level > 0)
        return [{ role, parts: [{ role: 'heading', name: node.label, states: [`level ${node.level}`], parts: all }] }];

    const name = has_text && !named_by_text.includes(node.role) ? '' : node.label;
    const level = node.level > 0 ? [`level ${node.level}`] : [];
    const about = node.described_by.map((id) => nodes.find((other) => other.id === id)?.label ?? '');
    return [{ role, name, value: value_of(node), description: about.join(' '), states: [...level, ...states_of(node)], parts: all }];
}

/** The node list as a screen reader is to have it. @param {MirrorPage} page @returns {Thing} */
export function tree_of_core(page) {
    /** @param {number} parent @returns {Thing[]} */
    const parts_of = (parent) =>
        page.nodes.flatMap((node, at) => (node.parent === parent ? things_of(node, page, parts_of(at + 1)) : []));
    const parts = parts_of(0);
    const dialog = parts.find(({ role }) => role === 'dialog');
    // What is behind a dialog is out of reach.
    return { role: 'page', name: page.title, parts: dialog ? [dialog] : parts };
}

// ── as the browser has it ────────────────────────────────────────────────────────────────────────────────

/** @typedef {{value?: {value?: unknown}, name?: string}} Property */
/** @typedef {object} BrowserNode as the protocol's Accessibility.AXNode
 * @property {string} nodeId
 * @property {boolean} ignored
 * @property {{value?: unknown}} [role]
 * @property {{value?: unknown}} [name]
 * @property {{value?: unknown}} [value]
 * @property {{value?: unknown}} [description]
 * @property {Property[]} [properties]
 * @property {string[]} [childIds]
 */

/** What only holds its parts together. */
const boxes = ['generic', 'none', 'MenuListPopup'];
const inner_text = ['InlineTextBox', 'LineBreak'];

/** @param {BrowserNode} node @param {string} name */
const property = (node, name) => node.properties?.find((each) => each.name === name)?.value?.value;

/** @param {BrowserNode} node */
function browser_states(node) {
    const role = node.role?.value;
    const level = role === 'heading' ? [`level ${property(node, 'level')}`] : [];
    // Of a select it tells of the browser's own list.
    const is_select = role === 'combobox' && !property(node, 'editable');
    const expanded = is_select ? undefined : property(node, 'expanded');
    const is = (/** @type {string} */ name) => ['true', true, 1].includes(/** @type {any} */ (property(node, name)));
    return [
        ...level,
        ...held({
            disabled: is('disabled'),
            checked: is('checked'),
            invalid: is('invalid'),
            required: is('required'),
            busy: is('busy'),
            selected: is('selected'),
            expanded: expanded === true,
            folded: expanded === false,
        }),
    ];
}

/** Pieces of text that stand in one box are one text. @param {Thing[]} parts @returns {Thing[]} */
function joined(parts) {
    /** @type {Thing[]} */
    const all = [];
    for (const part of parts) {
        const last = all.at(-1);
        if (part.role === 'piece' && last?.role === 'piece') last.name = `${last.name}${part.name}`;
        else all.push({ ...part });
    }
    return all.flatMap((part) => (part.role === 'piece' ? text(part.name ?? '') : [part]));
}

/** @param {Thing[]} parts */
const without_labels_of_choices = (parts) =>
    parts.filter(({ role }, at) => role !== 'LabelText' || !['radio', 'checkbox'].includes(parts[at - 1]?.role));

/** The browser's whole tree.
 * @param {import('playwright-core').CDPSession} session @returns {Promise<Thing>} */
export async function tree_of_browser(session) {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const by_id = new Map(nodes.map((node) => [node.nodeId, /** @type {BrowserNode} */ (node)]));

    /** @param {BrowserNode} node @returns {Thing[]} */
    const parts_of = (node) => (node.childIds ?? []).flatMap((id) => things(by_id.get(id)));

    /** @param {BrowserNode | undefined} node @returns {Thing[]} */
    const things = (node) => {
        const role = String(node?.role?.value);
        if (!node || inner_text.includes(role)) return [];
        const name = String(node.name?.value ?? '');
        if (role === 'StaticText') return [{ role: 'piece', name, parts: [] }];
        if (node.ignored) return parts_of(node);
        if (boxes.includes(role) && name === '') return joined(parts_of(node));
        const is_whole = whole_fields.includes(role) || (role === 'combobox' && property(node, 'editable'));
        const parts = is_whole ? [] : without_labels_of_choices(joined(parts_of(node)));
        // A field for files says in the browser's words that none is chosen.
        const value = role === 'button' ? '' : String(node.value?.value ?? '');
        return [{ role, name, value, description: String(node.description?.value ?? ''), states: browser_states(node), parts }];
    };
    const [{ name, parts }] = things(by_id.get(nodes[0].nodeId));
    return { role: 'page', name, parts };
}
