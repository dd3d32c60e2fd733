/** Contents of the wanted entries of a zip file (a jar is one), stored or deflated, by entry name. */
export function readZip(zip: Buffer, wanted: (name: string) => boolean): Map<string, Buffer>
