// A world of answers that both engines can compute: every value follows from the hash of how it was reached. Twin of Universe.cs.
import { isAbstractType, isEnumType, isListType, isNonNullType, isObjectType } from "graphql";

/** FNV-1a over UTF-16 units. */
export function hash(text) {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return sum;
}

/** Arguments as one text: keys in order, numbers by their bits, so that both languages write the same. */
export function canonical(value) {
  if (value === undefined || value === null) return "null";
  if (typeof value === "number") return numberBits(value);
  if (typeof value === "string") return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object") {
    const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort();
    return `{${keys.map((key) => `${key}:${canonical(value[key])}`).join(",")}}`;
  }
  return String(value);
}

function numberBits(value) {
  if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return `#${view.getBigUint64(0).toString(16)}`;
}

const shift = (seed, bits) => seed >>> bits;

export function resolveField(parent, args, _context, info) {
  const path = `${parent?.seed ?? 0}/${info.parentType.name}.${info.fieldName}(${canonical(args)})`;
  const seed = hash(path);
  const answer = () => {
    // An event of a stream has no way to fail by itself.
    if (seed % 101 < 3 && info.parentType !== info.schema.getSubscriptionType()) throw new Error(`fault ${seed}`);
    return seed % 101 < 9 ? null : valueOf(info.returnType, seed, info.schema);
  };
  return shift(seed, 8) % 4 === 0 ? Promise.resolve().then(answer) : answer();
}

export const resolveType = (value) => value.type;

/** Up to three events, each the parent of one answer. */
export async function* subscribeField(_parent, args, _context, info) {
  const seed = hash(`events/${info.fieldName}(${canonical(args)})`);
  for (let i = 0; i < seed % 4; i++) yield { seed: hash(`${seed}/${i}`) };
}

function valueOf(type, seed, schema) {
  if (isNonNullType(type)) return valueOf(type.ofType, seed, schema);
  if (isListType(type)) return listOf(type.ofType, seed, schema);
  if (isObjectType(type)) return { type: type.name, seed };
  if (isAbstractType(type)) return { type: typeOf(type, seed, schema), seed };
  if (isEnumType(type)) return seed % 43 === 0 ? "NOT_A_VALUE" : type.getValues()[shift(seed, 3) % type.getValues().length].name;
  return scalarOf(type.name, seed);
}

function listOf(type, seed, schema) {
  return Array.from({ length: shift(seed, 4) % 4 }, (_, index) => {
    const item = hash(`${seed}/${index}`);
    return item % 11 === 0 ? null : valueOf(type, item, schema);
  });
}

/** One of the possible types; now and then one that is not. */
function typeOf(type, seed, schema) {
  const possible = schema.getPossibleTypes(type).map((each) => each.name).sort();
  const all = Object.values(schema.getTypeMap()).filter((each) => isObjectType(each) && !each.name.startsWith("__"));
  const others = all.map((each) => each.name).filter((name) => !possible.includes(name)).sort();
  return seed % 61 === 0 || possible.length === 0 ? others[shift(seed, 3) % others.length] : possible[shift(seed, 3) % possible.length];
}

function scalarOf(name, seed) {
  switch (name) {
    case "Int":
      return seed % 53 === 0 ? 2 ** 40 : (shift(seed, 3) % 2001) - 1000;
    case "Float":
      return ((shift(seed, 3) % 4001) - 2000) / 8;
    case "Boolean":
      return shift(seed, 3) % 2 === 0;
    case "String":
      return `text ${seed} "é" \\ 网格 \u{1F600}`;
    case "ID":
      return `id-${seed}`;
    default:
      return shift(seed, 3) % 2 === 0 ? `any ${seed}` : { any: [seed % 1000, true, null] };
  }
}
