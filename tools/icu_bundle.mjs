// Reads ICU's compiled resource bundles (format versions 1 to 3, with or without a pool) and writes them again with
// only some of their paths. The format is described in ICU's source/common/uresdata.h.

const type = { string: 0, binary: 1, table: 2, alias: 3, table32: 4, table16: 5, string2: 6, int: 7, array: 8, array16: 9, intVector: 14 };

/** A compiled bundle, read on demand. */
class Bundle {
    constructor(file, pool) {
        this.header = file.subarray(0, file.readUInt16LE(0));
        this.bytes = file.subarray(this.header.length);
        this.pool = pool;
        const [indexLength, keysTop] = [this.#index(0) & 0xff, this.#index(1)];
        this.keysStart = (1 + indexLength) * 4;
        this.unitsStart = keysTop * 4;
        this.attributes = indexLength > 5 ? this.#index(5) : 0;
        // A bundle without keys of its own takes all of them from the pool.
        this.localKeyLimit = keysTop > 1 + indexLength ? keysTop * 4 : 0;
        this.poolStringLimit = (this.#index(0) >>> 8) | ((this.attributes & 0xf000) << 12);
        this.poolStringLimit16 = this.attributes >>> 16;
    }

    #index(at) {
        return this.bytes.readUInt32LE(4 + at * 4);
    }

    root() {
        return this.node(this.bytes.readUInt32LE(0));
    }

    /** A resource as {table}, {array}, {string}, {alias}, {int}, {ints} or {binary}. */
    node(resource) {
        const offset = resource & 0x0fffffff;
        const at = offset * 4;
        switch (resource >>> 28) {
            case type.string: return { string: offset === 0 ? "" : this.#longString(at) };
            case type.alias: return { alias: this.#longString(at) };
            case type.string2: return { string: this.#string2(offset) };
            case type.int: return { int: offset };
            case type.binary: return { binary: this.bytes.subarray(at + 4, at + 4 + this.#length(offset, at)) };
            case type.intVector: return { ints: this.#words(at + 4, this.#length(offset, at)) };
            case type.array: return { array: this.#words(at + 4, this.#length(offset, at)).map((each) => this.node(each)) };
            case type.array16: return { array: this.#array16(offset) };
            case type.table: return { table: this.#table(offset, at) };
            case type.table16: return { table: this.#table16(offset) };
            case type.table32: return { table: this.#table32(offset, at) };
            default: throw new Error(`a resource of the unknown type ${resource >>> 28}`);
        }
    }

    #length(offset, at) {
        return offset === 0 ? 0 : this.bytes.readUInt32LE(at);
    }

    #words(at, count) {
        return Array.from({ length: count }, (_, each) => this.bytes.readUInt32LE(at + each * 4));
    }

    #units(at, count) {
        return Array.from({ length: count }, (_, each) => this.bytes.readUInt16LE(at + each * 2));
    }

    #longString(at) {
        return this.bytes.toString("utf16le", at + 4, at + 4 + this.bytes.readUInt32LE(at) * 2);
    }

    #string2(offset) {
        if (offset < this.poolStringLimit) return this.pool.unitString(offset);
        return this.unitString(offset - this.poolStringLimit);
    }

    /** Its length is implicit, up to the NUL, or stands before it in trail surrogates. */
    unitString(offset) {
        const at = this.unitsStart + offset * 2;
        const unit = (index) => this.bytes.readUInt16LE(at + index * 2);
        const text = (start, length) => this.bytes.toString("utf16le", at + start * 2, at + (start + length) * 2);
        const first = unit(0);
        if (first < 0xdc00 || first > 0xdfff) {
            let length = 0;
            while (unit(length) !== 0) ++length;
            return text(0, length);
        }
        if (first < 0xdfef) return text(1, first & 0x3ff);
        if (first < 0xdfff) return text(2, ((first - 0xdfef) << 16) | unit(1));
        return text(3, (unit(1) << 16) | unit(2));
    }

    #from16(resource16) {
        const inPool = resource16 < this.poolStringLimit16;
        const offset = inPool ? resource16 : resource16 - this.poolStringLimit16 + this.poolStringLimit;
        return { string: this.#string2(offset) };
    }

    #array16(offset) {
        const at = this.unitsStart + offset * 2;
        return this.#units(at + 2, this.bytes.readUInt16LE(at)).map((each) => this.#from16(each));
    }

    #table16(offset) {
        const at = this.unitsStart + offset * 2;
        const count = this.bytes.readUInt16LE(at);
        const values = this.#units(at + 2 + count * 2, count);
        return this.#units(at + 2, count).map((key, each) => [this.#key16(key), this.#from16(values[each])]);
    }

    #table(offset, at) {
        if (offset === 0) return [];
        const count = this.bytes.readUInt16LE(at);
        const values = this.#words(at + (count + 1 + (~count & 1)) * 2, count);
        return this.#units(at + 2, count).map((key, each) => [this.#key16(key), this.node(values[each])]);
    }

    #table32(offset, at) {
        const count = this.#length(offset, at);
        const values = this.#words(at + 4 + count * 4, count);
        return this.#words(at + 4, count).map((key, each) => [this.#key32(key), this.node(values[each])]);
    }

    #key16(offset) {
        if (offset < this.localKeyLimit) return this.keyAt(offset);
        return this.pool.keyAt(this.pool.keysStart + offset - this.localKeyLimit);
    }

    #key32(offset) {
        if (offset < 0x80000000) return this.keyAt(offset);
        return this.pool.keyAt(this.pool.keysStart + (offset & 0x7fffffff));
    }

    keyAt(offset) {
        return this.bytes.toString("latin1", offset, this.bytes.indexOf(0, offset));
    }
}

function isKept(path, keep) {
    const lies = (inner, outer) => inner === outer || inner.startsWith(`${outer}/`);
    return keep.some((each) => lies(path, each) || lies(each, path));
}

/** The tree without what is not kept; only tables have paths. */
function prunedNode(node, path, keep) {
    if (!node.table) return node;
    const table = node.table
        .map(([key, value]) => ({ key, value, path: path ? `${path}/${key}` : key }))
        .filter((each) => isKept(each.path, keep))
        .map((each) => [each.key, prunedNode(each.value, each.path, keep)]);
    return { table };
}

/** Writes format version 1.3, which has no pool and no 16-bit resources; equal resources are written once. */
class Writer {
    #keys = new Map();
    #keyBytes = [];
    #words = [];
    #written = new Map();
    #longestTable = 0;

