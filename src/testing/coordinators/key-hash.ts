/** Java's `String.hashCode` without its sign, as Kafka spreads keys over the partitions of its internal topics. */
export function keyHash(key: string): number {
  let value = 0
  for (let i = 0; i < key.length; i++) value = (Math.imul(31, value) + key.charCodeAt(i)) | 0
  return value & 0x7fffffff
}
