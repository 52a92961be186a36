/** FNV-1a with its high bits mixed into the low ones: where rows and customers go, the same in every run. */
export function hash(key: string, seed = 0): number {
  let value = 0x811c9dc5 ^ (seed * 0x9e3779b1);
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
