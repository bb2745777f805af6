// tools/i18n: what goes to a translator comes back the same, and nothing wrong comes in.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { exported, imported, Refusal } from '../../tools/xliff.mjs';
import { catalogues_program, in_repository, root } from '../e2e/support/repository.mjs';

process.env.HUIYIN_CATALOGUES = catalogues_program;

const tags = readdirSync(in_repository('i18n/locales')).map((name) => name.replace('.json', ''));

/** @param {string} folder @param {string} tag */
const catalogue_in = (folder, tag) => readFileSync(join(folder, 'i18n/locales', `${tag}.json`), 'utf8');

/** A copy of the catalogues, to write into. @param {(folder: string) => Promise<void> | void} use */
async function with_copy(use) {
    const folder = mkdtempSync(join(tmpdir(), 'i18n-'));
    try {
        mkdirSync(join(folder, 'i18n'));
        cpSync(in_repository('i18n/locales'), join(folder, 'i18n/locales'), { recursive: true });
        await use(folder);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** @param {string[]} words */
const i18n = (...words) => spawnSync(in_repository('tools/i18n'), words, { encoding: 'utf8' });

test('every catalogue that goes to a translator comes back the same, byte for byte', async () => {
    assert.equal(tags.length, 26);
    for (const tag of tags.filter((each) => each !== 'en')) {
        const { json } = await imported(root, await exported(root, tag));
        assert.ok(json === catalogue_in(root, tag), tag);
    }
});

test('English goes out as well, and stays as it is', async () => {
    const xml = await exported(root, 'en');
    assert.match(xml, /<xliff [^>]*version="2\.0" srcLang="en" trgLang="en">/);
    await assert.rejects(imported(root, xml), /no translation from English/);
});

/** What a translator can do wrong, as a change of the German file, and what is said of it.
 * @type {[string, string | RegExp, string, RegExp][]} */
const wrong = [
    ['an argument that English lacks', /(<target>[^<]*)\{max, plural/, '$1{most, plural', /^de: problem\.too_long: English has no argument \{most, plural\}$/m],
    ['a plural form that is missing', /(<source>\{count, plural, one \{# hour\}[^]*?<target>)[^<]*/, '$1{count, plural, other {# Stunden}}', /^de: limit\.hours: the plural form "one" is missing$/m],
    ['a brace that is missing', /(<target>[^<]*)\{max, plural/, '$1max, plural', /^de: problem\.too_long: /m],
    ['an empty text', '<target>Anfrage</target>', '<target></target>', /^(de: )?nature\.consultation\.label: (the text is empty|there is no translation)/m],
    ['no text', '<target>Anfrage</target>', '', /^nature\.consultation\.label: there is no translation/m],
    ['marks inside of a text', '<target>Anfrage</target>', '<target>An<ph id="1"/>frage</target>', /^nature\.consultation\.label: there is no translation, or it has marks inside$/m],
    ['a text left in English', '<target>Anfrage</target>', '<target>Question</target>', /^de: nature\.consultation\.label: the text is still English$/m],
    ['English that has changed since', '<source>Question</source>', '<source>Enquiry</source>', /^nature\.consultation\.label: English has changed since this was exported$/m],
    ['a key that is gone', 'id="nature.consultation.label"', 'id="nature.old.label"', /^nature\.old\.label: English has no such key$/m],
    ['a language that nobody speaks', 'trgLang="de"', 'trgLang="tlh"', /^tlh: the portal does not speak this language$/m],
    ['a file that ends too soon', /<\/xliff>\s*$/, '', /^this is no XLIFF, or it ends too soon$/],
    ['XML that is torn', '<target>Anfrage</target>', '<target>Anfrage</source>', /^this is no XML: /],
    ['another version', 'version="2.0"', 'version="1.2"', /^this is no XLIFF 2\.0$/],
    ['something else', /[^]*/, '<html/>', /^this is no X/],
    ['nothing', /[^]*/, '', /^this is no X/],
];

const good = await exported(root, 'de');
for (const [what, from, to, said] of wrong) {
    test(`${what} is refused with its reason`, async () => {
        const bad = good.replace(from, to);
        assert.notEqual(bad, good);
        await assert.rejects(imported(root, bad), (fault) => fault instanceof Refusal && said.test(fault.message));
    });
}

test('a good file changes the catalogue, a bad one changes nothing', async () => {
    await with_copy(async (folder) => {
        const file = join(folder, 'de.xlf');
        const run = () => spawnSync(process.execPath, [in_repository('tools/xliff.mjs'), folder, 'import', file], { encoding: 'utf8' });
        execFileSync(process.execPath, [in_repository('tools/xliff.mjs'), folder, 'export', 'de', file]);
        const xml = readFileSync(file, 'utf8');
        const before = catalogue_in(folder, 'de');

        writeFileSync(file, xml.replace('<target>Anfrage</target>', '<target>Question</target>'));
        const refused = run();
        assert.equal(refused.status, 1);
        assert.equal(refused.stderr, 'de: nature.consultation.label: the text is still English\n');
        assert.equal(catalogue_in(folder, 'de'), before);

        writeFileSync(file, xml.replace('<target>Anfrage</target>', '<target>Frage &amp; Auskunft</target>'));
        assert.equal(run().status, 0);
        assert.equal(catalogue_in(folder, 'de'), before.replace('"Anfrage"', '"Frage & Auskunft"'));
    });
});

test('a file of a few texts leaves the others as they were', async () => {
    const xml = await exported(root, 'fi');
    const units = [...xml.matchAll(/ *<unit [^]*?<\/unit>\n/g)].map(([unit]) => unit);
    const few = units.reduce((rest, unit, at) => (at % 7 === 0 ? rest : rest.replace(unit, '')), xml);
    assert.equal((await imported(root, few)).json, catalogue_in(root, 'fi'));
});

test('tools/i18n finds nothing wrong, counts every language, and makes the pseudo-language', () => {
    const checked = i18n('check');
    assert.equal(checked.status, 0, checked.stdout);
    assert.match(checked.stdout, /^\d+ messages in 26 languages, 0 findings$/m);
    const counted = i18n('stats').stdout;
    for (const tag of tags) assert.match(counted, new RegExp(`^${tag} .* 0 {2,}\\d`, 'm'));
    assert.match(JSON.parse(i18n('pseudo').stdout).home.title, /^\[Ťéĺĺ ťĥé ćíťý/);
    assert.match(JSON.parse(i18n('pseudo', '--mirrored').stdout).home.title, /^\u202e\[Ťéĺĺ\u202c /);
    assert.equal(i18n('translate').status, 2);
});
