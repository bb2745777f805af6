// Cuts ICU's data down to what the portal formats with: one package for every language (base.dat) and one package a
// language. ICU's own sources carry 31 MB in one file.
//
//   node icu_data.mjs ICU_DATA_FILE OUTPUT_FOLDER TAG…
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pruned, stringAt } from "./icu_bundle.mjs";

// icupkg takes the prefix of every item from the package's name.
const packageName = "icudt72l.dat";

/** What is kept of a locale's bundle, and of root: what i18n/formats.cpp and i18n/numbers.cpp look up. */
const localePaths = [
    "%%ALIAS",
    "%%Parent",
    "Version",
    "NumberElements/latn/patterns/decimalFormat",
    "NumberElements/latn/symbols/decimal",
    "NumberElements/latn/symbols/group",
    "NumberElements/latn/symbols/minusSign",
    "NumberElements/minimumGroupingDigits",
    "calendar/gregorian/dayNames/format/wide",
    "calendar/gregorian/monthNames/format/wide",
    "fields/day/relativeTime",
    "fields/hour/relativeTime",
    "fields/minute/relativeTime",
];

/** ICU's names of the bundles behind a language, as i18n/languages.cpp asks for them. */
function bundlesOf(tag) {
    if (tag === "en") return ["en_001", "en"];
    if (tag === "zh-Hans") return ["zh"];
    const parts = tag.split("-");
    return parts.map((_, at) => parts.slice(0, parts.length - at).join("_"));
}

/** What a language's own calendar and digits take besides (i18n/languages.cpp). */
const ownPaths = {
    fa: [
        "NumberElements/arabext/symbols/decimal",
        "NumberElements/arabext/symbols/group",
        "NumberElements/arabext/symbols/minusSign",
        "calendar/persian/monthNames/format/wide",
    ],
};

class Source {
    #file;
    #folder;
    #items;

    constructor(file) {
        this.#file = file;
        this.#folder = mkdtempSync(join(tmpdir(), "icu-data-"));
        this.#items = new Set(execFileSync("icupkg", ["-l", file], { encoding: "utf8" }).split("\n"));
    }

    has(item) {
        return this.#items.has(item);
    }

    read(item) {
        const list = join(this.#folder, "list.txt");
        writeFileSync(list, `${item}\n`);
        execFileSync("icupkg", ["-x", list, "-d", this.#folder, this.#file]);
        return readFileSync(join(this.#folder, item));
    }

    close() {
        rmSync(this.#folder, { recursive: true });
    }
}

/** A bundle of rules by language (plurals): the languages' rows, and the sets of rules that these name. */
function rulesOf(source, pool, name, languages) {
    const file = source.read(name);
    const sets = new Set(languages.map((each) => stringAt(file, pool, `locales/${each}`)).filter(Boolean));
    const keep = [...languages.map((each) => `locales/${each}`), ...[...sets].map((each) => `rules/${each}`)];
    return [name, pruned(file, pool, keep)];
}

/** Items by their names in the package, made of what the source has. */
function baseItems(source, pool, tags) {
    const languages = [...new Set(tags.map((tag) => tag.split("-")[0]))];
    return new Map([
        ...["brkitr/char.brk", "brkitr/line.brk"].map((name) => [name, source.read(name)]),
        ["brkitr/root.res", pruned(source.read("brkitr/root.res"), null, ["boundaries/grapheme", "boundaries/line"])],
        ["root.res", pruned(source.read("root.res"), pool, localePaths)],
        // No plural rules are made without their ranges.
        rulesOf(source, pool, "pluralRanges.res", languages),
        rulesOf(source, pool, "plurals.res", languages),
    ]);
}

/** The line break rules that a language has of its own (Chinese and Japanese: kinsoku). */
function breakItems(source, bundleName) {
    const item = `brkitr/${bundleName}.res`;
    if (!source.has(item)) return [];
    const bundle = source.read(item);
    const rules = stringAt(bundle, null, "boundaries/line");
    if (!rules) return [];
    return [[item, pruned(bundle, null, ["boundaries/line"])], [`brkitr/${rules}`, source.read(`brkitr/${rules}`)]];
}

/** The words of a language that is written without spaces and that i18n/thai_words.cpp finds them in. */
function wordItems(source, tag) {
    return tag === "th" ? [["brkitr/thaidict.dict", source.read("brkitr/thaidict.dict")]] : [];
}

function languageItems(source, pool, tag) {
    const bundles = bundlesOf(tag).filter((name) => source.has(`${name}.res`));
    const locales = bundles.map((name) => {
        return [`${name}.res`, pruned(source.read(`${name}.res`), pool, [...localePaths, ...(ownPaths[tag] ?? [])])];
    });
    return new Map([...locales, ...bundles.flatMap((name) => breakItems(source, name)), ...wordItems(source, tag)]);
}

function writePackage(items, path) {
    const folder = mkdtempSync(join(tmpdir(), "icu-package-"));
    for (const [name, bytes] of items) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), bytes);
    }
    const list = join(folder, "list.txt");
    writeFileSync(list, [...items.keys()].sort().join("\n") + "\n");
    const output = join(folder, packageName);
    execFileSync("icupkg", ["--ignore-deps", "-tl", "-s", folder, "-a", list, "new", output]);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, readFileSync(output));
    renameSync(`${path}.new`, path);
    rmSync(folder, { recursive: true });
}

const [dataFile, outputFolder, ...tags] = process.argv.slice(2);
const source = new Source(dataFile);
const pool = source.read("pool.res");
writePackage(baseItems(source, pool, tags), join(outputFolder, "base.dat"));
for (const tag of tags) writePackage(languageItems(source, pool, tag), join(outputFolder, `${tag}.dat`));
source.close();