    constructor(tree) {
        this.#collectKeys(tree);
        while ((this.#keysStart + this.#keyBytes.length) % 4 !== 0) this.#keyBytes.push(0xaa);
        this.#resourcesStart = (this.#keysStart + this.#keyBytes.length) / 4;
        this.#root = this.#write(tree);
    }

    #keysStart = 4 + 6 * 4;
    #resourcesStart;
    #root;

    bytes(noFallback) {
        const top = this.#resourcesStart + this.#words.length;
        const indexes = [6, this.#resourcesStart, top, top, this.#longestTable, noFallback];
        const head = Buffer.from(Uint32Array.from([this.#root, ...indexes]).buffer);
        return Buffer.concat([head, Buffer.from(this.#keyBytes), Buffer.from(Uint32Array.from(this.#words).buffer)]);
    }

    #collectKeys(node) {
        for (const [key, value] of node.table ?? []) {
            if (!this.#keys.has(key)) {
                this.#keys.set(key, this.#keysStart + this.#keyBytes.length);
                this.#keyBytes.push(...Buffer.from(`${key}\0`, "latin1"));
            }
            this.#collectKeys(value);
        }
        for (const value of node.array ?? []) this.#collectKeys(value);
    }

    #write(node) {
        if (node.int !== undefined) return ((type.int << 28) | node.int) >>> 0;
        if (node.string !== undefined) return this.#place(type.string, this.#stringWords(node.string));
        if (node.alias !== undefined) return this.#place(type.alias, this.#stringWords(node.alias));
        if (node.ints) return this.#place(type.intVector, [node.ints.length, ...node.ints]);
        if (node.array) return this.#place(type.array, [node.array.length, ...node.array.map((each) => this.#write(each))]);
        if (node.table) return this.#place(type.table, this.#tableWords(node.table));
        throw new Error("a binary resource, which no kept path has");
    }

    #place(kind, words) {
        const identity = `${kind}:${words.join()}`;
        if (!this.#written.has(identity)) {
            this.#written.set(identity, ((kind << 28) | (this.#resourcesStart + this.#words.length)) >>> 0);
            this.#words.push(...words);
        }
        return this.#written.get(identity);
    }

    #stringWords(text) {
        return [text.length, ...this.#packed([...text].flatMap((each) => each.split("")).map((unit) => unit.charCodeAt(0)).concat(0))];
    }

    #tableWords(table) {
        this.#longestTable = Math.max(this.#longestTable, table.length);
        const keys = table.map(([key]) => this.#keys.get(key));
        return [...this.#packed([table.length, ...keys]), ...table.map(([, value]) => this.#write(value))];
    }

    #packed(units) {
        const words = [];
        for (let at = 0; at < units.length; at += 2) words.push((units[at] | ((units[at + 1] ?? 0) << 16)) >>> 0);
        return words;
    }
}

/** What stands at a path ("locales/en") as text, or nothing. */
export function stringAt(file, pool, path) {
    let node = new Bundle(file, pool && new Bundle(pool, null)).root();
    for (const step of path.split("/")) node = new Map(node?.table ?? []).get(step);
    return node?.string;
}

/** A bundle with only the kept paths ("calendar/gregorian"); `pool` may be null. */
export function pruned(file, pool, keep) {
    const bundle = new Bundle(file, pool && new Bundle(pool, null));
    const writer = new Writer(prunedNode(bundle.root(), "", keep));
    const header = Buffer.from(bundle.header);
    // Format version 1.3 stands behind the data format's name.
    header.set([1, 3, 0, 0], 16);
    return Buffer.concat([header, writer.bytes(bundle.attributes & 1)]);
}
